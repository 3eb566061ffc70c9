import { randomUUID } from 'node:crypto';
import type { MemberActor } from '@amity/access';
import type { Delegation } from '@amity/delegations';
import type { Page, ProblemDetails } from '@amity/kernel';
import type { Person } from '@amity/people';
import { aDelegation, aPerson } from '@amity/testing';
import fc from 'fast-check';
import { JobEntity } from '../interchange/job.entity.js';
import { TestWorld } from './test-world.js';
import { Tenants } from '../database/tenants.js';

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const tally = (values: readonly number[]): Record<number, number> =>
  Object.fromEntries([...new Set(values)].sort((a, b) => a - b).map((value) => [value, values.filter((v) => v === value).length]));

describe('many at once', () => {
  let world: TestWorld;
  let as: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    as = await world.organization();
  });

  const plan = (key: string, overrides: Parameters<typeof aDelegation>[0] = {}) =>
    world.call<Delegation & ProblemDetails>('POST', '/api/delegations', {
      as,
      body: aDelegation(overrides),
      headers: { 'idempotency-key': key },
    });
  const countOf = async (sql: string): Promise<number> =>
    Number((await world.owner.query<{ n: string }>(`select count(*) as n from ${sql}`, [as.organizationId])).rows[0]?.n);
  const delegations = () => countOf('delegations.delegations where organization_id = $1');

  describe('one idempotency key', () => {
    it('sent twenty times at once acts once and answers the same twenty times', async () => {
      const key = randomUUID();
      const answers = await Promise.all(times(20, () => plan(key)));
      expect(tally(answers.map((a) => a.status))).toEqual({ 201: 20 });
      expect(new Set(answers.map((a) => JSON.stringify(a.body))).size).toBe(1);
      expect(answers.filter((a) => a.headers['idempotency-replayed'] === 'true')).toHaveLength(19);
      expect(await delegations()).toBe(1);
      expect(await countOf(`audit.entries where organization_id = $1 and subject = 'delegations.delegations'`)).toBe(1);
    });

    it('with another body, or at another address, is refused and changes nothing', async () => {
      const key = randomUUID();
      await plan(key);
      const other = await plan(key, { name: 'Something else' });
      expect([other.status, other.body.code]).toEqual([422, 'kernel.key_reused']);
      const elsewhere = await world.call<ProblemDetails>('POST', '/api/people', {
        as,
        body: aPerson(),
        headers: { 'idempotency-key': key },
      });
      expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'kernel.key_reused']);
      expect([await delegations(), await countOf('people.people where organization_id = $1')]).toEqual([1, 0]);
    });

    it('of a refused request may be used again: a refusal is no effect', async () => {
      const key = randomUUID();
      const refused = await plan(key, { partnershipId: randomUUID() });
      expect([refused.status, refused.body.code]).toEqual([422, 'delegations.partnership_unknown']);
      expect((await plan(key)).status).toBe(201);
    });

    it('belongs to its sender: two members with the same key are two requests', async () => {
      const key = randomUUID();
      const mine = await plan(key);
      as = await world.member(as, ['coordinator']);
      const theirs = await plan(key);
      expect([mine.status, theirs.status, mine.body.id === theirs.body.id, await delegations()]).toEqual([201, 201, false, 2]);
    });
  });

  it('fifty writers of one record: one succeeds, the others see both versions', async () => {
    const { body: made } = await plan(randomUUID());
    const answers = await Promise.all(
      times(50, (i) =>
        world.call<Delegation & ProblemDetails>('PUT', `/api/delegations/${made.id}`, {
          as,
          headers: { 'if-match': '"1"' },
          body: aDelegation({ name: `Writer ${i}` }),
        }),
      ),
    );
    expect(tally(answers.map((a) => a.status))).toEqual({ 200: 1, 412: 49 });
    const winner = answers.find((a) => a.status === 200)?.body;
    for (const { status, body } of answers)
      if (status === 412)
        expect([body.code, body['yours'], body['currentVersion'], body['current']]).toEqual(['kernel.stale_version', 1, 2, winner]);
    expect((await world.call<Delegation>('GET', `/api/delegations/${made.id}`, { as })).body).toEqual(winner);
    expect(await countOf(`audit.entries where organization_id = $1 and action = 'changed'`)).toBe(1);
  });

  describe('a connection that breaks', () => {
    /** Ends the database's side of the connection a transaction runs on. */
    const breakOff = (tx: { manager: { query<T>(sql: string): Promise<T> } }) =>
      tx.manager
        .query<{ pid: number }[]>('select pg_backend_pid() as pid')
        .then(([row]) => world.owner.query('select pg_terminate_backend($1)', [row?.pid]));

    it('in the middle of a write leaves nothing, is no crash, and the next write works', async () => {
      const before = await countOf('audit.entries where organization_id = $1');
      const broken = world.get(Tenants).write(as, async (tx) => {
        await tx.insert(JobEntity, { kind: 'test.broken', title: 'Broken off', input: {} });
        await breakOff(tx);
        await tx.query('select 1');
      });
      await expect(broken).rejects.toThrow();
      expect(await countOf('audit.entries where organization_id = $1')).toBe(before);
      expect((await plan(randomUUID())).status).toBe(201);
    });

    it('is answered with 503 and Retry-After', async () => {
      const { id } = (await plan(randomUUID())).body;
      await world.owner.query('begin');
      await world.owner.query('select from delegations.delegations where id = $1 for update', [id]);
      const answer = world.call<ProblemDetails>('PUT', `/api/delegations/${id}`, {
        as,
        headers: { 'if-match': '"1"' },
        body: aDelegation({ name: 'Late' }),
      });
      await world.eventually('it waits for the row', async () => {
        const { rowCount } = await world.owner.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and application_name = 'amity'`,
        );
        return rowCount === 1;
      });
      const { status, headers, body } = await answer;
      await world.owner.query('rollback');
      expect([status, headers['retry-after'], body.code]).toEqual([503, '5', 'kernel.unavailable']);
      expect((await world.call<Delegation>('GET', `/api/delegations/${id}`, { as })).body.name).toBe(aDelegation().name);
    });

    it('during the commit is answered as uncertain', async () => {
      // A deferred trigger runs inside COMMIT: there it ends its own connection
      await world.owner.query(`create function public.break_off() returns trigger language plpgsql security definer as $$
        begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); return null; end $$;
        create constraint trigger break_off after insert on people.people deferrable initially deferred for each row execute function public.break_off()`);
      try {
        const { status, body } = await world.call<ProblemDetails>('POST', '/api/people', { as, body: aPerson() });
        expect([status, body.code]).toEqual([503, 'kernel.uncertain']);
      } finally {
        await world.owner.query('drop function public.break_off cascade');
      }
      expect((await world.call('POST', '/api/people', { as, body: aPerson() })).status).toBe(201);
    });
  });

  it('a commit that fails once is tried again, with its key, and acts once', async () => {
    await world.owner.query(`create sequence public.tries; grant usage on sequence public.tries to amity_app;
      create function public.fail_first() returns trigger language plpgsql as $$
        begin if nextval('public.tries') = 1 then raise exception using errcode = '40001'; end if; return null; end $$;
      create constraint trigger fail_first after insert on people.people deferrable initially deferred for each row execute function public.fail_first()`);
    const key = randomUUID();
    const add = () => world.call<Person>('POST', '/api/people', { as, body: aPerson(), headers: { 'idempotency-key': key } });
    try {
      const first = await add();
      const again = await add();
      expect([first.status, again.status, again.body, again.headers['idempotency-replayed']]).toEqual([201, 201, first.body, 'true']);
      expect(await countOf('people.people where organization_id = $1')).toBe(1);
    } finally {
      await world.owner.query('drop function public.fail_first cascade; drop sequence public.tries');
    }
  });

  it('a list read page by page shows every row that stays, once and in order, whatever is added meanwhile', async () => {
    const day = fc.integer({ min: 1, max: 9 }).map((d) => `2026-05-0${d}`);
    const page = (limit: number, cursor: string | null) =>
      world.call<Page<Delegation>>('GET', `/api/delegations?limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`, { as });
    await fc.assert(
      fc.asyncProperty(
        fc.array(day, { minLength: 1, maxLength: 12 }),
        fc.array(day, { maxLength: 6 }),
        fc.integer({ min: 1, max: 5 }),
        async (first, later, limit) => {
          as = await world.organization();
          const add = async (arrivesOn: string) => (await plan(randomUUID(), { arrivesOn, departsOn: '2026-05-20' })).body;
          const stable: Delegation[] = [];
          for (const arrivesOn of first) stable.push(await add(arrivesOn));
          const seen: Delegation[] = [];
          const waiting = [...later];
          for (let cursor: string | null = null, turn = 0; turn === 0 || cursor; turn++) {
            const { body } = await page(limit, cursor);
            expect(body.items.length).toBeLessThanOrEqual(limit);
            seen.push(...body.items);
            cursor = body.next;
            const arrivesOn = waiting.pop();
            if (arrivesOn) await add(arrivesOn);
          }
          const ids = seen.map((d) => d.id);
          const sorted = (rows: Delegation[]) =>
            rows
              .toSorted((a, b) => (a.arrivesOn === b.arrivesOn ? (a.id < b.id ? 1 : -1) : a.arrivesOn < b.arrivesOn ? 1 : -1))
              .map((d) => d.id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids).toEqual(sorted(seen));
          expect(ids.filter((id) => stable.some((d) => d.id === id))).toEqual(sorted(stable));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('a mangled cursor is refused, never a crash', async () => {
    const cursors = [
      'x',
      'bnVsbA',
      Buffer.from('[1]').toString('base64url'),
      Buffer.from('["x","y"]').toString('base64url'),
      Buffer.from('["2026-05-01\\u0000","y"]').toString('base64url'),
      Buffer.from('["9999999-01-01","01a2013f-7aa4-7873-8e08-475a972c512e"]').toString('base64url'),
    ];
    const answers = await Promise.all(
      cursors.map((cursor) => world.call<ProblemDetails>('GET', `/api/delegations?cursor=${cursor}`, { as })),
    );
    expect(answers.map((a) => [a.status, a.body.code])).toEqual([
      [400, 'kernel.page_cursor'],
      [400, 'kernel.page_cursor'],
      [400, 'kernel.page_cursor'],
      [422, 'kernel.ill_formed'],
      [422, 'kernel.ill_formed'],
      [422, 'kernel.ill_formed'],
    ]);
  });
});
