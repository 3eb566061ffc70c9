// One organization with one record of every kind that an address can name, made over the api as its administrator. Tests of access
// ask for these records as somebody else. A route with a parameter that `recordsInPaths` does not know fails the matrix: its
// author adds a line here.
import type { MemberActor, MemberInvitation, NewApiToken, User } from '@amity/access';
import type {
  Assignments,
  Delegate,
  Delegation,
  Differences,
  LooseningConsents,
  NeedToKnow,
  Roster,
  RosterPreview,
  Share,
} from '@amity/delegations';
import type { Household } from '@amity/hosting';
import { addDays, dayIn, type Id } from '@amity/kernel';
import type { Indicator, Instrument, InvitationList, Measurement, Wave } from '@amity/outcomes';
import type { Placement } from '@amity/placements';
import { aDelegate, aDelegation, anAppointment, aPartnership, aPerson, aPlacement, aRoster, aSignUp, aSite } from '@amity/testing';
import type { Appointment, Visit } from '@amity/visits';
import { Sessions } from '../access/index.js';
import { Jobs } from '../interchange/index.js';
import { Tenants } from '../database/tenants.js';
import { multipart } from './multipart.js';
import type { TestWorld } from './test-world.js';

const today = dayIn('America/New_York', new Date());
export const stay = { arrivesOn: addDays(today, 30), departsOn: addDays(today, 34) };

/** The ids of one organization's records, by what they are. */
export type Records = Readonly<Record<RecordName, Id>>;
export type RecordName =
  | 'person'
  | 'partnership'
  | 'delegation'
  | 'delegate'
  | 'rosterFile'
  | 'household'
  | 'placement'
  | 'visit'
  | 'site'
  | 'appointment'
  | 'instrument'
  | 'wave'
  | 'surveyInvitation'
  | 'indicator'
  | 'measurement'
  | 'job'
  | 'user'
  | 'role'
  | 'invitation'
  | 'token'
  | 'session'
  | 'passkey'
  | 'identity'
  | 'recovery'
  | 'knower'
  | 'loosening'
  | 'share'
  | 'assignment'
  | 'partnerEntry'
  | 'partner'
  | 'fact'
  | 'retentionPolicy'
  | 'certificate'
  | 'hold'
  | 'dataRequest'
  | 'reveal'
  | 'ending'
  | 'account';

/** Which record a parameter names, by the address up to and with it. */
export const recordsInPaths: Readonly<Record<string, RecordName>> = {
  '/api/access/invitations/{invitationId}': 'invitation',
  '/api/access/passkeys/{id}': 'passkey',
  '/api/access/provider/identities/{id}': 'identity',
  '/api/access/recoveries/{recoveryId}': 'recovery',
  '/api/access/roles/{roleId}': 'role',
  '/api/access/sessions/{id}': 'session',
  '/api/access/tokens/{tokenId}': 'token',
  '/api/access/users/{userId}': 'user',
  '/api/delegations/{id}': 'delegation',
  '/api/delegations/{id}/assignments/{assignmentId}': 'assignment',
  '/api/delegations/{id}/differences/{entryId}': 'partnerEntry',
  '/api/delegations/{id}/loosening-consents/{consentId}': 'loosening',
  '/api/delegations/{id}/need-to-know/{entryId}': 'knower',
  '/api/delegations/{id}/roster/{delegateId}': 'delegate',
  '/api/delegations/{id}/roster/files/{fileId}': 'rosterFile',
  '/api/delegations/shared/{id}': 'delegation',
  '/api/delegations/shared/{id}/delegates/{delegateId}': 'delegate',
  '/api/delegations/shares/{shareId}': 'share',
  '/api/hosting/households/{id}': 'household',
  '/api/interchange/jobs/{id}': 'job',
  '/api/outcomes/indicators/{id}': 'indicator',
  '/api/outcomes/instruments/{id}': 'instrument',
  '/api/outcomes/invitations/{id}': 'surveyInvitation',
  '/api/outcomes/measurements/{id}': 'measurement',
  '/api/outcomes/waves/{id}': 'wave',
  '/api/partnerships/{id}': 'partnership',
  '/api/people/{id}': 'person',
  '/api/placements/{id}': 'placement',
  '/api/placements/delegates/{id}': 'delegate',
  '/api/placements/delegations/{id}': 'delegation',
  '/api/placements/households/{id}': 'household',
  '/api/privacy/certificates/{certificateId}': 'certificate',
  '/api/privacy/holds/{holdId}': 'hold',
  '/api/privacy/people/{personId}': 'person',
  '/api/privacy/people/{personId}/facts/{id}': 'fact',
  '/api/privacy/requests/{requestId}': 'dataRequest',
  '/api/privacy/retention/{policyId}': 'retentionPolicy',
  '/api/privacy/hide-me/people/{personId}': 'person',
  '/api/privacy/protection/people/{personId}': 'person',
  '/api/privacy/protection/reveals/{revealId}': 'reveal',
  '/api/privacy/protection/endings/{endingId}': 'ending',
  '/api/visits/{id}': 'visit',
  '/api/visits/appointments/{id}': 'appointment',
  '/api/visits/of-delegation/{delegationId}': 'delegation',
  '/api/visits/sites/{id}': 'site',
};

