import type { MemberActor } from '@amity/access';
import type { Id, ProblemDetails } from '@amity/kernel';
import type { Person } from '@amity/people';
import type { Fact, Facts, FactsAtAGlance } from '@amity/privacy';
import { aPerson } from '@amity/testing';
import { queriesOf } from '../testing/query-count.js';
import { TestWorld } from '../testing/test-world.js';
import { FactsService } from './facts.service.js';

describe('what is told about a person in confidence', () => {
  let world: TestWorld;
  let as: MemberActor;
  let id: Id;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    as = await world.organization(['coordinator']);
    id = await person(as);
  });

  const person = async (by: MemberActor, givenName = 'Maria'): Promise<Id> =>
    (await world.call<Person>('POST', '/api/people', { as: by, body: aPerson({ givenName, email: null }) })).body.id;
  const add = (of: Id, body: unknown, by = as) =>
    world.call<Fact & ProblemDetails>('POST', `/api/privacy/people/${of}/facts`, { as: by, body });
  const read = (of = id, by = as, purpose = 'travel') =>
    world.call<Facts & ProblemDetails>('GET', `/api/privacy/people/${of}/facts?purpose=${purpose}`, { as: by });
  const glance = async (of = id): Promise<FactsAtAGlance> =>
    (await world.call<FactsAtAGlance>('GET', `/api/privacy/people/${of}/glance`, { as })).body;
  const passport = (number: string) => ({
    kind: 'identity_document',
    value: { document: 'passport', number, country: 'PT', expiresOn: '2031-04-30' },
  });
  const health = { kind: 'health', value: { text: 'Type 1 diabetes; insulin in the fridge.' } };

  it('is kept, read for a purpose, changed and removed', async () => {
    const told = await add(id, health);
    expect([told.status, told.body]).toEqual([201, { id: told.body.id, ...health, sameDocument: [], version: 1 }]);
    const paper = (await add(id, passport('X 123-4567'))).body;
    expect((await read()).body).toEqual({ items: [paper, told.body] });

    const url = `/api/privacy/people/${id}/facts/${told.body.id}`;
    const value = { text: 'Type 1 diabetes.' };
    const changed = await world.call<Fact>('PUT', url, { as, headers: { 'if-match': '"1"' }, body: { kind: 'health', value } });
    expect(changed.body).toEqual({ ...told.body, value, version: 2 });
    expect((await world.call('DELETE', url, { as, headers: { 'if-match': '"2"' } })).status).toBe(204);
    expect((await read()).body).toEqual({ items: [paper] });
  });

  it('leaves a record of every reading: who, what, why; looking at how much there is does not count', async () => {
    await add(id, passport('X1'));
    await add(id, health);
    expect(await glance()).toEqual({ kept: 2, reads: [] });
    const other = await person(as, 'João');
    expect([(await read(other)).body, (await glance(other)).reads]).toEqual([{ items: [] }, []]); // nothing kept, nothing read
    await read(id, as, 'health_safety');
    const { reads } = await glance();
    expect(reads.map(({ actor, kinds, purpose }) => ({ actor, kinds, purpose }))).toEqual([
      { actor: 'Ada', kinds: ['health', 'identity_document'], purpose: 'health_safety' },
    ]);
  });

  it('is not read without a purpose, and a refused reading shows nothing', async () => {
    await add(id, health);
    for (const query of ['', '?purpose=', '?purpose=curiosity']) {
      const answer = await world.call('GET', `/api/privacy/people/${id}/facts${query}`, { as });
      expect(answer.status).toBe(422);
      expect(JSON.stringify(answer.body)).not.toContain('diabetes');
    }
    expect((await glance()).reads).toEqual([]);
  });

  it('is closed to everybody whose role does not include it', async () => {
    const fact = (await add(id, health)).body;
    for (const role of ['program_officer', 'volunteer', 'host', 'delegate', 'partner_coordinator'] as const) {
      const other = await world.member(as, [role]);
      const answers = [
        await read(id, other),
        await world.call('GET', `/api/privacy/people/${id}/glance`, { as: other }),
        await add(id, health, other),
        await world.call('PUT', `/api/privacy/people/${id}/facts/${fact.id}`, { as: other, headers: { 'if-match': '"1"' }, body: health }),
        await world.call('DELETE', `/api/privacy/people/${id}/facts/${fact.id}`, { as: other, headers: { 'if-match': '"1"' } }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    }
    expect((await world.call('GET', `/api/privacy/people/${id}/facts?purpose=travel`)).status).toBe(401);
    expect((await glance()).reads).toEqual([]);
  });

  it('of another organization is unknown here, also under a person of one’s own', async () => {
    const fact = (await add(id, health)).body;
    const theirs = await world.organization(['coordinator']);
    const own = await person(theirs);
    const answers = [
      await read(id, theirs),
      await add(id, health, theirs),
      await world.call('PUT', `/api/privacy/people/${own}/facts/${fact.id}`, { as: theirs, headers: { 'if-match': '"1"' }, body: health }),
      await world.call('DELETE', `/api/privacy/people/${own}/facts/${fact.id}`, { as: theirs, headers: { 'if-match': '"1"' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const neighbour = await person(as, 'João');
    expect(
      (await world.call('DELETE', `/api/privacy/people/${neighbour}/facts/${fact.id}`, { as, headers: { 'if-match': '"1"' } })).status,
    ).toBe(404);
    expect((await read()).body.items).toEqual([fact]);
  });

  it('finds the same passport under two people, however it is typed, and never across organizations', async () => {
    const twin = await person(as, 'João');
    await add(twin, passport('x1234567'));
    const theirs = await world.organization(['coordinator']);
    await add(await person(theirs), passport('X1234567'), theirs);
    const { body } = await add(id, passport('X 123-4567'));
    expect(body.sameDocument).toEqual([{ personId: twin, name: 'João Silva' }]);
    expect((await add(id, passport('Y7654321'))).body.sameDocument).toEqual([]);
    const { rows } = await world.owner.query<{ keys: number }>(
      `select count(distinct number_index)::int as keys from privacy.facts
      where kind = 'identity_document' and person_id <> $1`,
      [id],
    );
    expect(rows[0]?.keys).toBeGreaterThanOrEqual(2); // the same number under two organizations' keys
  });

  it('is told once where once is enough; several papers are several', async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => add(id, health)));
    const statuses = [first, ...others].map((answer) => answer?.status).sort();
    expect(statuses).toEqual([201, 409, 409, 409, 409]);
    expect((await add(id, health)).body).toMatchObject({
      code: 'privacy.fact_told',
      detail: 'There is an entry of this kind for Maria Silva already. Open it and change it there, so that both stay together.',
    });
    expect([(await add(id, passport('A1'))).status, (await add(id, passport('B2'))).status]).toEqual([201, 201]);
  });

  it('saved by somebody else meanwhile is refused without being shown, and keeps its kind', async () => {
    const fact = (await add(id, health)).body;
    const put = (body: unknown) =>
      world.call<ProblemDetails & Record<string, unknown>>('PUT', `/api/privacy/people/${id}/facts/${fact.id}`, {
        as,
        headers: { 'if-match': '"1"' },
        body,
      });
    await put({ kind: 'health', value: { text: 'Asthma' } });
    const stale = await put(health);
    expect([stale.status, stale.body['current'], JSON.stringify(stale.body).includes('Asthma')]).toEqual([412, null, false]);
    expect((await put({ kind: 'faith', value: { text: 'Quaker' } })).body.code).toBe('privacy.fact_kind');
  });

  it('costs the same number of queries at one and at three', async () => {
    const reading = () => world.get(FactsService).read(as, id, 'travel');
    await add(id, passport('A1'));
    await reading();
    const atOne = await queriesOf(world, reading);
    await add(id, passport('B2'));
    await add(id, health);
    expect((await queriesOf(world, reading)).length).toBe(atOne.length);
  });

  it('is held to its shape by the database', async () => {
    await add(id, health);
    const insert = (columns: string, values: string) =>
      world.owner
        .query(`select set_config('app.organization_id', $1, false)`, [as.organizationId])
        .then(() =>
          world.owner.query(
            `insert into privacy.facts (organization_id, id, person_id, ${columns}) values ($1, gen_random_uuid(), $2, ${values})`,
            [as.organizationId, id],
          ),
        );
    await expect(insert('kind, value', `'faith', 'in the open'`)).rejects.toMatchObject({ constraint: 'facts_value_check' });
    await expect(insert('kind, value', `'shoe_size', ('\\x01' || repeat('00', 96))::bytea`)).rejects.toMatchObject({
      constraint: 'facts_kind_check',
    });
    await expect(insert('kind, value', `'identity_document', ('\\x01' || repeat('00', 96))::bytea`)).rejects.toMatchObject({
      constraint: 'facts_documents_are_found',
    });
    await expect(insert('kind, value', `'health', ('\\x01' || repeat('00', 96))::bytea`)).rejects.toMatchObject({
      constraint: 'facts_told_once',
    });
  });
});
