import type { MemberActor } from '@amity/access';
import type { Community, Partnership } from '@amity/partnerships';
import type { Page } from '@amity/kernel';
import { aCommunity, aPartnership, gazetteerIds } from '@amity/testing';
import { queriesOf } from '../testing/query-count.js';
import { TestWorld } from '../testing/test-world.js';

interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly partnership?: Partnership;
  readonly current?: unknown;
}

describe('partnerships', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());

  const add = (as: MemberActor, draft: unknown = aPartnership()) =>
    world.call<Partnership & Refusal>('POST', '/api/partnerships', { as, body: draft });
  const list = async (as: MemberActor, query = '') =>
    (await world.call<Page<Partnership>>('GET', `/api/partnerships${query}`, { as })).body;
  const change = (as: MemberActor, { id }: Partnership, version: number, body: unknown) =>
    world.call<Partnership & Refusal>('PATCH', `/api/partnerships/${id}`, { as, body, headers: { 'if-match': `"${version}"` } });
  const pairs = (page: Page<Partnership>) => page.items.map(({ home, partner }) => `${home.name} – ${partner.name}`);

  it('are recorded with what the gazetteer knows of both sides', async () => {
    const ada = await world.organization();
    const { status, body } = await add(ada);
    expect(status).toBe(201);
    expect(body).toMatchObject({ kind: 'sister_city', since: '1986', state: 'active', version: 1 });
    expect([body.home, body.partner].map(({ name, countryCode, zone, flagged, population }) => ({ name, countryCode, zone, flagged, population }))).toEqual([
      { name: 'Fort Worth', countryCode: 'US', zone: 'America/Chicago', flagged: false, population: 833319 },
      { name: 'Bonn', countryCode: 'DE', zone: 'Europe/Berlin', flagged: false, population: 313125 },
    ]); // prettier-ignore
  });

  it('use a community again, however it is named', async () => {
    const ada = await world.organization();
    const { body: first } = await add(ada);
    const { body: byId } = await add(ada, aPartnership({ home: { id: first.home.id }, partner: { gazetteerId: gazetteerIds.tateyama } }));
    const byHand = aCommunity({ name: 'Bonn', countryCode: 'DE', latitude: 50.73, longitude: 7.1, zone: 'Europe/Berlin' });
    const { body: knownAfterAll } = await add(ada, aPartnership({ home: { gazetteerId: gazetteerIds.tateyama }, partner: byHand }));
    expect([byId.home, knownAfterAll.partner, knownAfterAll.home]).toEqual([first.home, first.partner, byId.partner]);
    const communities = await world.call<Page<Community>>('GET', '/api/partnerships/communities', { as: ada });
    expect(communities.body.items.map(({ name }) => name)).toEqual(['Bonn', 'Fort Worth', 'Tateyama']);
  });

  it('flag a community that the gazetteer lacks, and know it again', async () => {
    const ada = await world.organization();
    const { body: first } = await add(ada, aPartnership({ partner: aCommunity() }));
    expect(first.partner).toMatchObject({ name: 'Port Lockroy', flagged: true, gazetteerId: null });
    const again = aPartnership({
      home: { gazetteerId: gazetteerIds.bonn },
      partner: aCommunity({ name: 'PORT-LOCKROY', latitude: -64.8 }),
    });
    expect((await add(ada, again)).body.partner).toEqual(first.partner);
    expect(pairs(await list(ada, '?flagged=true'))).toEqual(['Bonn – Port Lockroy', 'Fort Worth – Port Lockroy']);
  });

  it('refuse the pair again from the other side, in a sentence, with the partnership that stands', async () => {
    const ada = await world.organization();
    const { body: first } = await add(ada);
    const reversed = await add(
      ada,
      aPartnership({ home: { gazetteerId: gazetteerIds.bonn }, partner: { gazetteerId: gazetteerIds.fortWorth } }),
    );
    const refusal = reversed.body;
    expect([reversed.status, refusal.code, refusal.detail, refusal.partnership]).toEqual([
      409, 'partnerships.exists', 'Fort Worth and Bonn are partners already. Open that partnership instead.', first,
    ]); // prettier-ignore
    expect(pairs(await list(ada))).toEqual(['Fort Worth – Bonn']);
  });

  it('let only one of two win that record the same pair at once', async () => {
    const ada = await world.organization();
    const answers = await Promise.all([
      add(ada),
      add(ada, aPartnership({ home: { gazetteerId: gazetteerIds.bonn }, partner: { gazetteerId: gazetteerIds.fortWorth } })),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await list(ada)).total).toBe(1);
  });

  it('refuse a community with itself, an unknown place and a missing side, and keep nothing', async () => {
    const ada = await world.organization();
    const bonn = { gazetteerId: gazetteerIds.bonn };
    const answers = await Promise.all([
      add(ada, aPartnership({ home: bonn, partner: bonn })),
      add(ada, aPartnership({ partner: { gazetteerId: 1 } })),
      add(ada, { kind: 'sister_city', home: bonn }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'partnerships.with_itself'], [422, 'partnerships.place_unknown'], [422, 'kernel.invalid'],
    ]); // prettier-ignore
    expect(
      (await world.owner.query('select 1 from partnerships.communities where organization_id = $1', [ada.organizationId])).rowCount,
    ).toBe(0);
  });

  it('are made once when a form is sent twice', async () => {
    const ada = await world.organization();
    const send = () =>
      world.call<Partnership>('POST', '/api/partnerships', {
        as: ada,
        body: aPartnership(),
        headers: { 'idempotency-key': 'one-form-sent-twice' },
      });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
  });

  it('sleep, wake and end; an ended one stays ended', async () => {
    const ada = await world.organization();
    const { body } = await add(ada);
    expect((await change(ada, body, 1, { state: 'dormant' })).body).toMatchObject({ state: 'dormant', version: 2 });
    expect((await change(ada, body, 2, { state: 'active', notes: 'They wrote again.' })).body).toMatchObject({
      state: 'active',
      notes: 'They wrote again.',
    });
    expect((await change(ada, body, 3, { state: 'ended' })).body.state).toBe('ended');
    const woken = await change(ada, body, 4, { state: 'active' });
    expect([woken.status, woken.body.detail]).toEqual([
      409,
      'The partnership of Fort Worth and Bonn has ended. Record a new one if they begin again.',
    ]);
    const { body: timeline } = await world.call<Page<{ action: string; after: object }>>('GET', `/api/partnerships/${body.id}/timeline`, {
      as: ada,
    });
    expect(timeline.items.map(({ action, after }) => [action, (after as { state: string }).state])).toEqual([
      ['changed', 'ended'], ['changed', 'active'], ['changed', 'dormant'], ['created', 'active'],
    ]); // prettier-ignore
  });

  it('show both versions to the second of two who save at once', async () => {
    const ada = await world.organization();
    const { body } = await add(ada);
    await change(ada, body, 1, { notes: 'Hers' });
    const stale = await change(ada, body, 1, { notes: 'His' });
    expect([stale.status, stale.body.current]).toEqual([412, { kind: 'sister_city', since: '1986', state: 'active', notes: 'Hers' }]);
  });

  it('are unknown to another organization, and closed to those who may only read', async () => {
    const ada = await world.organization();
    const { body } = await add(ada);
    const other = await world.organization();
    const paths = [`/api/partnerships/${body.id}`, `/api/partnerships/${body.id}/timeline`];
    for (const path of paths) expect((await world.call('GET', path, { as: other })).status).toBe(404);
    expect((await change(other, body, 1, { notes: 'mine' })).status).toBe(404);
    expect((await add(other, aPartnership({ home: { id: body.home.id } }))).status).toBe(404);
    expect((await list(other)).total).toBe(0);
    expect((await add(await world.member(ada, ['program_officer']))).status).toBe(403);
  });

  it('are found by name, other name, country, state and kind, page by page', async () => {
    const ada = await world.organization();
    const { fortWorth, bonn, tateyama, munich } = gazetteerIds;
    await add(ada);
    await add(ada, aPartnership({ kind: 'friendship_city', home: { gazetteerId: bonn }, partner: { gazetteerId: tateyama } }));
    const { body: asleep } = await add(ada, aPartnership({ home: { gazetteerId: fortWorth }, partner: { gazetteerId: munich } }));
    await change(ada, asleep, 1, { state: 'dormant' });
    const found = async (query: string) => pairs(await list(ada, query));
    expect(await found('?q=m%C3%BCnchen')).toEqual(['Fort Worth – Munich']);
    expect(await found('?q=japan%20bonn')).toEqual(['Bonn – Tateyama']);
    expect(await found('?q=%25')).toEqual([]);
    expect(await found('?state=dormant')).toEqual(['Fort Worth – Munich']);
    expect(await found('?kind=friendship_city&kind=regional')).toEqual(['Bonn – Tateyama']);
    const first = await list(ada, '?limit=2');
    expect([pairs(first), first.total]).toEqual([['Bonn – Tateyama', 'Fort Worth – Bonn'], 3]);
    expect(await found(`?limit=2&cursor=${first.next}`)).toEqual(['Fort Worth – Munich']);
  });

  it('cost the same number of queries at one and at three rows', async () => {
    const ada = await world.organization();
    const { bonn, tateyama, munich } = gazetteerIds;
    await add(ada);
    const atOne = await queriesOf(world, () => list(ada));
    await add(ada, aPartnership({ partner: { gazetteerId: tateyama } }));
    await add(ada, aPartnership({ home: { gazetteerId: bonn }, partner: { gazetteerId: munich } }));
    const atThree = await queriesOf(world, () => list(ada));
    expect(atThree).toEqual(atOne);
  });
});