/** The parameters of an address, each with the key of `recordsInPaths`. */
export function parametersOf(path: string): { name: string; key: string }[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((m) => ({ name: m[1] ?? '', key: path.slice(0, m.index + m[0].length) }));
}

/** Replaces each parameter of an address. */
export function addressed(path: string, idOf: (key: string) => Id): string {
  return path.replaceAll(/\{\w+\}/g, (whole, at: number) => idOf(path.slice(0, at + whole.length)));
}

export async function makeRecords(world: TestWorld, as: MemberActor, mark: string): Promise<Records> {
  const post = async <T>(url: string, body: unknown): Promise<T> => made(await world.call<T>('POST', url, { as, body }), url);
  const get = async <T>(url: string): Promise<T> => made(await world.call<T>('GET', url, { as }), url);

  const person = (await post<{ id: Id }>('/api/people', aPerson({ email: `person@${mark}.example` }))).id;
  const partnership = (await post<{ id: Id }>('/api/partnerships', aPartnership())).id;
  const delegation = (await post<Delegation>('/api/delegations', aDelegation(stay))).id;
  const guest = aPerson({ givenName: 'Guest', email: `guest@${mark}.example`, birthDate: '1990-04-05' });
  const delegate = (await post<Delegate>(`/api/delegations/${delegation}/roster`, aDelegate({ person: guest, petAllergies: [] }))).id;
  const roster = multipart('roster.csv', Buffer.from(aRoster([['Ana', mark, '', '', '', '', '']])));
  const uploaded = await world.call<RosterPreview>('POST', `/api/delegations/${delegation}/roster/files`, { as, ...roster });
  const rosterFile = made(uploaded, 'the roster').fileId;
  const household = await approvedFamily(world, as, mark);
  const placement = (await post<Placement>('/api/placements', aPlacement({ delegateId: delegate, householdId: household }))).id;
  const visit = (await get<Visit>(`/api/visits/of-delegation/${delegation}`)).id;
  const site = (await post<{ id: Id }>('/api/visits/sites', aSite())).id;
  const at = { startsAt: `${stay.arrivesOn}T09:00`, endsAt: `${stay.arrivesOn}T10:00` };
  const appointment = (await post<Appointment>(`/api/visits/${visit}/appointments`, anAppointment(at))).id;
  const instrument = (await get<{ items: Instrument[] }>('/api/outcomes/instruments')).items[0]?.id ?? '';
  const wave = (
    await post<Wave>('/api/outcomes/waves', {
      delegationId: delegation,
      instrumentId: instrument,
      moment: 'post',
      opensOn: today,
      closesOn: addDays(today, 14),
    })
  ).id;
  const surveyInvitation = (await get<InvitationList>(`/api/outcomes/waves/${wave}/invitations`)).items[0]?.id ?? '';
  const aim = { name: 'Ties', level: 'outcome', unit: 'people', baseline: 0, target: 9, source: 'measured' };
  const indicator = (await post<Indicator>('/api/outcomes/indicators', aim)).id;
  const measured = { value: 3, measuredOn: today };
  const measurement = (await post<Measurement>(`/api/outcomes/indicators/${indicator}/measurements`, measured)).id;
  world.get(Jobs).register('test.nothing', () => Promise.resolve(null));
  const job = (await world.get(Tenants).write(as, (tx) => world.get(Jobs).start(tx, 'test.nothing', 'Nothing', {}))).id;
  const account = (await world.member(as, ['volunteer'])).accountId;
  const users = (await get<{ items: User[] }>('/api/access/users')).items;
  const role = (await post<{ id: Id }>('/api/access/roles', { name: 'Registrar', permissions: ['people.read'] })).id;
  const invited = { email: `invited@${mark}.example`, roles: ['volunteer'] };
  const invitation = (await post<MemberInvitation>('/api/access/invitations', invited)).id;
  const token = (await post<NewApiToken>('/api/access/tokens', { name: 'Reader', scopes: ['people.read'], days: 30 })).id;
  const user = users.find(({ isMe }) => !isMe)?.id ?? '';
  const fact = (await post<{ id: Id }>(`/api/privacy/people/${person}/facts`, { kind: 'faith', value: { text: 'Quaker' } })).id;
  const kept = await keptByPrivacy(world, as, person);
  const knower = (await get<NeedToKnow>(`/api/delegations/${delegation}/need-to-know`)).items[0]?.id ?? '';
  const loosening = await consentToLoosen(world, as, mark);
  const recovery = await lostFactor(world, as.organizationId, account);
  const { session, passkey, identity } = await signedInElsewhere(world, as);
  const assigned = await post<Assignments>(`/api/delegations/${delegation}/assignments`, { accountId: account });
  const assignment = assigned.items[0]?.id ?? '';
  const { share, partnerEntry, partner } = await sharedWithPartner(world, as, { delegation, delegate, partnership });
  const { reveal, ending } = await askedForName(world, as, mark);
  return {
    person,
    partnership,
    delegation,
    delegate,
    rosterFile,
    household,
    placement,
    visit,
    site,
    appointment,
    instrument,
    wave,
    surveyInvitation,
    indicator,
    measurement,
    job,
    user,
    role,
    invitation,
    token,
    session,
    passkey,
    identity,
    recovery,
    knower,
    loosening,
    assignment,
    share,
    partnerEntry,
    partner,
    fact,
    reveal,
    ending,
    account,
    ...kept,
  };
}

