// A full week for the delegation in town: sites, appointments from welcome to farewell, two subgroups side by side, published once.
import type { Delegate } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { AppointmentDraft, SiteDraft, type AppointmentInput } from '@amity/visits';
import { Appointments, Itineraries, Sites, Visits } from '../visits/index.js';
import type { Planting } from './program.js';

const sites = {
  cityHall: {
    name: 'City Hall',
    address: '9 Dale Avenue, Gloucester',
    latitude: 42.6139,
    longitude: -70.6632,
    contactName: 'Mayor’s office',
    contactPhone: '+1 978 555 0150',
  },
  school: {
    name: 'O’Maley Innovation Middle School',
    address: '32 Cherry Street, Gloucester',
    latitude: 42.6296,
    longitude: -70.6725,
    oneGroupAtATime: false,
    contactName: 'Priya Raman',
    contactPhone: '+1 978 555 0151',
  },
  maritime: {
    name: 'Maritime Gloucester',
    address: '23 Harbor Loop, Gloucester',
    latitude: 42.6116,
    longitude: -70.6595,
    accessNotes: 'Step-free from the pier side.',
  },
  library: { name: 'Sawyer Free Library', address: '2 Dale Avenue, Gloucester', latitude: 42.6141, longitude: -70.6638 },
  coop: { name: 'Fishermen’s co-op', address: '15 Rogers Street, Gloucester', latitude: 42.6106, longitude: -70.6621 },
  artists: { name: 'Rocky Neck art colony', address: '6 Wonson Street, Gloucester', latitude: 42.6013, longitude: -70.6526 },
  hall: { name: 'Harbor Grange Hall', address: '41 Rope Walk, Gloucester', oneGroupAtATime: false },
} as const;
type SiteKey = keyof typeof sites;

interface Item extends Omit<AppointmentInput, 'startsAt' | 'endsAt' | 'siteId'> {
  readonly day: number;
  readonly from: string;
  readonly to: string;
  readonly at?: SiteKey;
  /** Places in the roster; left out: everyone. */
  readonly who?: readonly number[];
}

const week: readonly Item[] = [
  { day: -2, from: '15:30', to: '16:30', title: 'Arrival at Logan Airport, bus to Gloucester', kind: 'transfer' },
  {
    day: -2,
    from: '18:00',
    to: '20:00',
    title: 'Welcome supper with the host families',
    kind: 'meal',
    at: 'hall',
    appointmentHost: 'Harbor City Sister Cities',
  },
  {
    day: -1,
    from: '10:00',
    to: '11:00',
    title: 'Welcome at City Hall',
    kind: 'ceremony',
    track: 1,
    at: 'cityHall',
    appointmentHost: 'The Mayor',
  },
  { day: -1, from: '13:30', to: '16:00', title: 'Harbor walk and schooner', kind: 'tour', at: 'maritime' },
  {
    day: 0,
    from: '09:00',
    to: '11:30',
    title: 'Morning in the classrooms',
    kind: 'meeting',
    track: 5,
    at: 'school',
    who: [0, 2, 4, 5],
    appointmentHost: 'Priya Raman',
  },
  {
    day: 0,
    from: '09:30',
    to: '11:00',
    title: 'Fisheries and the school kitchen',
    kind: 'meeting',
    track: 3,
    at: 'coop',
    who: [1, 3, 6],
    appointmentHost: 'Joe Parisi',
  },
  { day: 0, from: '12:15', to: '13:15', title: 'Lunch with counterpart teachers', kind: 'meal', at: 'school' },
  {
    day: 0,
    from: '15:00',
    to: '16:30',
    title: 'Story hour in two languages',
    kind: 'meeting',
    track: 4,
    at: 'library',
    state: 'tentative',
  },
  { day: 0, from: '18:30', to: '20:30', title: 'Evening with the host families', kind: 'free_time' },
  {
    day: 1,
    from: '09:00',
    to: '12:00',
    title: 'Lesson design in pairs',
    kind: 'meeting',
    track: 5,
    at: 'school',
    appointmentHost: 'Priya Raman',
  },
  { day: 1, from: '14:00', to: '16:30', title: 'Studios on Rocky Neck', kind: 'tour', track: 4, at: 'artists' },
  { day: 2, from: '09:00', to: '11:00', title: 'Lesson taught together', kind: 'meeting', track: 5, at: 'school' },
  { day: 2, from: '13:00', to: '14:30', title: 'School board: ten years of exchange', kind: 'meeting', track: 1, at: 'cityHall' },
  { day: 3, from: '10:00', to: '15:00', title: 'Whale watch, if the wind allows', kind: 'tour', state: 'tentative' },
  { day: 4, from: '09:30', to: '11:30', title: 'What we take home: workshop', kind: 'meeting', track: 5, at: 'library' },
  { day: 4, from: '18:00', to: '21:00', title: 'Farewell dinner and songs', kind: 'ceremony', at: 'hall' },
  { day: 5, from: '08:15', to: '09:45', title: 'Bus to Logan Airport', kind: 'transfer' },
];

export async function plantWeek({ app, tx, day }: Planting, delegationId: Id, roster: readonly Delegate[]): Promise<void> {
  const siteIds = new Map<SiteKey, Id>();
  for (const key of Object.keys(sites) as SiteKey[]) {
    const site = await app.get(Sites, { strict: false }).create(tx, SiteDraft.parse({ ...sites[key], zone: 'America/New_York' }));
    siteIds.set(key, site.id);
  }
  const visit = await app.get(Visits, { strict: false }).open(tx, delegationId);
  const interpreterIds = roster.filter(({ role }) => role === 'interpreter').map(({ person }) => person.id);
  for (const { day: on, from, to, at, who, ...item } of week) {
    const draft = AppointmentDraft.parse({
      ...item,
      siteId: at ? siteIds.get(at) : null,
      startsAt: `${day(on)}T${from}`,
      endsAt: `${day(on)}T${to}`,
      everyone: who === undefined,
      participantIds: (who ?? []).flatMap((place) => roster[place]?.person.id ?? []),
      interpreterIds: who?.includes(1) ? interpreterIds : [],
    });
    await app.get(Appointments, { strict: false }).create(tx, visit.id, draft);
  }
  await app.get(Itineraries, { strict: false }).publishDraft(tx, visit.id);
}
