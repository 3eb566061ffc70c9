// A delegation with people and its visit, and the calls that a test of the area makes again and again.
import type { MemberActor } from '@amity/access';
import type { Delegate, Delegation, DelegationInput } from '@amity/delegations';
import { aDelegate, aDelegation, anAppointment, aPerson, aSite } from '@amity/testing';
import type { Appointment, AppointmentInput, ItineraryVersion, Site, SiteInput, Visit } from '@amity/visits';
import type { Answer, TestWorld } from './test-world.js';

export class Program {
  private constructor(
    readonly world: TestWorld,
    readonly as: MemberActor,
    readonly delegation: Delegation,
    readonly people: readonly Delegate[],
    readonly visit: Visit,
  ) {}

  static async of(
    world: TestWorld,
    as: MemberActor,
    names: readonly string[] = ['Ana'],
    overrides: Partial<DelegationInput> = {},
  ): Promise<Program> {
    const delegation = await made<Delegation>(world.call('POST', '/api/delegations', { as, body: aDelegation(overrides) }));
    const people: Delegate[] = [];
    for (const givenName of names) people.push(await addDelegate(world, as, delegation.id, givenName));
    const { body: visit } = await world.call<Visit>('GET', `/api/visits/of-delegation/${delegation.id}`, { as });
    return new Program(world, as, delegation, people, visit);
  }

  personId(at: number): string {
    const delegate = this.people[at];
    if (!delegate) throw new Error(`Nobody at ${at}.`);
    return delegate.person.id;
  }

  join(givenName: string): Promise<Delegate> {
    return addDelegate(this.world, this.as, this.delegation.id, givenName);
  }

  site(overrides: Partial<SiteInput> = {}): Promise<Site> {
    return made<Site>(this.world.call('POST', '/api/visits/sites', { as: this.as, body: aSite(overrides) }));
  }

  try<T = Appointment>(overrides: Partial<AppointmentInput> = {}): Promise<Answer<T>> {
    return this.world.call<T>('POST', `/api/visits/${this.visit.id}/appointments`, { as: this.as, body: anAppointment(overrides) });
  }

  plan(overrides: Partial<AppointmentInput> = {}): Promise<Appointment> {
    return made<Appointment>(this.try(overrides));
  }

  change<T = Appointment>(
    appointment: Appointment,
    overrides: Partial<AppointmentInput>,
    version = appointment.version,
  ): Promise<Answer<T>> {
    return this.world.call<T>('PUT', `/api/visits/appointments/${appointment.id}`, {
      as: this.as,
      headers: { 'if-match': `"${version}"` },
      body: { ...draftOf(appointment), ...overrides },
    });
  }

  move<T = Appointment>(appointment: Appointment, state: string): Promise<Answer<T>> {
    return this.world.call<T>('POST', `/api/visits/appointments/${appointment.id}/state`, {
      as: this.as,
      headers: { 'if-match': `"${appointment.version}"` },
      body: { state },
    });
  }

  async list(query = ''): Promise<Appointment[]> {
    const { body } = await this.world.call<{ items: Appointment[] }>('GET', `/api/visits/${this.visit.id}/appointments${query}`, {
      as: this.as,
    });
    return body.items;
  }

  publish(): Promise<Answer<ItineraryVersion>> {
    return this.world.call<ItineraryVersion>('POST', `/api/visits/${this.visit.id}/publish`, { as: this.as });
  }
}

async function made<T>(call: Promise<Answer<T>>): Promise<T> {
  const { status, body } = await call;
  if (status !== 201) throw new Error(`Answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

function addDelegate(world: TestWorld, as: MemberActor, delegationId: string, givenName: string): Promise<Delegate> {
  const person = aPerson({ givenName, familyName: 'Silva', email: `${givenName.toLowerCase()}-${delegationId}@example.org` });
  return made<Delegate>(world.call('POST', `/api/delegations/${delegationId}/roster`, { as, body: aDelegate({ person }) }));
}

function draftOf({
  title,
  kind,
  track,
  site,
  startsAt,
  endsAt,
  state,
  everyone,
  people,
  appointmentHost,
  notes,
}: Appointment): AppointmentInput {
  const ids = (part: string): string[] => people.filter((person) => person.as === part).map(({ personId }) => personId);
  return {
    title,
    kind,
    track,
    siteId: site?.id ?? null,
    startsAt,
    endsAt,
    state,
    everyone,
    participantIds: everyone ? [] : ids('participant'),
    interpreterIds: ids('interpreter'),
    escortIds: ids('escort'),
    appointmentHost,
    notes,
  };
}
