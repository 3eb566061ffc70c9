// One organization with one record of every kind that an address can name, made over the api as its administrator. Tests of access
// ask for these records as somebody else. A route with a parameter that `recordsInPaths` does not know fails the matrix: its
// author adds a line here.
import type { MemberActor, MemberInvitation, NewApiToken, User } from '@amity/access';
import type { Assignments, Delegate, Delegation, NeedToKnow, RosterPreview } from '@amity/delegations';
import { addDays, type Id } from '@amity/kernel';
import type { Indicator, Instrument, InvitationList, Measurement, Wave } from '@amity/outcomes';
import type { Placement } from '@amity/placements';
import { aDelegate, aDelegation, anAppointment, aPartnership, aPerson, aPlacement, aRoster, aSite } from '@amity/testing';
import type { Appointment, Visit } from '@amity/visits';
import { Jobs } from '../interchange/index.js';
import { Tenants } from '../database/tenants.js';
import { multipart } from './multipart.js';
import {
  anUmbrella,
  approvedFamily,
  askedForName,
  consentToLoosen,
  keptByPrivacy,
  lostFactor,
  made,
  sharedWithPartner,
  signedInElsewhere,
  stay,
  today,
} from './record-makers.js';
import type { TestWorld } from './test-world.js';

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
  | 'affiliation'
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
  '/api/access/affiliations/{affiliationId}': 'affiliation',
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
  const affiliation = await anUmbrella(world, as);
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
    affiliation,
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
