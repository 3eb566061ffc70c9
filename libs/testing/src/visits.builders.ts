// Drafts of sites and appointments as a test needs them. The default appointment lies within the default delegation's days.
import type { AppointmentInput, ItineraryContent, ItineraryItem, SiteInput } from '@amity/visits';

export function aSite(overrides: Partial<SiteInput> = {}): SiteInput {
  return { name: 'City Hall', address: '1 Harbor Square', ...overrides };
}

export function anAppointment(overrides: Partial<AppointmentInput> = {}): AppointmentInput {
  return { title: 'City hall welcome', kind: 'ceremony', startsAt: '2026-05-05T09:00', endsAt: '2026-05-05T10:30', ...overrides };
}

export function anItineraryItem(overrides: Partial<ItineraryItem> = {}): ItineraryItem {
  return {
    id: '01973f00-0000-7000-8000-000000000001',
    title: 'City hall welcome',
    kind: 'ceremony',
    track: 1,
    startsAt: '2026-05-05T09:00',
    endsAt: '2026-05-05T10:30',
    zone: 'America/New_York',
    start: '2026-05-05T13:00:00.000Z',
    end: '2026-05-05T14:30:00.000Z',
    tentative: false,
    site: 'City Hall',
    address: '1 Harbor Square',
    latitude: null,
    longitude: null,
    accessNotes: null,
    metBy: 'The mayor',
    people: null,
    interpreters: [],
    escorts: [],
    notes: null,
    ...overrides,
  };
}

export function anItinerary(overrides: Partial<ItineraryContent> = {}): ItineraryContent {
  return {
    organization: 'Harbor City Sister Cities',
    title: 'Brasília comes to visit',
    arrivesOn: '2026-05-04',
    departsOn: '2026-05-10',
    zone: 'America/New_York',
    travelling: { name: 'Brasília', region: 'Brazil' },
    receiving: { name: 'Harbor City', region: 'United States' },
    emergencyContact: '+1 360 555 0142',
    items: [anItineraryItem()],
    withdrawn: [],
    ...overrides,
  };
}
