import type { MemberActor } from '@amity/access';
import type { Page, ProblemDetails } from '@amity/kernel';
import { aSite } from '@amity/testing';
import type { Site, Visit, VisitSummary } from '@amity/visits';
import { queriesOf } from '../testing/query-count.js';
import { TestWorld } from '../testing/test-world.js';
import { Program } from '../testing/visits-program.js';

describe('visits and sites', () => {
  let world: TestWorld;
  let as: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
    as = await world.organization(['coordinator']);
  });
  afterAll(() => world.close());

  it('a delegation has one visit, however many ask at once', async () => {
    const program = await Program.of(world, as);
    await world.owner.query('delete from visits.visits where id = $1', [program.visit.id]);
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => world.call<Visit>('GET', `/api/visits/of-delegation/${program.delegation.id}`, { as })),
    );
    expect(new Set(asked.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(asked[0]?.body).toMatchObject({
      delegationName: program.delegation.name,
      zone: 'America/New_York',
      delegateCount: 1,
      published: null,
      version: 1,
    });
  });

  it('a visit keeps an emergency contact, and two who save are told', async () => {
    const program = await Program.of(world, as);
    const put = (version: number, emergencyContact: string) =>
      world.call<Visit>('PUT', `/api/visits/${program.visit.id}`, {
        as,
        headers: { 'if-match': `"${version}"` },
        body: { emergencyContact },
      });
    expect((await put(1, '+1 360 555 0142')).body.emergencyContact).toBe('+1 360 555 0142');
    expect((await put(1, '911')).status).toBe(412);
  });

  it('the list costs the same at one and at three', async () => {
    const other = await world.organization(['coordinator']);
    const count = async (): Promise<number> =>
      (await queriesOf(world, () => world.call('GET', '/api/visits', { as: other }))).filter((sql) => sql.includes('delegations')).length;
    await (await Program.of(world, other)).plan();
    const one = await count();
    await (await Program.of(world, other, ['Zoe'])).plan({ state: 'tentative' });
    await Program.of(world, other, ['Yan'], { name: 'Empty' });
    expect([one, await count()]).toEqual([2, 2]);
    const { body } = await world.call<Page<VisitSummary>>('GET', '/api/visits', { as: other });
    expect(body.items.map(({ appointmentCount, tentativeCount, state }) => [appointmentCount, tentativeCount, state])).toEqual([
      [0, 0, 'empty'],
      [1, 1, 'draft'],
      [1, 0, 'draft'],
    ]);
  });

  it('a site takes the zone of the organization, is found by its words, and stands once', async () => {
    const post = (body: object) => world.call<Site & ProblemDetails>('POST', '/api/visits/sites', { as, body });
    const made = await post(aSite({ name: 'Café Águas', address: '12 Rua Norte' }));
    expect([made.status, made.body.zone]).toEqual([201, 'America/New_York']);
    const twice = await post(aSite({ name: 'CAFE AGUAS', address: '12 rua norte' }));
    expect([twice.status, twice.body.detail]).toEqual([409, '“Café Águas” at this address is listed already. Choose it from the list.']);
    const { body } = await world.call<Page<Site>>('GET', '/api/visits/sites?q=aguas%20rua', { as });
    expect(body.items.map(({ id }) => id)).toEqual([made.body.id]);
    expect((await world.call<Page<Site>>('GET', '/api/visits/sites?q=%25', { as })).body.total).toBe(0);
  });

  it('a site that begins to receive one group at a time is refused while two are there', async () => {
    const [first, second] = [await Program.of(world, as, ['A']), await Program.of(world, as, ['B'])];
    const site = await first.site({ name: 'Park', oneGroupAtATime: false });
    await first.plan({ siteId: site.id });
    const other = await second.plan({ siteId: site.id });
    const put = (version: number) =>
      world.call<ProblemDetails>('PUT', `/api/visits/sites/${site.id}`, {
        as,
        headers: { 'if-match': `"${version}"` },
        body: aSite({ name: 'Park' }),
      });
    expect([(await put(1)).status, (await put(1)).body.code]).toEqual([409, 'visits.double_booked']);
    await second.move(other, 'cancelled');
    expect((await put(1)).status).toBe(200);
    expect((await put(1)).status).toBe(412);
    const third = await Program.of(world, as, ['C']);
    expect((await third.try({ siteId: site.id })).status).toBe(409);
  });
});
