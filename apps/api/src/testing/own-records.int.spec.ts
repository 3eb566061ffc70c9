// Whoever signed in and has a journey of their own hides their name there, as by a personal link, and goes on seeing what is theirs.
import type { MemberActor } from '@amity/access';
import type { Delegate, OwnJourneys } from '@amity/delegations';
import type { OwnHomes } from '@amity/hosting';
import type { Id, ProblemDetails } from '@amity/kernel';
import type { Person } from '@amity/people';
import type { Hidden, ProtectedPeople, ProtectionEnding } from '@amity/privacy';
import type { OwnItineraries } from '@amity/visits';
import { aDelegate, aPerson, aSignUp } from '@amity/testing';
import { wordsInDatabase } from './planted-words.js';
import { TestWorld } from './test-world.js';
import { Program } from './visits-program.js';

const nobody = /(?!)/g;

describe('hiding one’s own name, signed in', () => {
  let world: TestWorld;
  let ben: MemberActor;
  let lead: MemberActor;
  let guest: MemberActor;
  let address: string;
  let program: Program;
  let delegationId: Id;
  let personId: Id;
  let count = 0;
  let words: string[];
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    ben = await world.organization(['coordinator', 'administrator']);
    lead = await world.member(ben, ['safeguarding_lead']);
    guest = await world.member(ben, ['delegate']);
    address = `guest${++count}@mailbox.example`;
    await world.owner.query('update identity.accounts set email = $2 where id = $1', [guest.accountId, address]);
    program = await Program.of(world, ben, []);
    delegationId = program.delegation.id;
    const mark = 'abcdefgh'.charAt(count % 8).repeat(3);
    words = [`isolde${mark}`, `wyvern${mark}`];
    personId = await joins({ givenName: `Isolde${mark}`, familyName: `Wyvern${mark}` });
  });

  const joins = async (names: { givenName: string; familyName: string }, email: string | null = address): Promise<Id> => {
    const body = aDelegate({ person: aPerson({ ...names, email }), flights: 'NH 12' });
    return (await world.call<Delegate>('POST', `/api/delegations/${delegationId}/roster`, { as: ben, body })).body.person.id;
  };
  const hide = (id = personId, as = guest) => world.call<Hidden & ProblemDetails>('POST', `/api/privacy/hide-me/people/${id}`, { as });
  const journeys = async () => (await world.call<OwnJourneys>('GET', '/api/delegations/own', { as: guest })).body.items;
  const nameOf = async (id = personId) => {
    const { givenName, familyName } = (await world.call<Person>('GET', `/api/people/${id}`, { as: ben })).body;
    return `${givenName} ${familyName}`;
  };
  const hidden = async () =>
    (await world.call<ProtectedPeople>('GET', '/api/privacy/protection', { as: lead })).body.items.map(({ personId: id, by }) => [id, by]);

  it('takes effect at once, is the same when it is pressed again, and leaves the name nowhere', async () => {
    expect((await journeys()).map((journey) => journey.personId)).toEqual([personId]);
    const [first, second] = [await hide(), await hide()];
    expect([first.status, first.body, second.status, second.body]).toEqual([201, { name: await nameOf() }, 201, first.body]);
    expect(first.body.name.toLowerCase()).not.toContain(words[0]);
    expect(await hidden()).toEqual([[personId, 'self']]);
    expect(await wordsInDatabase(world, words, nobody)).toEqual([]);
  });

  it('leaves the journey with whoever it belongs to, under the name that was given, and with nobody else', async () => {
    await program.plan();
    expect((await program.publish()).status).toBe(201);
    const { body } = await hide();
    expect((await journeys()).map(({ personId: id, name, flights, email }) => [id, name, flights, email === address])).toEqual([
      [personId, body.name, 'NH 12', false],
    ]);
    const itineraries = async (as: MemberActor) =>
      (await world.call<OwnItineraries>('GET', '/api/visits/own', { as })).body.items.map((one) => one.delegationId);
    const other = await world.member(ben, ['delegate']);
    expect([await itineraries(guest), await itineraries(other)]).toEqual([[delegationId], []]);
    expect((await world.call<OwnJourneys>('GET', '/api/delegations/own', { as: other })).body.items).toEqual([]);
  });

  it('does not say in the log by whose account it was: that has the name', async () => {
    await hide();
    const { body } = await world.call<{ items: { actor: string; action: string }[] }>('GET', '/api/audit/entries?subject=privacy.vault', {
      as: lead,
    });
    expect(body.items.map(({ actor, action }) => [actor, action])).toEqual([['link:privacy.consents', 'created']]);
    const { rows } = await world.owner.query(`select 1 from audit.entries where subject like 'privacy.%' and account_id = $1`, [
      guest.accountId,
    ]);
    expect(rows).toEqual([]);
  });

  it('tells the responder, once', async () => {
    await world.call('PUT', '/api/privacy/protection/responder', { as: lead, body: { accountId: lead.accountId } });
    await hide();
    await hide();
    const { rows } = await world.owner.query('select subject from messages.mail where organization_id = $1', [ben.organizationId]);
    expect(rows).toEqual([{ subject: 'Somebody asks for your attention' }]);
  });

  it('is for one’s own record alone', async () => {
    const other = await joins({ givenName: 'Somebody', familyName: 'Else' }, 'else@mailbox.example');
    const stranger = await world.member(await world.organization(), ['delegate']);
    await world.owner.query('update identity.accounts set email = $2 where id = $1', [stranger.accountId, `x${address}`]);
    const answers = [await hide(other), await hide(personId, stranger), await hide(personId, ben)];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'kernel.unknown'],
      [404, 'kernel.unknown'],
      [403, 'kernel.not_allowed'],
    ]);
    expect([await hidden(), await nameOf(other)]).toEqual([[], 'Somebody Else']);
  });

  it('is one person’s, where a family shares an address; the others stay and everybody still sees them', async () => {
    const sister = await joins({ givenName: 'Brangaene', familyName: 'Other' });
    await hide();
    expect([await hidden(), await nameOf(sister)]).toEqual([[[personId, 'self']], 'Brangaene Other']);
    expect((await journeys()).map((journey) => journey.personId).sort()).toEqual([personId, sister].sort());
    expect((await hide(sister)).status).toBe(201);
    expect((await hidden()).length).toBe(2);
  });

  it('is found again as one’s own when the protection ends', async () => {
    await hide();
    const second = await world.member(ben, ['safeguarding_lead']);
    const asked = await world.call<ProtectionEnding>('POST', `/api/privacy/protection/people/${personId}/endings`, {
      as: lead,
      body: { reason: 'They ask for it.' },
    });
    const url = `/api/privacy/protection/endings/${asked.body.id}/decision`;
    expect((await world.call('POST', url, { as: second, body: { decision: 'ended', reason: 'They told me so.' } })).status).toBe(201);
    expect((await journeys()).map(({ email }) => email)).toEqual([address]);
  });

  it('leaves a host at home', async () => {
    const host = await world.member(ben, ['host']);
    const email = `host${count}@mailbox.example`;
    await world.owner.query('update identity.accounts set email = $2 where id = $1', [host.accountId, email]);
    const { body: home } = await world.call<{ id: Id }>('POST', '/api/hosting/households', { as: ben, body: aSignUp({ email }) });
    const own = async () => (await world.call<OwnHomes>('GET', '/api/hosting/own', { as: host })).body.items.length;
    expect(await own()).toBe(1);
    const { rows } = await world.owner.query<{ person_id: Id }>(
      `select m.person_id from hosting.members m join people.people p on p.id = m.person_id where m.household_id = $1 and p.email = $2`,
      [home.id, email],
    );
    const hostId = rows[0]?.person_id ?? '';
    const url = `/api/privacy/protection/people/${hostId}`;
    expect((await world.call('POST', url, { as: lead, body: { reason: 'Threatened.' } })).status).toBe(201);
    const household = async () =>
      (await world.owner.query<{ email: string }>('select email from hosting.households where id = $1', [home.id])).rows[0]?.email;
    expect([await own(), (await household()) === email]).toEqual([1, false]);
    const { body: asked } = await world.call<ProtectionEnding>('POST', `${url}/endings`, { as: lead, body: { reason: 'It is over.' } });
    const second = await world.member(ben, ['safeguarding_lead']);
    const body = { decision: 'ended', reason: 'They told me so.' };
    expect((await world.call('POST', `/api/privacy/protection/endings/${asked.id}/decision`, { as: second, body })).status).toBe(201);
    expect([await own(), await household()]).toEqual([1, email]);
  });
});
