// A body that fits, for every route that takes one, with the ids of one organization's records in it. Sent with the records of
// another organization, or with more than the contract names, it must do no harm.
import { addDays, dayIn } from '@amity/kernel';
import { aDelegate, aDelegation, anAppointment, aPartnership, aPerson, aPlacement, aSignUp, aSite } from '@amity/testing';
import { multipart } from './multipart.js';
import { stay } from './record-makers.js';
import type { Records } from './route-records.js';

const today = dayIn('America/New_York', new Date());
const times = { startsAt: `${stay.arrivesOn}T14:00`, endsAt: `${stay.arrivesOn}T15:00` };
const aim = { name: 'Ties', level: 'outcome', unit: 'people', baseline: 0, target: 7, source: 'measured' };
const measured = { value: 4, measuredOn: today };
const csv = () => multipart('list.csv', Buffer.from('Given name,Family name\nAda,Byron\n'));
const offers = [{ from: today, to: addDays(today, 60) }];
const columns = { givenName: 'Given name', familyName: 'Family name' };
const passkey = 'correct horse battery';

/** What a device might send; no challenge is open for it. */
const credential = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} };
const signed = { ...credential, response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' } };
const made = { ...credential, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } };

const item = {
  key: 'one',
  kind: 'scale',
  text: 'Was it good?',
  help: null,
  min: 1,
  max: 5,
  minLabel: 'No',
  maxLabel: 'Yes',
  reverse: false,
  subscale: null,
  kirkpatrick: 1,
  optional: false,
  harm: false,
};

type Body = (records: Records) => object;

/** `form` bodies carry their own headers. */
export const forms: Readonly<Record<string, () => { body: Buffer; headers: Record<string, string> }>> = {
  'POST /api/delegations/{id}/roster/files': csv,
  'POST /api/partnerships/imports/files': csv,
};

/** What must stand behind the question mark for the request to be right. */
export const queries: Readonly<Record<string, string>> = {
  'GET /api/privacy/people/{personId}/facts': '?purpose=travel',
};

