// One record of every class of retention, a delegation long over, for tests of what goes and of what is held.
import type { MemberActor } from '@amity/access';
import type { Delegate, Delegation } from '@amity/delegations';
import type { Household } from '@amity/hosting';
import { addDays, dayIn, type Id } from '@amity/kernel';
import type { Wave } from '@amity/outcomes';
import { aDelegate, aDelegation, anAppointment, aPerson, aRoster, aSignUp } from '@amity/testing';
import type { Appointment, Visit } from '@amity/visits';
import { Tenants } from '../database/tenants.js';
import { Jobs } from '../interchange/index.js';
import { Outbox } from '../messages/index.js';
import { multipart } from './multipart.js';
import type { TestWorld } from './test-world.js';

export const today = dayIn('America/New_York', new Date());

export interface Kept {
  readonly delegationId: Id;
  readonly delegateId: Id;
  readonly personId: Id;
  readonly householdId: Id;
  readonly appointmentId: Id;
  readonly bystanderId: Id;
}

/** Everything about the traveller says `word` somewhere, and about a family that has nothing to do with them `home`. Nothing is due yet: see `age`. */
export async function keepEverything(world: TestWorld, as: MemberActor, word: string, home = word): Promise<Kept> {
  const post = async <T>(url: string, body: unknown): Promise<T> => {
    const answer = await world.call<T>('POST', url, { as, body, headers: { 'idempotency-key': crypto.randomUUID() } });
    if (answer.status >= 300) throw new Error(`${url} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const stay = { arrivesOn: addDays(today, -4), departsOn: addDays(today, -1) };
  const delegation = await post<Delegation>('/api/delegations', aDelegation({ ...stay, name: 'Quiet talks' }));
  const url = `/api/delegations/${delegation.id}`;
  const person = aPerson({ givenName: word, familyName: 'Silva', birthDate: '1980-05-05', email: `${word.toLowerCase()}@example.org` });
  const delegate = await post<Delegate>(
    `${url}/roster`,
    aDelegate({ person, notes: `${word} note`, diet: [`${word} diet`], flights: `${word} 42` }),
  );
  const personId = delegate.person.id;
  for (const fact of [
    { kind: 'identity_document', value: { document: 'passport', number: word } },
    { kind: 'health', value: { text: `${word} health` } },
    { kind: 'faith', value: { text: `${word} faith` } },
  ])
    await post(`/api/privacy/people/${personId}/facts`, fact);
  await shareWithPartner(world, as, { delegationId: delegation.id, delegateId: delegate.id, personId, word });
  const bystander = await post<{ id: Id }>('/api/people', aPerson({ givenName: 'By', familyName: 'Stander', email: null }));
  await post(`/api/privacy/people/${bystander.id}/facts`, { kind: 'health', value: { text: 'asthma' } });

  const visit = (await world.call<Visit>('GET', `/api/visits/of-delegation/${delegation.id}`, { as })).body;
  const at = {
    startsAt: `${stay.arrivesOn}T09:00`,
    endsAt: `${stay.arrivesOn}T10:00`,
    notes: `${word} Silva said so`,
    participantIds: [personId],
    everyone: false,
  };
  const appointment = await post<Appointment>(`/api/visits/${visit.id}/appointments`, anAppointment(at));
  const { version } = (await world.call<Delegation>('GET', url, { as })).body;
  const instruments = (await world.call<{ items: { id: Id }[] }>('GET', '/api/outcomes/instruments', { as })).body.items;
  await world.owner.query(`select set_config('app.organization_id', $1, false)`, [as.organizationId]);
  await world.owner.query(
    `insert into privacy.consent_policies (organization_id, id, purpose, is_required) values ($1, gen_random_uuid(), 'survey', false) on conflict do nothing`,
    [as.organizationId],
  );
  const wave = { delegationId: delegation.id, instrumentId: instruments[0]?.id, moment: 'post', opensOn: today, closesOn: today };
  await post<Wave>('/api/outcomes/waves', wave);
  const ruled = await world.call('POST', `${url}/rule`, { as, body: { rule: 'chatham' }, headers: { 'if-match': `"${version}"` } });
  if (ruled.status >= 300) throw new Error(`the rule answered ${ruled.status}`);

  const roster = multipart('roster.csv', Buffer.from(aRoster([[word, 'Silva', '', '', '', '', '']])));
  await world.call('POST', `${url}/roster/files`, { as, ...roster });
  const jobs = world.get(Jobs);
  const kind = `test.${crypto.randomUUID()}` as const;
  jobs.register(kind, () => Promise.resolve({ found: word }));
  const job = await world.get(Tenants).write(as, (tx) => jobs.start(tx, kind, 'Roster', { delegationId: delegation.id }));
  await world.eventually(
    'the job is done',
    async () => (await world.owner.query(`select 1 from interchange.jobs where id = $1 and state = 'done'`, [job.id])).rowCount,
  );
  await world
    .get(Tenants)
    .write(as, (tx) =>
      world
        .get(Outbox)
        .send(tx, { to: `${word.toLowerCase()}@example.org`, subject: `${word}, welcome`, paragraphs: ['Hello'], about: delegation.id }),
    );

  const household = await post<Household>(
    '/api/hosting/households',
    aSignUp({ members: [], hasPets: false, pets: [], email: `home@${home.toLowerCase()}.example` }),
  );
  await post(`/api/hosting/households/${household.id}/checks`, {
    requirementKey: 'orientation',
    outcome: 'passed',
    checkedOn: today,
    provider: home,
  });
  await world.eventually(
    'no letter waits',
    async () =>
      !(await world.owner.query(`select 1 from messages.mail where state = 'queued' and organization_id = $1`, [as.organizationId]))
        .rowCount,
  );
  return {
    delegationId: delegation.id,
    delegateId: delegate.id,
    personId,
    householdId: household.id,
    appointmentId: appointment.id,
    bystanderId: bystander.id,
  };
}

/** Years go by: the delegation is over, letters and files are old, checks ran out. */
export async function age(world: TestWorld, { organizationId }: MemberActor, years = 6): Promise<void> {
  await world.owner.query(`select set_config('app.organization_id', $1, false)`, [organizationId]);
  const back = `interval '${years} years'`;
  await world.owner.query(`
    begin;
    set local session_replication_role = replica;
    update delegations.delegations set arrives_on = arrives_on - ${back}, departs_on = departs_on - ${back};
    update privacy.facts set updated_at = updated_at - ${back};
    update visits.appointments set starts_at = starts_at - ${back}, ends_at = ends_at - ${back};
    update outcomes.waves set opens_on = opens_on - ${back}, closes_on = closes_on - ${back};
    update hosting.checks set checked_on = checked_on - ${back}, valid_until = (checked_on - ${back})::date;
    update interchange.files set updated_at = updated_at - ${back};
    update interchange.jobs set updated_at = updated_at - ${back};
    update messages.mail set created_at = created_at - ${back}, sent_at = sent_at - ${back};
    commit`);
}

/** A partner says that the guest comes by another flight. */
async function shareWithPartner(
  world: TestWorld,
  as: MemberActor,
  { delegationId, delegateId, personId, word }: { delegationId: Id; delegateId: Id; personId: Id; word: string },
): Promise<void> {
  const partner = await world.member(as, ['partner_coordinator']);
  const agreed = { purpose: 'partner_sharing', decision: 'given', language: 'en', edition: 1, note: 'Said so on the phone.' };
  const share = { accountId: partner.accountId, delegationId, fields: ['names', 'flights'] };
  const said = { field: 'flights', value: `${word} 43` };
  for (const { status, body } of [
    await world.call('POST', `/api/privacy/people/${personId}/consents`, { as, body: agreed }),
    await world.call('POST', '/api/delegations/shares', { as, body: share }),
    await world.call('PUT', `/api/delegations/shared/${delegationId}/delegates/${delegateId}`, { as: partner, body: said }),
  ])
    if (status >= 300) throw new Error(`sharing answered ${status}: ${JSON.stringify(body)}`);
}