/** Of retention and of requests; a certificate is made by a night alone. */
async function keptByPrivacy(
  world: TestWorld,
  as: MemberActor,
  personId: Id,
): Promise<Pick<Records, 'retentionPolicy' | 'certificate' | 'hold' | 'dataRequest'>> {
  const post = async (url: string, body: object) => made(await world.call<{ id: Id }>('POST', url, { as, body }), url).id;
  const { items } = made(await world.call<{ items: { id: Id }[] }>('GET', '/api/privacy/retention', { as }), 'the policies');
  const held = await post('/api/people', aPerson({ givenName: 'Held', email: null }));
  const hold = await post('/api/privacy/holds', { personId: held, reason: 'A court asked for it.' });
  const asked = { personId, kind: 'access', receivedOn: today, asker: 'self' };
  const dataRequest = await post('/api/privacy/requests', asked);
  await world.owner.query(`select set_config('app.organization_id', $1, false)`, [as.organizationId]);
  const { rows } = await world.owner.query<{ id: Id }>(
    `insert into privacy.deletion_certificates (organization_id, id, key, ran_on, count, keep_count, keep_unit, policy_version, digest)
     values ($1, gen_random_uuid(), 'letters', $2, 3, 90, 'days', 1, repeat('0', 64)) returning id`,
    [as.organizationId, today],
  );
  return { retentionPolicy: items[0]?.id ?? '', certificate: rows[0]?.id ?? '', hold, dataRequest };
}

