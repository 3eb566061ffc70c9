// The program as it stands, turned into what travellers will read: cancelled appointments left out, names in full, places in words.
import { createHash } from 'node:crypto';
import { comparableText, inOrderOfTime, withdrawnItems, type ItineraryContent, type ItineraryItem } from '@amity/visits';
import type { AppointmentRow } from './appointments.repository.js';
import { toAppointment } from './visits.mapper.js';
import type { CommunityRow, VisitRow } from './visits.repository.js';

export function snapshotOf(visit: VisitRow, appointments: readonly AppointmentRow[], before: ItineraryContent | null): ItineraryContent {
  const items = inOrderOfTime(appointments.filter(({ state }) => state !== 'cancelled').map(itemOf));
  const isInbound = visit.direction === 'inbound';
  return {
    organization: visit.organization,
    title: visit.delegation_name,
    arrivesOn: visit.arrives_on,
    departsOn: visit.departs_on,
    zone: visit.zone,
    travelling: placeOf(isInbound ? visit.partner : visit.home),
    receiving: placeOf(isInbound ? visit.home : visit.partner),
    emergencyContact: visit.emergency_contact,
    items,
    withdrawn: withdrawnItems(before, items),
  };
}

/** Equal for equal programs; what was withdrawn earlier does not count. */
export function hashOf(content: ItineraryContent): string {
  return createHash('sha256').update(comparableText(content)).digest('hex');
}

function itemOf(row: AppointmentRow): ItineraryItem {
  const appointment = toAppointment({ ...row, known: true }); // what may leave is decided of the snapshot as a whole
  const named = (part: string): string[] => appointment.people.filter((person) => person.as === part).map(({ name }) => name);
  return {
    id: appointment.id,
    title: appointment.title,
    kind: appointment.kind,
    track: appointment.track,
    startsAt: appointment.startsAt,
    endsAt: appointment.endsAt,
    zone: appointment.zone,
    start: appointment.start,
    end: appointment.end,
    tentative: appointment.state === 'tentative',
    site: appointment.site?.name ?? null,
    address: appointment.site?.address ?? null,
    latitude: appointment.site?.latitude ?? null,
    longitude: appointment.site?.longitude ?? null,
    accessNotes: appointment.site?.accessNotes ?? null,
    metBy: appointment.appointmentHost,
    people: appointment.everyone ? null : named('participant'),
    interpreters: named('interpreter'),
    escorts: named('escort'),
    notes: appointment.notes,
  };
}

function placeOf(community: CommunityRow | null): ItineraryContent['travelling'] {
  if (!community) return null;
  return { name: community.name, region: new Intl.DisplayNames(['en'], { type: 'region' }).of(community.countryCode) ?? null };
}
