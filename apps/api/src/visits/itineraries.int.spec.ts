import type { MemberActor } from '@amity/access';
import type { Page, ProblemDetails } from '@amity/kernel';
import type { FeedLink, ItineraryPreview, ItineraryVersion, PocketItinerary, VisitSummary } from '@amity/visits';
import ical from 'node-ical';
import { readPdf } from '../documents/testing/pdf-text.js';
import { TestWorld } from '../testing/test-world.js';
import { Program } from '../testing/visits-program.js';

describe('itineraries', () => {
  let world: TestWorld;
  let as: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
    as = await world.organization(['coordinator']);
  });
  afterAll(() => world.close());

  const summaryOf = async (program: Program): Promise<VisitSummary | undefined> =>
    (await world.call<Page<VisitSummary>>('GET', '/api/visits?limit=200', { as })).body.items.find(
      ({ id }) => id === program.delegation.id,
    );

  it('are published with a number and what is different, and only when something is', async () => {
    const program = await Program.of(world, as);
    const empty = await world.call<ProblemDetails>('POST', `/api/visits/${program.visit.id}/publish`, { as });
    expect([empty.status, empty.body.code]).toEqual([409, 'visits.nothing_to_publish']);
    const welcome = await program.plan();
    expect((await summaryOf(program))?.state).toBe('draft');
    const first = await program.publish();
    expect([first.status, first.body.number, first.body.publishedBy, first.body.changes.map(({ kind }) => kind)]).toEqual([
      201,
      1,
      'Ada',
      ['added'],
    ]);
    const again = await world.call<ProblemDetails>('POST', `/api/visits/${program.visit.id}/publish`, { as });
    expect([again.status, again.body.detail]).toEqual([409, 'Nothing changed since version 1. Everybody has the latest itinerary.']);
    expect((await summaryOf(program))?.state).toBe('published');

    await program.change(welcome, { startsAt: '2026-05-05T09:30' });
    const { body: preview } = await world.call<ItineraryPreview>('GET', `/api/visits/${program.visit.id}/changes`, { as });
    expect([preview.number, preview.changes.map(({ kind }) => kind)]).toEqual([2, ['moved']]);
    expect((await summaryOf(program))?.state).toBe('changed');
    expect((await program.publish()).body.changes).toEqual(preview.changes);
    const { body: versions } = await world.call<{ items: ItineraryVersion[] }>('GET', `/api/visits/${program.visit.id}/versions`, { as });
    expect(versions.items.map(({ number }) => number)).toEqual([2, 1]);
    const events = await world.owner.query(`select payload->>'visitId' as visit from messages.events where kind = 'visits.published'`);
    expect(events.rows.filter(({ visit }: { visit: string }) => visit === program.visit.id)).toHaveLength(2);
  });

  it('two who publish at once make one version', async () => {
    const program = await Program.of(world, as);
    await program.plan();
    const answers = await Promise.all(Array.from({ length: 6 }, () => program.publish()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('book those who joined late, and are not published when that is impossible', async () => {
    const program = await Program.of(world, as, ['Ugo']);
    await program.plan();
    const joined = await program.join('Vera');
    const held = (): Promise<{ rows: unknown[] }> =>
      world.owner.query('select 1 from visits.bookings where person_id = $1 and active', [joined.person.id]);
    expect((await held()).rows).toHaveLength(0);
    expect((await program.publish()).status).toBe(201);
    expect((await held()).rows).toHaveLength(1);

    const other = await Program.of(world, as, ['Wim']);
    await other.plan();
    await world.call('POST', `/api/delegations/${other.delegation.id}/roster`, { as, body: { person: { id: joined.person.id } } });
    const refused = await other.publish();
    expect([refused.status, Reflect.get(refused.body, 'code')]).toEqual([409, 'visits.double_booked']);
  });

  it('are printed as a PDF, the draft marked as one', async () => {
    const program = await Program.of(world, as, ['Xenia'], { name: 'Teachers of 館山' });
    await program.plan({ title: 'Classroom visit' });
    const url = `/api/visits/${program.visit.id}/itinerary.pdf`;
    expect((await world.call<ProblemDetails>('GET', url, { as })).body.code).toBe('visits.not_published');
    const draft = await world.call<Buffer>('GET', `${url}?draft=1`, { as });
    expect([draft.status, draft.headers['content-type'], draft.body.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    expect(readPdf(draft.body).pages.join('\n')).toContain('DRAFT');
    await program.publish();
    const { body, headers } = await world.call<Buffer>('GET', url, { as });
    const text = readPdf(body).pages.join('\n');
    expect(text).toContain('Classroom visit');
    expect(text).not.toContain('DRAFT');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Teachers of _ version 1.pdf"; filename*=UTF-8''Teachers%20of%20%E9%A4%A8%E5%B1%B1%20version%201.pdf`,
    );
  });

  describe('as a calendar', () => {
    const subscribe = async (program: Program): Promise<{ path: string; token: string }> => {
      const { body } = await world.call<FeedLink>('POST', `/api/visits/${program.visit.id}/feed`, { as });
      const path = new URL(body.feedUrl).pathname;
      expect(body).toEqual({
        feedUrl: `http://amity.test${path}`,
        webcalUrl: `webcal://amity.test${path}`,
        pageUrl: `http://amity.test/p/itinerary#${path.split('/').at(-1)?.replace('.ics', '')}`,
      });
      return { path, token: new URL(body.pageUrl).hash.slice(1) };
    };
    const read = async (path: string) => {
      const { body } = await world.call<Buffer>('GET', path);
      return Object.values(ical.sync.parseICS(body.toString('utf8'))).flatMap((part) => (part?.type === 'VEVENT' ? [part] : []));
    };

    it('keeps instants across a change of clocks, UIDs across versions, and tells of what was cancelled', async () => {
      const program = await Program.of(world, as, ['Yara'], { arrivesOn: '2026-10-31', departsOn: '2026-11-02' });
      const before = await program.plan({
        title: 'Before, with comma; and more',
        startsAt: '2026-10-31T22:00',
        endsAt: '2026-10-31T23:00',
      });
      const across = await program.plan({ title: 'Across', startsAt: '2026-11-01T00:30', endsAt: '2026-11-01T03:30', state: 'tentative' });
      await program.publish();
      const { path } = await subscribe(program);
      const first = await read(path);
      expect(
        first.map(({ uid, summary, start, end, status, sequence }) => ({
          uid,
          summary,
          start: start.toISOString(),
          end: end?.toISOString(),
          status,
          sequence: Number(sequence),
        })),
      ).toEqual([
        {
          uid: `${before.id}@amity`,
          summary: 'Before, with comma; and more',
          start: before.start,
          end: before.end,
          status: 'CONFIRMED',
          sequence: 1,
        },
        {
          uid: `${across.id}@amity`,
          summary: 'Across (tentative)',
          start: across.start,
          end: across.end,
          status: 'TENTATIVE',
          sequence: 1,
        },
      ]);
      expect(Date.parse(across.end) - Date.parse(across.start)).toBe(4 * 3_600_000);
      await program.move(before, 'cancelled');
      expect(await read(path)).toEqual(first);
      await program.publish();
      expect((await read(path)).map(({ uid, status, sequence }) => [uid, status, Number(sequence)])).toEqual([
        [`${across.id}@amity`, 'TENTATIVE', 2],
        [`${before.id}@amity`, 'CANCELLED', 2],
      ]);
    });

    it('answers an unchanged itinerary with 304, quickly', async () => {
      const program = await Program.of(world, as);
      await program.plan();
      await program.publish();
      const { path } = await subscribe(program);
      const { headers } = await world.call('GET', path);
      expect([headers['content-type'], headers['cache-control']]).toEqual(['text/calendar; charset=utf-8', 'private, no-cache']);
      const etag = String(headers['etag']);
      const took: number[] = [];
      for (let i = 0; i < 40; i++) {
        const start = performance.now();
        const { status } = await world.call('GET', path, { headers: { 'if-none-match': etag } });
        took.push(performance.now() - start);
        expect(status).toBe(304);
      }
      expect(took.sort((a, b) => a - b)[20]).toBeLessThan(25); // 5 ms is the goal on a quiet machine; this one runs tests
      expect((await world.call('GET', path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    });

    it('and as a page ends when its link is revoked', async () => {
      const program = await Program.of(world, as);
      const { path, token } = await subscribe(program);
      expect((await world.call('GET', path)).status).toBe(409);
      await program.plan();
      await program.publish();
      const pocket = await world.call<PocketItinerary>('GET', '/api/visits/pocket', { link: token });
      expect([pocket.status, pocket.body.number, pocket.body.content.items.map(({ title }) => title)]).toEqual([
        200,
        1,
        ['City hall welcome'],
      ]);
      expect((await world.call('GET', '/api/visits/pocket/itinerary.pdf', { link: token })).status).toBe(200);
      expect((await world.call('DELETE', `/api/visits/${program.visit.id}/feed`, { as })).status).toBe(204);
      expect((await world.call('GET', path)).status).toBe(404);
      expect((await world.call('GET', '/api/visits/pocket', { link: token })).status).toBe(404);
    });
  });
});