/** Requests for the real name of somebody of their own, who is protected, and for the end of that. */
async function askedForName(world: TestWorld, as: MemberActor, mark: string): Promise<{ reveal: Id; ending: Id }> {
  const lead = await world.member(as, ['safeguarding_lead']);
  const hidden = { as, body: aPerson({ givenName: 'Hidden', email: `hidden@${mark}.example` }) };
  const { id } = made(await world.call<{ id: Id }>('POST', '/api/people', hidden), 'somebody at risk');
  const url = `/api/privacy/protection/people/${id}`;
  made(await world.call('POST', url, { as: lead, body: { reason: 'Threatened.' } }), 'the protection');
  const asked = await world.call<{ id: Id }>('POST', `${url}/reveals`, { as: lead, body: { reason: 'The police asks.' } });
  const ending = await world.call<{ id: Id }>('POST', `${url}/endings`, { as: lead, body: { reason: 'The danger is over.' } });
  return { reveal: made(asked, 'the request').id, ending: made(ending, 'the end').id };
}

/** A delegation of its own under the rule, so that the other records stay as public as they are. */
async function consentToLoosen(world: TestWorld, as: MemberActor, mark: string): Promise<Id> {
  const url = `/api/delegations`;
  const quiet = made(await world.call<Delegation>('POST', url, { as, body: aDelegation({ ...stay, name: 'Quiet talks' }) }), 'quiet talks');
  const guest = { as, body: aDelegate({ person: aPerson({ givenName: 'Quiet', email: `quiet@${mark}.example` }) }) };
  const { id: delegateId } = made(await world.call<Delegate>('POST', `${url}/${quiet.id}/roster`, guest), 'a quiet guest');
  const { version } = made(await world.call<Delegation>('GET', `${url}/${quiet.id}`, { as }), 'the version');
  const ruled = { as, body: { rule: 'chatham' }, headers: { 'if-match': `"${version}"` } };
  made(await world.call('POST', `${url}/${quiet.id}/rule`, ruled), 'the rule');
  const agreed = { as, body: { delegateId, rule: 'public' } };
  const { items } = made(await world.call<LooseningConsents>('POST', `${url}/${quiet.id}/loosening-consents`, agreed), 'a consent');
  return items[0]?.consent?.id ?? '';
}

/** A share with a partner who is a member of their own, and one who does not agree with the roster; the actor, who may read what is shared, is shown it as well. */
async function sharedWithPartner(
  world: TestWorld,
  as: MemberActor,
  { delegation, delegate, partnership }: { delegation: Id; delegate: Id; partnership: Id },
): Promise<{ share: Id; partnerEntry: Id; partner: Id }> {
  const partner = await world.member(as, ['partner_coordinator']);
  const fields = ['names', 'diet', 'flights', 'contacts'];
  const share = (accountId: Id, about: object) =>
    world.call<Share>('POST', '/api/delegations/shares', { as, body: { accountId, ...about, fields } });
  const { id } = made(await share(partner.accountId, { partnershipId: partnership }), 'the share of a partnership');
  made(await share(partner.accountId, { delegationId: delegation }), 'the share of a delegation');
  if (as.permissions.has('delegations.read_shared'))
    made(await share(as.accountId, { delegationId: delegation }), 'the share with oneself');
  const person =
    made(await world.call<Roster>('GET', `/api/delegations/${delegation}/roster`, { as }), 'the roster').items[0]?.person.id ?? '';
  const agreed = { purpose: 'partner_sharing', decision: 'given', language: 'en', edition: 1, note: 'Said so on the phone.' };
  made(await world.call('POST', `/api/privacy/people/${person}/consents`, { as, body: agreed }), 'the consent');
  const said = { as: partner, body: { field: 'flights', value: 'LH 400, at noon' } };
  made(await world.call('PUT', `/api/delegations/shared/${delegation}/delegates/${delegate}`, said), 'an entry');
  const { items } = made(await world.call<Differences>('GET', `/api/delegations/${delegation}/differences`, { as }), 'the differences');
  return { share: id, partnerEntry: items[0]?.entryId ?? '', partner: partner.accountId };
}