export const bodies: Readonly<Record<string, Body>> = {
  'POST /api/access/affiliations': () => ({ slug: 'nobody-of-this-name', otherIs: 'chapter', agrees: true }),
  'POST /api/access/authenticator/confirm': () => ({ code: '000000' }),
  'POST /api/access/invitations': (r) => ({ email: 'new@invited.example', roles: ['volunteer'], customRoleIds: [r.role] }),
  'POST /api/access/invitations/mine/accept': () => ({ name: 'Nia', password: passkey }),
  'POST /api/access/magic-links': () => ({ email: 'nobody@example.org' }),
  'POST /api/access/magic-links/use': () => ({ token: 'x'.repeat(43) }),
  'POST /api/access/passkeys': () => ({ name: 'Phone', credential: made }),
  'PATCH /api/access/passkeys/{id}': () => ({ name: 'Old phone' }),
  'POST /api/access/password': () => ({ oldPassword: 'not this one', newPassword: 'another horse, another battery' }),
  'POST /api/access/provider/answers': () => ({ query: 'code=x&state=y' }),
  'POST /api/access/provider/codes': () => ({ code: '000000' }),
  'POST /api/access/provider/sign-ins': () => ({ returnTo: '/' }),
  'POST /api/access/recoveries': () => ({ email: 'nobody@example.org', password: passkey }),
  'POST /api/access/recoveries/{recoveryId}/confirm': () => ({ reason: 'Called her at home.' }),
  'POST /api/access/recoveries/{recoveryId}/refuse': () => ({ reason: 'Nobody answered the phone.' }),
  'POST /api/access/roles': () => ({ name: 'Porter', permissions: ['people.read'] }),
  'PUT /api/access/roles/{roleId}': () => ({ name: 'Registrar', permissions: ['people.read', 'people.edit'] }),
  'POST /api/access/sessions': () => ({ email: 'nobody@example.org', password: passkey }),
  'POST /api/access/sessions/current/confirm': () => ({ password: 'not this one' }),
  'POST /api/access/sessions/passkey': () => signed,
  'POST /api/access/sessions/switch': () => ({ organizationId: '01a2013f-7aa4-7873-8e08-475a972c512e' }),
  'POST /api/access/set-up': () => ({
    organizationName: 'Harbor',
    slug: 'harbor',
    zone: 'Europe/Berlin',
    name: 'Ada',
    email: 'ada@harbor.example',
    password: passkey,
  }),
  'POST /api/access/tokens': () => ({ name: 'Writer', scopes: ['people.edit'], days: 3 }),
  'PUT /api/access/users/{userId}/roles': (r) => ({ roles: ['host'], customRoleIds: [r.role] }),
  'POST /api/audit/entries/export': () => ({ reason: 'For the board.', format: 'csv' }),
  'POST /api/delegations': (r) => aDelegation({ ...stay, partnershipId: r.partnership }),
  'PUT /api/delegations/{id}': (r) => aDelegation({ ...stay, name: 'Renamed', partnershipId: r.partnership }),
  'POST /api/delegations/{id}/assignments': (r) => ({ accountId: r.partner }),
  'POST /api/delegations/{id}/loosening-consents': (r) => ({ delegateId: r.delegate, rule: 'public' }),
  'POST /api/delegations/{id}/need-to-know': (r) => ({ accountId: r.account, reason: 'Meets them at the airport.' }),
  'POST /api/delegations/{id}/rule': () => ({ rule: 'public' }),
  'POST /api/delegations/{id}/roster': () => aDelegate({ person: aPerson({ givenName: 'Nia', email: 'nia@example.org' }) }),
  'PUT /api/delegations/{id}/roster/{delegateId}': () => ({ ...aDelegate(), person: { ...aPerson(), version: 1 } }),
  'POST /api/delegations/{id}/roster/dry-runs': (r) => ({ fileId: r.rosterFile, mapping: { columns, choices: {} } }),
  'POST /api/delegations/{id}/roster/imports': (r) => ({ fileId: r.rosterFile, mapping: { columns, choices: {} } }),
  'POST /api/delegations/{id}/state': () => ({ state: 'confirmed' }),
  'POST /api/delegations/shares': (r) => ({ accountId: r.partner, delegationId: r.delegation, fields: ['diet'] }),
  'PUT /api/delegations/shared/{id}/delegates/{delegateId}': () => ({ field: 'diet', value: ['vegan'] }),
  'PATCH /api/hosting/home': () => ({ beds: 2 }),
  'POST /api/hosting/households': () => aSignUp({ offers, email: 'another@example.org' }),
  'PATCH /api/hosting/households/{id}': () => ({ beds: 3 }),
  'POST /api/hosting/households/{id}/checks': () => ({ requirementKey: 'orientation', outcome: 'passed', checkedOn: today }),
  'POST /api/hosting/households/{id}/state': () => ({ to: 'paused' }),
  'POST /api/hosting/sign-ups': () => ({ slug: 'nowhere' }),
  'PATCH /api/hosting/sign-ups/mine': () => ({ draft: {}, step: 1 }),
  'POST /api/outcomes/indicators': (r) => ({ ...aim, delegationId: r.delegation }),
  'PUT /api/outcomes/indicators/{id}': (r) => ({ ...aim, delegationId: r.delegation }),
  'POST /api/outcomes/indicators/{id}/measurements': () => measured,
  'PUT /api/outcomes/instruments/{id}': () => ({
    name: 'Short',
    about: '',
    adaptedFrom: null,
    scales: [],
    items: [item],
  }),
  'PUT /api/outcomes/measurements/{id}': () => measured,
  'POST /api/outcomes/surveys/mine/answers': () => ({ answers: [] }),
  'POST /api/outcomes/waves': (r) => ({
    delegationId: r.delegation,
    instrumentId: r.instrument,
    moment: 'pre',
    opensOn: today,
    closesOn: addDays(today, 3),
  }),
  'PUT /api/outcomes/waves/{id}/dates': () => ({ opensOn: today, closesOn: addDays(today, 20) }),
  'POST /api/partnerships': () => aPartnership(),
  'POST /api/partnerships/imports': (r) => ({ fileId: r.rosterFile }),
  'PATCH /api/partnerships/{id}': () => ({ notes: 'Friends.' }),
  'POST /api/people': () => aPerson({ email: 'someone@example.org' }),
  'PUT /api/people/{id}': () => aPerson({ email: 'changed@example.org' }),
  'POST /api/placements': (r) => aPlacement({ delegateId: r.delegate, householdId: r.household }),
  'POST /api/placements/{id}/answer': () => ({ answer: 'accepted' }),
  'POST /api/placements/offer/answer': () => ({ answer: 'accepted' }),
  'POST /api/privacy/consent-texts': () => ({ purpose: 'photo', language: 'en', text: 'Photos of the visit may be shown in both cities.' }),
  'POST /api/privacy/consents/mine': () => ({ purpose: 'photo', decision: 'withdrawn', language: 'en', edition: 1 }),
  'POST /api/privacy/holds': (r) => ({ delegationId: r.delegation, reason: 'A court asked for it.' }),
  'POST /api/privacy/holds/{holdId}/release': () => ({ reason: 'The case is closed.' }),
  'POST /api/privacy/my-requests': () => ({ kind: 'portability' }),
  'POST /api/privacy/protection/people/{personId}': () => ({ reason: 'Threatened at home.' }),
  'POST /api/privacy/protection/people/{personId}/reveals': () => ({ reason: 'The police asks.' }),
  'POST /api/privacy/protection/reveals/{revealId}/decision': () => ({ decision: 'refused' }),
  'POST /api/privacy/protection/people/{personId}/endings': () => ({ reason: 'The danger is over.' }),
  'POST /api/privacy/protection/endings/{endingId}/decision': () => ({ decision: 'refused', reason: 'Not yet.' }),
  'PUT /api/privacy/protection/responder': () => ({ accountId: null }),
  'POST /api/privacy/people/{personId}/consents': () => ({
    purpose: 'photo',
    decision: 'withdrawn',
    language: 'en',
    edition: 1,
    note: 'Said so on the phone.',
  }),
  'POST /api/privacy/people/{personId}/facts': () => ({ kind: 'political', value: { text: 'Independent' } }),
  'POST /api/privacy/requests': (r) => ({ personId: r.person, kind: 'rectification', receivedOn: today, asker: 'self' }),
  'POST /api/privacy/requests/{requestId}/end': () => ({ state: 'withdrawn', answer: 'Asked no more.' }),
  'POST /api/privacy/requests/{requestId}/extension': () => ({ reason: 'Many journeys.' }),
  'POST /api/privacy/requests/{requestId}/identity': () => ({ how: 'Showed the passport.' }),
  'PUT /api/privacy/retention/{policyId}': () => ({ keep: { count: 20, unit: 'days' } }),
  'PUT /api/privacy/people/{personId}/facts/{id}': () => ({ kind: 'faith', value: { text: 'Mennonite' } }),
  'PUT /api/visits/{id}': () => ({ emergencyContact: '+1 360 555 0142' }),
  'POST /api/visits/{id}/appointments': (r) => anAppointment({ ...times, siteId: r.site }),
  'PUT /api/visits/appointments/{id}': (r) => anAppointment({ ...times, siteId: r.site }),
  'POST /api/visits/appointments/{id}/state': () => ({ state: 'confirmed' }),
  'POST /api/visits/sites': () => aSite({ name: 'Library' }),
  'PUT /api/visits/sites/{id}': () => aSite({ name: 'Old library' }),
};
