// Records of route-records.ts that take several steps, each made as its owner would make it, or straight in the tables where only a
// device, a provider or a night could.
import type { Affiliation, MemberActor } from '@amity/access';
import type { Delegate, Delegation, Differences, LooseningConsents, Roster, Share } from '@amity/delegations';
import type { Household } from '@amity/hosting';
import { addDays, dayIn, type Id } from '@amity/kernel';
import { aDelegate, aDelegation, aPerson, aSignUp } from '@amity/testing';
import { Organizations, Sessions } from '../access/index.js';
import type { Records } from './route-records.js';
import type { TestWorld } from './test-world.js';

export const today = dayIn('America/New_York', new Date());
export const stay = { arrivesOn: addDays(today, 30), departsOn: addDays(today, 34) };

/** Of retention and of requests; a certificate is made by a night alone. */
export async function keptByPrivacy(
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
export async function askedForName(world: TestWorld, as: MemberActor, mark: string): Promise<{ reveal: Id; ending: Id }> {
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
export async function consentToLoosen(world: TestWorld, as: MemberActor, mark: string): Promise<Id> {
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
export async function sharedWithPartner(
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
export async function signedInElsewhere(
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

/** Another organization, of which this one says it is the umbrella. */
export async function anUmbrella(world: TestWorld, as: MemberActor): Promise<Id> {
  const { slug } = await world.get(Organizations).byId((await world.organization()).organizationId);
  const body = { slug, otherIs: 'umbrella', agrees: true };
  return made(await world.call<Affiliation>('POST', '/api/access/affiliations', { as, body }), 'the umbrella').ours?.id ?? '';
}

/** Asked by somebody who has no second factor, so that nothing is removed. */
export async function lostFactor(world: TestWorld, organizationId: Id, accountId: Id): Promise<Id> {
  const { rows } = await world.owner.query<{ id: Id }>(
    `insert into access.recoveries (organization_id, id, account_id, device, network, expires_at)
     values ($1, gen_random_uuid(), $2, 'Phone', '', now() + interval '7 days') returning id`,
    [organizationId, accountId],
  );
  return rows[0]?.id ?? '';
}

export async function approvedFamily(world: TestWorld, as: MemberActor, mark: string): Promise<Id> {
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

export function made<T>({ status, body }: { status: number; body: T }, what: string): T {
  if (status >= 300) throw new Error(`${what} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
