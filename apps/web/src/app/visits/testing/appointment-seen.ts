// An appointment as the api shows it, for specs of the week and its store.
import { resolveLocal, type Appointment } from '@amity/visits';

export function anAppointmentSeen(overrides: Partial<Appointment> = {}): Appointment {
  const { startsAt = '2026-05-05T09:00', endsAt = '2026-05-05T10:30', zone = 'America/New_York' } = overrides;
  return {
    id: '01973f00-0000-7000-8000-000000000001',
    visitId: '01973f00-0000-7000-8000-0000000000aa',
    title: 'City hall welcome',
    kind: 'ceremony',
    track: null,
    site: null,
    startsAt,
    endsAt,
    zone,
    start: instantOf(startsAt, zone),
    end: instantOf(endsAt, zone),
    state: 'confirmed',
    everyone: true,
    people: [],
    appointmentHost: null,
    notes: null,
    rule: 'public',
    effectiveRule: 'public',
    known: true,
    notices: [],
    version: 1,
    ...overrides,
  };
}

function instantOf(local: string, zone: string): string {
  const time = resolveLocal(local, zone);
  if (time.kind === 'missing') throw new Error(`${local} does not exist in ${zone}.`);
  return new Date(time.at).toISOString();
}
