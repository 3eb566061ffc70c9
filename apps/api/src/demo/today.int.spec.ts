import type { TodayOverview } from '@amity/overview';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MemberActor } from '@amity/access';
import { plantDemo } from './index.js';
import { SETTINGS, type Settings } from '../settings.js';
import { queriesOf } from '../testing/query-count.js';
import { TestWorld } from '../testing/test-world.js';
import { Overviews } from '../overview/index.js';

describe('the overview of the day', () => {
  let world: TestWorld;
  let demo: MemberActor;
  let empty: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
    const dataDir = mkdtempSync(path.join(tmpdir(), 'amity-overview-'));
    await plantDemo(world.app, { ...world.app.get<Settings>(SETTINGS), dataDir, demoPassword: 'a-long-way-between' });
    rmSync(dataDir, { recursive: true });
    empty = await world.organization();
    const { rows } = await world.owner.query<{ id: string }>(`select id from identity.organizations where slug = 'harbor-city'`);
    demo = await world.member({ ...empty, organizationId: rows[0]?.id ?? '' }, ['coordinator']);
  }, 60_000);
  afterAll(() => world.close());

  const look = async (as: MemberActor) => (await world.call<TodayOverview>('GET', '/api/overview/today', { as })).body;

  it('tells who is here, where they sleep and what the day holds', async () => {
    const { delegations, tonight, appointments } = await look(demo);
    expect(delegations.map(({ name, guests, placed, published }) => [name, guests, placed, published])).toEqual([
      ['Tamano teachers', 7, 7, true],
      ['Punta Arenas youth sailing', 10, 6, false],
    ]);
    expect([tonight.guests, tonight.homes.find(({ name }) => name === 'Okafor')?.guests, tonight.homes.length]).toEqual([7, 2, 6]);
    expect(appointments.map(({ from, to, people }) => [from, to, people])).toEqual([
      [540, 690, 4],
      [570, 660, 3],
      [735, 795, null],
      [900, 990, null],
      [1110, 1230, null],
    ]);
  });

  it('lists what needs a person, most urgent first', async () => {
    await world.owner.query(
      `update placements.placements set created_at = created_at - interval '4 days' where state = 'offered' and organization_id = $1`,
      [demo.organizationId],
    );
    const { needs } = await look(demo);
    expect(needs.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'answer', 'lapse', 'bed', 'itinerary', 'screening']);
    expect(needs.find(({ kind }) => kind === 'bed')).toMatchObject({ count: 4, of: 10 });
    expect(needs.find(({ kind }) => kind === 'lapse')).toMatchObject({ household: 'Brennan', member: 'Maeve Brennan', blocks: false });
  });

  it('is asked with the same few queries, empty or full, and shows nothing of another organization', async () => {
    // the demo's letters leave meanwhile and can only add to the count: the least of five is the page's own
    const ask = async (as: MemberActor) => {
      const tries = [];
      for (let i = 0; i < 5; i++) {
        const asked = await queriesOf(world, () => world.get(Overviews).today(as, new Date()));
        tries.push(asked.filter((sql) => !sql.includes('messages.')).length);
      }
      return Math.min(...tries);
    };
    expect([await ask(empty), await ask(demo)]).toEqual([7, 7]);
    expect(await look(empty)).toMatchObject({
      delegations: [],
      tonight: { guests: 0, homes: [] },
      appointments: [],
      needs: [],
      beginnings: { partnerships: 0, delegations: 0, households: 0 },
    });
  });
});