/** A second device of the same account; a passkey, which only a device could make over the api; and what only a provider could vouch for. */
async function signedInElsewhere(
  world: TestWorld,
  { accountId, organizationId }: MemberActor,
): Promise<{ session: Id; passkey: Id; identity: Id }> {
  await world.get(Sessions).open(accountId, organizationId);
  const { rows: sessions } = await world.owner.query<{ id: Id }>(
    'select id from identity.sessions where account_id = $1 order by created_at desc limit 1',
    [accountId],
  );
  const { rows: passkeys } = await world.owner.query<{ id: Id }>(
    `insert into identity.passkeys (id, account_id, credential_id, public_key, counter, name, is_synced)
     values (gen_random_uuid(), $1::uuid, $1::uuid::text, '\\x00', 0, 'Phone', false) returning id`,
    [accountId],
  );
  const { rows: identities } = await world.owner.query<{ id: Id }>(
    `insert into identity.external_identities (id, account_id, issuer, subject, label)
     values (gen_random_uuid(), $1::uuid, 'https://city.example', $1::uuid::text, 'City') returning id`,
    [accountId],
  );
  return { session: sessions[0]?.id ?? '', passkey: passkeys[0]?.id ?? '', identity: identities[0]?.id ?? '' };
}

/** Asked by somebody who has no second factor, so that nothing is removed. */
async function lostFactor(world: TestWorld, organizationId: Id, accountId: Id): Promise<Id> {
  const { rows } = await world.owner.query<{ id: Id }>(
    `insert into access.recoveries (organization_id, id, account_id, device, network, expires_at)
     values ($1, gen_random_uuid(), $2, 'Phone', '', now() + interval '7 days') returning id`,
    [organizationId, accountId],
  );
  return rows[0]?.id ?? '';
}

async function approvedFamily(world: TestWorld, as: MemberActor, mark: string): Promise<Id> {
  const offers = [{ from: today, to: addDays(today, 60) }];
  const alone = { members: [], hasPets: false, pets: [], offers, email: `family@${mark}.example` };
  const answer = await world.call<Household>('POST', '/api/hosting/households', { as, body: aSignUp(alone) });
  const { id, members } = made(answer, 'the family');
  const checks = [
    ...['home_visit', 'reference_1', 'reference_2', 'orientation'].map((requirementKey) => ({ requirementKey })),
    ...members.map((member) => ({ requirementKey: 'criminal_check', memberId: member.id })),
  ];
  for (const check of checks)
    made(
      await world.call('POST', `/api/hosting/households/${id}/checks`, { as, body: { ...check, outcome: 'passed', checkedOn: today } }),
      'a check',
    );
  for (const to of ['vetting', 'approved']) {
    const { version } = made(await world.call<Household>('GET', `/api/hosting/households/${id}`, { as }), 'the household');
    const moved = { as, body: { to }, headers: { 'if-match': `"${version}"` } };
    made(await world.call('POST', `/api/hosting/households/${id}/state`, moved), `becoming ${to}`);
  }
  return id;
}

function made<T>({ status, body }: { status: number; body: T }, what: string): T {
  if (status >= 300) throw new Error(`${what} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
