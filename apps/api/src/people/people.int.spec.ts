import { PersonDraft, type Person } from '@amity/people';
import type { Page } from '@amity/kernel';
import { aPerson } from '@amity/testing';
import { Tenants } from '../database/tenants.js';
import { queriesOf } from '../testing/query-count.js';
import { TestWorld } from '../testing/test-world.js';
import { People } from './people.service.js';

describe('people', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());

  const draft = () => PersonDraft.parse(aPerson({ email: null }));
  const names = (page: Page<Person>) => page.items.map((person) => `${person.givenName} ${person.familyName}`);

  it('are added, found by any part of what is known about them, changed, and remembered', async () => {
    const as = await world.organization();
    const added = await world.call<Person>('POST', '/api/people', {
      as,
      body: aPerson({ givenName: 'José', familyName: 'Núñez', worksAt: 'City Hall' }),
    });
    expect(added.status).toBe(201);
    await world.call('POST', '/api/people', { as, body: aPerson({ givenName: 'Ana', familyName: 'Lima', email: null }) });

    const found = await world.call<Page<Person>>('GET', '/api/people?q=nunez%20hall', { as });
    expect(names(found.body)).toEqual(['José Núñez']);
    expect((await world.call<Page<Person>>('GET', '/api/people?q=%25', { as })).body.total).toBe(0);

    const changed = await world.call<Person>('PUT', `/api/people/${added.body.id}`, {
      as,
      headers: { 'if-match': '"1"' },
      body: { ...added.body, phone: '+34 600 000 000' },
    });
    expect([changed.status, changed.body.phone, changed.headers['etag']]).toEqual([200, '+34 600 000 000', '"2"']);

    const timeline = await world.call<Page<{ action: string; after: unknown }>>('GET', `/api/people/${added.body.id}/timeline`, { as });
    expect(timeline.body.items.map((entry) => entry.action)).toEqual(['changed', 'created']);
    expect(timeline.body.items[0]?.after).toEqual({ phone: '+34 600 000 000' });
  });

  it('are listed by family name, page by page, each once', async () => {
    const as = await world.organization();
    for (const familyName of ['Costa', 'Alves', 'Braga', 'Alves', 'Dias'])
      await world.call('POST', '/api/people', { as, body: aPerson({ familyName, email: null }) });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const url: string = `/api/people?limit=2${cursor ? `&cursor=${cursor}` : ''}`;
      const page = await world.call<Page<Person>>('GET', url, { as });
      seen.push(...page.body.items.map((person) => person.familyName));
      cursor = page.body.next;
    }
    expect(seen).toEqual(['Alves', 'Alves', 'Braga', 'Costa', 'Dias']);
  });

  it('cost the same number of queries at one and at three', async () => {
    const as = await world.organization();
    const list = () => world.get(People).list(as, { limit: 50 });
    await world.get(People).add(as, { ...draft(), familyName: 'One' });
    const atOne = await queriesOf(world, list);
    await world.get(People).add(as, { ...draft(), familyName: 'Two' });
    await world.get(People).add(as, { ...draft(), familyName: 'Three' });
    expect((await queriesOf(world, list)).length).toBe(atOne.length);
    expect(atOne.length).toBe(2);
  });

  it('of another organization are unknown here', async () => {
    const mine = await world.organization();
    const theirs = await world.organization();
    const other = await world.call<Person>('POST', '/api/people', { as: theirs, body: aPerson() });
    const url = `/api/people/${other.body.id}`;
    const read = await world.call<{ code: string }>('GET', url, { as: mine });
    const write = await world.call('PUT', url, { as: mine, headers: { 'if-match': '"1"' }, body: aPerson({ givenName: 'Eve' }) });
    expect([read.status, read.body.code, write.status, (await world.call('GET', `${url}/timeline`, { as: mine })).status]).toEqual([
      404,
      'kernel.unknown',
      404,
      404,
    ]);
    expect((await world.call<Page<Person>>('GET', '/api/people', { as: mine })).body.items).toEqual([]);
  });

  it('changed meanwhile are answered with both versions', async () => {
    const as = await world.organization();
    const { body } = await world.call<Person>('POST', '/api/people', { as, body: aPerson() });
    const save = (phone: string) =>
      world.call<Record<string, unknown>>('PUT', `/api/people/${body.id}`, {
        as,
        headers: { 'if-match': '"1"' },
        body: { ...body, phone },
      });
    const [first, second] = [await save('1'), await save('2')];
    expect(first.status).toBe(200);
    expect([second.status, second.body['yours'], second.body['currentVersion']]).toEqual([412, 1, 2]);
    expect(second.body['current']).toEqual({ ...body, phone: '1', version: 2 });
  });

  it('are the same by address and name, and nobody is made twice at once', async () => {
    const as = await world.organization();
    const find = (overrides: Parameters<typeof aPerson>[0]) =>
      world.get(Tenants).write(as, (tx) => world.get(People).findOrCreate(tx, aPerson(overrides)));
    const several = await Promise.all(Array.from({ length: 8 }, () => find({})));
    expect(new Set(several.map((person) => person.id)).size).toBe(1);
    expect((await find({ givenName: 'MARÍA', email: 'Maria.Silva@EXAMPLE.org' })).id).toBe(several[0]?.id);
    expect((await find({ givenName: 'João' })).id).not.toBe(several[0]?.id);
    expect((await find({ email: null })).id).not.toBe((await find({ email: null })).id);
  });

  it('named twice in one list are one', async () => {
    const as = await world.organization();
    const people = await world
      .get(Tenants)
      .write(as, (tx) => world.get(People).findOrCreateMany(tx, [aPerson(), aPerson({ givenName: 'João' }), aPerson()]));
    expect(people.map((person) => person.givenName)).toEqual(['Maria', 'João', 'Maria']);
    expect(people[0]?.id).toBe(people[2]?.id);
  });
});
