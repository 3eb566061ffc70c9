import type { MemberActor } from '@amity/access';
import type { Id } from '@amity/kernel';
import type { Person } from '@amity/people';
import type { Fact, Facts } from '@amity/privacy';
import { aPerson } from '@amity/testing';
import { DataSource } from 'typeorm';
import { KeyRing, MasterKey } from '../database/sealing/index.js';
import { Tenants } from '../database/tenants.js';
import { TestWorld } from '../testing/test-world.js';
import { KeyRotation } from './key-rotation.js';
import { FactEntity } from './privacy.entities.js';

describe('the rotation of keys', () => {
  let world: TestWorld;
  let as: MemberActor;
  let id: Id;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    as = await world.organization(['coordinator']);
    id = await person('Maria');
  });

  const rotation = (keys = world.get(KeyRing)) => new KeyRotation(world.get(DataSource), world.get(Tenants), keys);
  const person = async (givenName: string): Promise<Id> =>
    (await world.call<Person>('POST', '/api/people', { as, body: aPerson({ givenName, email: null }) })).body.id;
  const addPassport = async (of: Id, number: string) =>
    (
      await world.call<Fact>('POST', `/api/privacy/people/${of}/facts`, {
        as,
        body: { kind: 'identity_document', value: { document: 'passport', number } },
      })
    ).body;
  const numbers = async (of = id): Promise<string[]> => {
    const { body } = await world.call<Facts>('GET', `/api/privacy/people/${of}/facts?purpose=travel`, { as });
    return body.items.map(({ value }) => ('number' in value ? value.number : '?'));
  };
  const versions = async (): Promise<number[]> => {
    const { rows } = await world.owner.query<{ key_version: number }>(
      'select key_version from privacy.organization_keys where organization_id = $1 order by 1',
      [as.organizationId],
    );
    return rows.map((row) => row.key_version);
  };

  it('seals everything anew, keeps what it says and what is found by it, and throws the old key away', async () => {
    await addPassport(id, 'A1');
    const twin = await person('João');
    const before = (await world.owner.query<{ value: Buffer }>('select value from privacy.facts where person_id = $1', [id])).rows[0];
    expect(await rotation().rotate(as.organizationId)).toBe(1);
    expect([await versions(), await numbers()]).toEqual([[2], ['A1']]);
    const after = (
      await world.owner.query<{ value: Buffer; version: number }>('select value, version from privacy.facts where person_id = $1', [id])
    ).rows[0];
    expect([after?.value.equals(before?.value ?? Buffer.alloc(0)), after?.version]).toEqual([false, 1]);
    expect((await addPassport(twin, 'a-1')).sameDocument).toEqual([{ personId: id, name: 'Maria Silva' }]);
  });

  it('has nothing to do for an organization that has sealed nothing', async () => {
    const empty = await world.organization();
    expect(await rotation().rotate(empty.organizationId)).toBeNull();
  });

  it('broken off, goes on where it stopped; both keys open meanwhile', async () => {
    for (const number of ['A1', 'B2', 'C3']) await addPassport(id, number);
    const broken = rotation().rotate(as.organizationId, () => {
      throw new Error('the power went');
    });
    await expect(broken).rejects.toThrow('the power went');
    expect([await versions(), await numbers()]).toEqual([
      [1, 2],
      ['A1', 'B2', 'C3'],
    ]);
    await addPassport(id, 'D4');
    expect(await rotation().rotate(as.organizationId)).toBeGreaterThanOrEqual(0);
    expect([await versions(), await numbers()]).toEqual([[2], ['A1', 'B2', 'C3', 'D4']]);
  });

  it('loses nothing that is read and written while it runs', async () => {
    await addPassport(id, 'N0');
    const [, ...written] = await Promise.all([
      rotation().rotate(as.organizationId),
      ...Array.from({ length: 12 }, (_, at) => addPassport(id, `N${at + 1}`)),
      ...Array.from({ length: 6 }, () => numbers()),
    ]);
    expect(written.length).toBe(18);
    expect((await numbers()).sort()).toEqual(Array.from({ length: 13 }, (_, at) => `N${at}`).sort());
    await rotation().rotate(as.organizationId);
    expect((await numbers()).length).toBe(13);
  });

  it('waits for a transaction that still seals with the old key', async () => {
    await addPassport(id, 'A1');
    let mayEnd: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (mayEnd = resolve));
    const value = { document: 'passport', number: 'LATE', country: null, expiresOn: null } as const;
    const slow = world.get(Tenants).write(as, async (tx) => {
      await tx.insert(FactEntity, { personId: id, kind: 'identity_document', value });
      await held;
    });
    await world.eventually('the slow transaction holds its key', async () => {
      const { rows } = await world.owner.query(
        `select 1 from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
      );
      return rows.length > 0;
    });
    const rotating = rotation().rotate(as.organizationId);
    await new Promise((resolve) => setTimeout(resolve, 300));
    mayEnd();
    await Promise.all([slow, rotating]);
    expect([await versions(), (await numbers()).sort()]).toEqual([[2], ['A1', 'LATE']]);
  });

  it('to another master key leaves every value as it is, and the old master key opens nothing any more', async () => {
    await addPassport(id, 'A1');
    const next = MasterKey.random();
    const { rows: before } = await world.owner.query('select value from privacy.facts where person_id = $1', [id]);
    await rotation().rewrap(next);
    expect((await world.owner.query('select value from privacy.facts where person_id = $1', [id])).rows).toEqual(before);
    const { rows } = await world.owner.query(
      `select distinct master_key_id from privacy.organization_keys union select master_key_id from identity.key_check`,
    );
    expect(rows).toEqual([{ master_key_id: next.id }]);

    const source = world.get(DataSource);
    const runner = source.createQueryRunner();
    try {
      await runner.query(`begin; select set_config('app.organization_id', '${as.organizationId}', true)`);
      await expect(new KeyRing(MasterKey.random()).openFor(runner, as.organizationId).all()).rejects.toMatchObject({
        code: 'kernel.key_missing',
      });
      expect(
        (await new KeyRing(MasterKey.random(), () => next).openFor(runner, as.organizationId).all()).map((key) => key.version),
      ).toEqual([1]);
      expect((await new KeyRing(next).openFor(runner, as.organizationId).all()).map((key) => key.version)).toEqual([1]);
    } finally {
      await runner.query('rollback');
      await runner.release();
    }
  });

  it('lets no key in that another master key wrapped', async () => {
    const insert = world.owner.query(
      `insert into privacy.organization_keys (organization_id, key_version, wrapped, master_key_id) values ($1, 9, $2, $3)`,
      [as.organizationId, Buffer.alloc(60), Buffer.alloc(8)],
    );
    await expect(insert).rejects.toMatchObject({ constraint: 'organization_keys_master_key_id_fkey' });
  });
});
