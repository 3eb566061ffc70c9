import type { Delegate, Delegation } from '@amity/delegations';
import type { MemberActor } from '@amity/access';
import { issueSentences, type Id, type Page, type ProblemDetails } from '@amity/kernel';
import { aDelegate, aDelegation, aPerson } from '@amity/testing';
import { newId } from '../database/new-id.js';
import { queriesOf } from '../testing/query-count.js';
import { TestWorld } from '../testing/test-world.js';
import { Delegations } from './delegations.service.js';
import { Rosters } from './roster.service.js';

describe('delegations', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());

  const plan = async (as: MemberActor, overrides: Parameters<typeof aDelegation>[0] = {}) =>
    (await world.call<Delegation>('POST', '/api/delegations', { as, body: aDelegation(overrides) })).body;
  const list = async (as: MemberActor, query = '') => (await world.call<Page<Delegation>>('GET', `/api/delegations${query}`, { as })).body;

  it('are planned, changed and read', async () => {
    const as = await world.organization(['coordinator']);
    const made = await plan(as);
    expect(made).toEqual({
      id: made.id,
      ...aDelegation(),
      partnershipId: null,
      partnershipLabel: null,
      notes: null,
      state: 'planned',
      rule: 'public',
      known: true,
      delegateCount: 0,
      version: 1,
    });
    const changed = await world.call<Delegation>('PUT', `/api/delegations/${made.id}`, {
      as,
      headers: { 'if-match': '"1"' },
      body: aDelegation({ name: 'Brasília returns', notes: 'Bring flags' }),
    });
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"2"']);
    expect((await world.call('GET', `/api/delegations/${made.id}`, { as })).body).toEqual({
      ...made,
      name: 'Brasília returns',
      notes: 'Bring flags',
      version: 2,
    });
  });

  it('refuse days that do not exist and an end before the start, at the field', async () => {
    const as = await world.organization();
    const post = (overrides: object) =>
      world.call<ProblemDetails>('POST', '/api/delegations', { as, body: { ...aDelegation(), ...overrides } });
    const backwards = await post({ departsOn: '2026-05-03' });
    expect([backwards.status, backwards.body.errors]).toEqual([
      422,
      [{ path: 'departsOn', detail: issueSentences.delegation_ends_before_start }],
    ]);
    const never = await post({ arrivesOn: '2026-02-30' });
    expect([never.status, never.body.errors]).toEqual([
      422,
      [{ path: 'arrivesOn', detail: 'This day does not exist. Write it like 2026-05-31.' }],
    ]);
    expect((await list(as)).total).toBe(0);
  });

  it('never end before they start, says the database as well', async () => {
    const as = await world.organization();
    const { id } = await plan(as);
    await expect(
      world.owner.query(`update delegations.delegations set departs_on = '2026-05-03' where id = $1`, [id]),
    ).rejects.toMatchObject({
      constraint: 'delegations_end_after_start',
    });
  });

  it('belong to a partnership of this organization, shown by its two communities', async () => {
    const [mine, theirs] = [await world.organization(), await world.organization()];
    const [ours, foreign] = [await partnership(mine, 'Springfield', 'Brasília'), await partnership(theirs, 'Lyon', 'Leipzig')];
    expect((await plan(mine, { partnershipId: ours })).partnershipLabel).toBe('Springfield ↔ Brasília');
    const refused = await world.call<ProblemDetails>('POST', '/api/delegations', {
      as: mine,
      body: aDelegation({ partnershipId: foreign }),
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'delegations.partnership_unknown']);
    expect((await list(mine, '?q=brasilia%20spring')).items.map((item) => item.partnershipLabel)).toEqual(['Springfield ↔ Brasília']);
  });

  it('go from state to state by the table, and calling off can be undone', async () => {
    const as = await world.organization();
    const { id } = await plan(as);
    let version = 1;
    const move = async (state: string) => {
      const answer = await world.call<Delegation & ProblemDetails>('POST', `/api/delegations/${id}/state`, {
        as,
        headers: { 'if-match': `"${version}"` },
        body: { state },
      });
      if (answer.status === 200) version = answer.body.version;
      return answer.status === 200 ? answer.body.state : answer.body.detail;
    };
    expect(await move('completed')).toBe('This delegation is planned and cannot become completed.');
    expect([await move('cancelled'), await move('planned'), await move('confirmed'), await move('completed')]).toEqual([
      'cancelled',
      'planned',
      'confirmed',
      'completed',
    ]);
    expect(await move('cancelled')).toBe('This delegation is completed and cannot become cancelled.');
  });

  it('are listed by latest arrival, filtered, page by page', async () => {
    const as = await world.organization();
    await plan(as, { name: 'March', arrivesOn: '2026-03-01', departsOn: '2026-03-05' });
    await plan(as, { name: 'July', arrivesOn: '2026-07-01', departsOn: '2026-07-05', direction: 'outbound' });
    await plan(as, { name: 'May', arrivesOn: '2026-05-01', departsOn: '2026-05-05' });
    const first = await list(as, '?limit=2');
    expect([first.items.map((item) => item.name), first.total]).toEqual([['July', 'May'], 3]);
    const second = await list(as, `?limit=2&cursor=${first.next}`);
    expect([second.items.map((item) => item.name), second.next]).toEqual([['March'], null]);
    expect((await list(as, '?direction=outbound')).items.map((item) => item.name)).toEqual(['July']);
    expect((await list(as, '?state=cancelled')).items).toEqual([]);
    const both = await list(as, '?direction=inbound&direction=outbound&state=planned');
    expect([both.items.map((item) => item.name), both.total]).toEqual([['July', 'May', 'March'], 3]);
    expect((await list(as, '?state=cancelled&state=planned&direction=inbound')).items.map((item) => item.name)).toEqual(['May', 'March']);
    expect((await world.call('GET', '/api/delegations?cursor=nonsense', { as })).status).toBe(400);
  });

  it('cost the same number of queries at one and at three, delegates counted', async () => {
    const as = await world.organization();
    const look = () => world.get(Delegations).list(as, { limit: 50 });
    const { id } = await plan(as);
    const atOne = await queriesOf(world, look);
    await plan(as);
    await plan(as);
    await world.call('POST', `/api/delegations/${id}/roster`, { as, body: aDelegate() });
    await world.call('POST', `/api/delegations/${id}/roster`, {
      as,
      body: aDelegate({ person: aPerson({ givenName: 'João', email: null }) }),
    });
    expect((await queriesOf(world, look)).length).toBe(atOne.length);
    expect(atOne.length).toBe(2); // the rows, and how many there are
    expect((await look()).items.map((item) => item.delegateCount).sort()).toEqual([0, 0, 2]);
    const roster = () => world.get(Rosters).list(as, id);
    expect((await queriesOf(world, roster)).length).toBe(3); // one of them fetches the keys of sealed columns
  });

  it('of another organization are unknown here, roster and all', async () => {
    const [mine, theirs] = [await world.organization(), await world.organization()];
    const { id } = await plan(theirs);
    const delegate = (await world.call<Delegate>('POST', `/api/delegations/${id}/roster`, { as: theirs, body: aDelegate() })).body;
    const own = await plan(mine);
    const headers = { 'if-match': '"1"' };
    const answers = await Promise.all([
      world.call('GET', `/api/delegations/${id}`, { as: mine }),
      world.call('PUT', `/api/delegations/${id}`, { as: mine, headers, body: aDelegation() }),
      world.call('POST', `/api/delegations/${id}/state`, { as: mine, headers, body: { state: 'cancelled' } }),
      world.call('GET', `/api/delegations/${id}/roster`, { as: mine }),
      world.call('POST', `/api/delegations/${id}/roster`, { as: mine, body: aDelegate() }),
      world.call('POST', `/api/delegations/${own.id}/roster`, { as: mine, body: aDelegate({ person: { id: delegate.person.id } }) }),
      world.call('DELETE', `/api/delegations/${own.id}/roster/${delegate.id}`, { as: mine, headers }),
      world.call('GET', `/api/delegations/${newId()}`, { as: mine }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404, 404, 404]);
    expect((await list(mine)).items.map((item) => item.id)).toEqual([own.id]);
  });

  it('changed meanwhile are answered with both versions', async () => {
    const as = await world.organization();
    const made = await plan(as);
    const save = (name: string) =>
      world.call<Record<string, unknown>>('PUT', `/api/delegations/${made.id}`, {
        as,
        headers: { 'if-match': '"1"' },
        body: aDelegation({ name }),
      });
    const answers = await Promise.all([save('Mine'), save('Theirs')]);
    const stale = answers.find((answer) => answer.status === 412);
    const saved = answers.find((answer) => answer.status === 200);
    expect([stale?.body['yours'], stale?.body['currentVersion']]).toEqual([1, 2]);
    expect(stale?.body['current']).toEqual(saved?.body);
    expect((await world.call('PUT', `/api/delegations/${made.id}`, { as, body: aDelegation() })).status).toBe(428);
  });

  it('posted twenty times at once with one key are one, with twenty equal answers', async () => {
    const as = await world.organization();
    const post = () =>
      world.call<Delegation>('POST', '/api/delegations', { as, headers: { 'idempotency-key': 'create-brasilia' }, body: aDelegation() });
    const answers = await Promise.all(Array.from({ length: 20 }, post));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 201));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect((await list(as)).total).toBe(1);
  });

  it('are read by a program officer and changed by a coordinator', async () => {
    const as = await world.organization(['program_officer']);
    expect((await world.call('GET', '/api/delegations', { as })).status).toBe(200);
    expect((await world.call('POST', '/api/delegations', { as, body: aDelegation() })).status).toBe(403);
    expect((await world.call('GET', '/api/delegations')).status).toBe(401);
  });

  async function partnership(as: MemberActor, home: string, partner: string): Promise<Id> {
    const [a, b, id] = [newId(), newId(), newId()];
    await world.owner.query(
      `insert into partnerships.communities (organization_id, id, name, country_code, latitude, longitude, zone, flagged)
       values ($1, $2, $4, 'US', 10, 10, 'UTC', true), ($1, $3, $5, 'BR', 20, 20, 'UTC', true)`,
      [as.organizationId, a, b, home, partner],
    );
    await world.owner.query(
      `insert into partnerships.partnerships (organization_id, id, kind, home_community_id, partner_community_id) values ($1, $2, 'sister_city', $3, $4)`,
      [as.organizationId, id, a, b],
    );
    return id;
  }
});
