import type { Affiliation, AffiliationList, MemberActor } from '@amity/access';
import { addDays, dayIn, type Id, type ProblemDetails } from '@amity/kernel';
import { type ChapterFigures, type ChapterOverview, publishedFigures } from '@amity/overview';
import fc from 'fast-check';
import pg from 'pg';
import { Organizations } from '../access/index.js';
import { newId } from '../database/new-id.js';
import { queriesOf } from '../testing/query-count.js';
import { TestWorld } from '../testing/test-world.js';

interface Stay {
  readonly direction: 'inbound' | 'outbound';
  readonly from: number;
  readonly days: number;
  readonly guests: number;
  readonly cancelled: boolean;
  /** Guests that sleep in homes, from the first night on; each home takes two. */
  readonly housed: number;
}

const nothing: ChapterFigures = { partnerships: 0, inbound: 0, outbound: 0, travellers: 0, delegateDays: 0, homes: 0, hostNights: 0 };

describe('chapters and umbrellas', () => {
  let world: TestWorld;
  let umbrella: MemberActor;
  let chapter: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  beforeEach(async () => {
    [umbrella, chapter] = [await world.organization(), await world.organization()];
  });
  afterAll(() => world.close());

  const slugOf = async (who: MemberActor) => (await world.get(Organizations).byId(who.organizationId)).slug;
  const say = async (as: MemberActor, of: MemberActor, otherIs: 'umbrella' | 'chapter', agrees = true) =>
    world.call<Affiliation & ProblemDetails>('POST', '/api/access/affiliations', { as, body: { slug: await slugOf(of), otherIs, agrees } });
  const agree = async (of: MemberActor = umbrella, member: MemberActor = chapter): Promise<[Affiliation, Affiliation]> => [
    (await say(of, member, 'chapter')).body,
    (await say(member, of, 'umbrella')).body,
  ];
  const takeBack = (as: MemberActor, { ours }: Affiliation) =>
    world.call('DELETE', `/api/access/affiliations/${ours?.id ?? ''}`, { as, headers: { 'if-match': `"${ours?.version ?? 0}"` } });
  const heard = async (as: MemberActor) =>
    (await world.call<AffiliationList>('GET', '/api/access/affiliations', { as })).body.items.map(
      ({ other, otherIs, ours, theirs, since }) => [other.id, otherIs, ours?.agrees ?? null, theirs?.agrees ?? null, since !== null],
    );
  const told = async (as: MemberActor, year?: number) =>
    (await world.call<ChapterOverview>('GET', `/api/overview/chapters${year ? `?year=${year}` : ''}`, { as })).body;
  const tenant = (of: MemberActor) => world.owner.query(`select set_config('app.organization_id', $1, false)`, [of.organizationId]);

  /** Straight into the tables, as years of use would have left them there. */
  async function plant(of: MemberActor, stays: readonly Stay[], day: (n: number) => string): Promise<void> {
    await tenant(of);
    const put = (sql: string, parameters: readonly unknown[]) => world.owner.query(sql, [of.organizationId, ...parameters]);
    const homes: Id[] = [];
    for (const stay of stays) {
      const delegation = newId();
      await put(
        `insert into delegations.delegations (organization_id, id, name, direction, program_format, track, arrives_on, departs_on, zone, state)
         values ($1, $2, 'A delegation', $3, 'citizen_exchange', 4, $4, $5, 'America/New_York', $6)`,
        [delegation, stay.direction, day(stay.from), day(stay.from + stay.days), stay.cancelled ? 'cancelled' : 'confirmed'],
      );
      for (let guest = 0; guest < stay.guests; guest++) {
        const [person, delegate] = [newId(), newId()];
        await put(`insert into people.people (organization_id, id, given_name, family_name) values ($1, $2, 'Guest', 'Guest')`, [person]);
        await put(
          `insert into delegations.delegates (organization_id, id, delegation_id, person_id, roster_key) values ($1, $2::uuid, $3, $4, $2::uuid::text)`,
          [delegate, delegation, person],
        );
        if (guest >= stay.housed || stay.days === 0) continue;
        const home = guest % 2 === 0 ? newId() : (homes.at(-1) ?? newId());
        if (guest % 2 === 0) {
          homes.push(home);
          await put(
            `insert into hosting.households (organization_id, id, name, email, address, town, beds, room)
             values ($1, $2, 'A home', 'home@example.org', 'Street', 'Town', 2, 'own_room')`,
            [home],
          );
        }
        await put(
          `insert into placements.placements (organization_id, id, delegate_id, household_id, bed, nights, state, answered_at, answered_by)
           values ($1, $2, $3, $4, $5, daterange($6, $7), 'accepted', now(), 'family')`,
          [newId(), delegate, home, (guest % 2) + 1, day(stay.from), day(stay.from + stay.days)],
        );
      }
    }
  }

  it('are what both sides say, whoever says it first, and end when either takes it back', async () => {
    const { body: asked } = await say(umbrella, chapter, 'chapter');
    expect([asked.otherIs, asked.ours?.agrees, asked.theirs, asked.since]).toEqual(['chapter', true, null, null]);
    expect(await heard(umbrella)).toEqual([[chapter.organizationId, 'chapter', true, null, false]]);
    expect(await heard(chapter)).toEqual([[umbrella.organizationId, 'umbrella', null, true, false]]);
    expect((await told(umbrella)).chapters).toEqual([]);

    const { body: agreed } = await say(chapter, umbrella, 'umbrella');
    expect(agreed.since).not.toBeNull();
    expect(await heard(umbrella)).toEqual([[chapter.organizationId, 'chapter', true, true, true]]);
    expect((await told(umbrella)).chapters.map(({ id, figures }) => [id, figures])).toEqual([[chapter.organizationId, nothing]]);
    expect((await told(chapter)).chapters).toEqual([]); // the chapter learns nothing of its umbrella

    expect((await takeBack(chapter, agreed)).status).toBe(204);
    expect((await told(umbrella)).chapters).toEqual([]);
    expect(await heard(umbrella)).toEqual([[chapter.organizationId, 'chapter', true, null, false]]);
    expect((await takeBack(umbrella, asked)).status).toBe(204);
    expect([await heard(umbrella), await heard(chapter)]).toEqual([[], []]);
  });

  it('are not made by one side, by two umbrellas of one another, or against a no', async () => {
    await say(umbrella, chapter, 'chapter');
    await say(chapter, umbrella, 'chapter'); // both claim the other
    expect([(await told(umbrella)).chapters, (await told(chapter)).chapters]).toEqual([[], []]);
    const other = await world.organization();
    await say(umbrella, other, 'chapter');
    await say(other, umbrella, 'umbrella', false);
    expect(await heard(umbrella)).toContainEqual([other.organizationId, 'chapter', true, false, false]);
    expect((await told(umbrella)).chapters).toEqual([]);
  });

  it('say what was wrong with an address', async () => {
    const refused = async (slug: string) => {
      const { status, body } = await world.call<ProblemDetails>('POST', '/api/access/affiliations', {
        as: umbrella,
        body: { slug, otherIs: 'chapter', agrees: true },
      });
      return [status, body.code];
    };
    expect(await refused('nobody-lives-here')).toEqual([404, 'access.organization_unknown']);
    expect(await refused(await slugOf(umbrella))).toEqual([422, 'access.affiliation_with_itself']);
    const typed = ` ${(await slugOf(chapter)).toUpperCase()} `; // as a phone's keyboard writes it
    expect((await refused(typed))[0]).toBe(201);
    expect(await refused(typed)).toEqual([409, 'access.affiliation_said_already']);
  });

  it('are declared by administrators, and seen by program officers', async () => {
    const [officer, coordinator] = [await world.member(umbrella, ['program_officer']), await world.member(umbrella, ['coordinator'])];
    await agree();
    expect((await told(officer)).chapters).toHaveLength(1);
    expect((await say(officer, chapter, 'umbrella')).status).toBe(403);
    expect((await world.call('GET', '/api/overview/chapters', { as: coordinator })).status).toBe(403);
  });

  it('stand in the records of the side that spoke, and nobody else can write them', async () => {
    const [asked] = await agree();
    const stranger = await world.organization();
    expect((await takeBack(chapter, asked)).status).toBe(404);
    expect((await takeBack(stranger, asked)).status).toBe(404);
    const log = async (of: MemberActor) => {
      await tenant(of);
      const { rows } = await world.owner.query(
        `select action, after ->> 'otherIs' as "otherIs" from audit.entries where organization_id = $1 and subject = 'access.affiliations'`,
        [of.organizationId],
      );
      return rows as unknown[];
    };
    expect(await log(umbrella)).toEqual([{ action: 'created', otherIs: 'chapter' }]);
    expect(await log(chapter)).toEqual([{ action: 'created', otherIs: 'umbrella' }]);
    expect(await heard(stranger)).toEqual([]);
  });

  it('are held by the database: each row is read by two and written by one', async () => {
    const [asked] = await agree();
    const stranger = await world.organization();
    const client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
    try {
      const as = (who: MemberActor, sql: string, parameters: unknown[] = []) =>
        client
          .query(`select set_config('app.organization_id', $1, false)`, [who.organizationId])
          .then(() => client.query(sql, parameters))
          .then(({ rowCount }) => rowCount);
      const all = 'select 1 from access.affiliations';
      expect([await as(umbrella, all), await as(chapter, all), await as(stranger, all)]).toEqual([2, 2, 0]);
      const id = asked.ours?.id;
      expect(await as(chapter, 'update access.affiliations set agrees = false where id = $1', [id])).toBe(0);
      expect(await as(chapter, 'delete from access.affiliations where id = $1', [id])).toBe(0);
      const forged = `insert into access.affiliations (organization_id, id, other_id, other_is, agrees) values ($1, $2, $3, 'umbrella', true)`;
      await expect(as(umbrella, forged, [stranger.organizationId, newId(), umbrella.organizationId])).rejects.toThrow(/row-level security/);
    } finally {
      await client.end();
    }
  });

  it('count what a year of calendar pages counts', async () => {
    const today = dayIn('America/New_York', new Date());
    const stay: fc.Arbitrary<Stay> = fc.record({
      direction: fc.constantFrom('inbound', 'outbound'),
      from: fc.integer({ min: -12, max: 370 }),
      days: fc.nat(9),
      guests: fc.nat(6),
      cancelled: fc.boolean(),
      housed: fc.nat(6),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(stay, { maxLength: 4 }), fc.constantFrom(2024, 2025, Number(today.slice(0, 4))), async (stays, year) => {
        const [over, under] = [await world.organization(), await world.organization()];
        await agree(over, under);
        const day = (n: number) => addDays(`${year}-01-01`, n);
        await plant(under, stays, day);
        // the oracle walks the days one by one
        const last = [`${year}-12-31`, today].sort()[0] ?? '';
        const counted = (n: number) => n >= 0 && day(n) <= last;
        const real = stays.filter(({ cancelled }) => !cancelled);
        const spans = real.map((one) => Array.from({ length: one.days + 1 }, (_, n) => one.from + n).filter(counted).length);
        const sleeps = real.map((one) => Array.from({ length: one.days }, (_, n) => one.from + n).filter(counted).length);
        const housed = real.map(({ guests, housed: beds }) => Math.min(guests, beds));
        const sum = (of: readonly number[]) => of.reduce((total, n) => total + n, 0);
        const expected = publishedFigures({
          partnerships: 0,
          inbound: real.filter(({ direction }, i) => direction === 'inbound' && (spans[i] ?? 0) > 0).length,
          outbound: real.filter(({ direction }, i) => direction === 'outbound' && (spans[i] ?? 0) > 0).length,
          travellers: sum(real.map(({ guests }, i) => ((spans[i] ?? 0) > 0 ? guests : 0))),
          delegateDays: sum(real.map(({ guests }, i) => guests * (spans[i] ?? 0))),
          homes: sum(housed.map((beds, i) => ((sleeps[i] ?? 0) > 0 ? Math.ceil(beds / 2) : 0))),
          hostNights: sum(housed.map((beds, i) => beds * (sleeps[i] ?? 0))),
        });
        const answer = await told(over, year);
        expect([answer.from, answer.until, answer.chapters[0]?.figures]).toEqual([`${year}-01-01`, last, expected]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('tell numbers and the name of the organization, and no word of anybody', async () => {
    await agree();
    const six = { direction: 'inbound', from: 3, days: 4, guests: 6, cancelled: false, housed: 6 } as const;
    await plant(chapter, [six, { ...six, from: 40 }], (n) => addDays('2025-01-01', n));
    const answer = await told(umbrella, 2025);
    expect(answer.total).toEqual({ ...nothing, inbound: 2, travellers: 12, delegateDays: 60, homes: 6, hostNights: 48 });
    expect(answer.withheld).toBe(0);
    const [{ since, ...only } = { since: '' }] = answer.chapters;
    expect(only).toEqual({
      id: chapter.organizationId,
      name: expect.any(String) as string,
      slug: await slugOf(chapter),
      figures: answer.total,
    });
    expect(Date.parse(since)).toBeLessThanOrEqual(Date.now());
  });

  it('withhold what one to four people stand behind, from the sum as well', async () => {
    const small = await world.organization();
    await agree();
    await agree(umbrella, small);
    const five = { direction: 'outbound', from: 3, days: 1, guests: 5, cancelled: false, housed: 0 } as const;
    await plant(chapter, [five], (n) => addDays('2025-01-01', n));
    await plant(small, [{ ...five, guests: 4 }], (n) => addDays('2025-01-01', n));
    const { chapters, total, withheld } = await told(umbrella, 2025);
    const figures = new Map(chapters.map((each) => [each.id, each.figures]));
    expect(figures.get(small.organizationId)).toEqual({ ...nothing, outbound: 1, travellers: null, delegateDays: null });
    expect([total.outbound, total.travellers, total.delegateDays, withheld]).toEqual([2, 5, 10, 1]);
  });

  it('of a year to come are those of this year', async () => {
    await agree();
    const { from, until } = await told(umbrella, 2190);
    const today = dayIn('America/New_York', new Date());
    expect([from, until]).toEqual([`${today.slice(0, 4)}-01-01`, today]);
  });

  it('cost the umbrella the same few queries whoever is in the list, and each chapter two', async () => {
    const [second, third] = [await world.organization(), await world.organization()];
    await agree();
    const one = (await queriesOf(world, () => told(umbrella))).length;
    await agree(umbrella, second);
    await agree(umbrella, third);
    const three = (await queriesOf(world, () => told(umbrella))).length;
    const list = async () => (await queriesOf(world, () => heard(umbrella))).length;
    const asked = await list();
    await say(umbrella, await world.organization(), 'chapter');
    expect([three - one, await list()]).toEqual([4, asked]);
  });
});
