import type { MemberActor } from '@amity/access';
import type { Id } from '@amity/kernel';
import { addPerson, PersonEntity } from '../testing/someone.js';
import { TestWorld } from '../testing/test-world.js';
import { newId } from './new-id.js';
import type { TenantTx } from './tenant-tx.js';
import { Tenants } from './tenants.js';

describe('a read of sensitive fields', () => {
  let world: TestWorld;
  let tenants: Tenants;
  beforeAll(async () => {
    world = await TestWorld.open();
    tenants = world.get(Tenants);
  });
  afterAll(() => world.close());

  const someone = async (as: MemberActor): Promise<Id> => (await tenants.write(as, (tx) => addPerson(tx))).id;
  const phones = (ids: readonly Id[]) => async (tx: TenantTx) => {
    await tx.recordRead(PersonEntity, ids, ['phone', 'birthDate'], 'health_safety');
    return (await tx.from(PersonEntity, 'p').getMany()).length;
  };
  const readsOf = async ({ organizationId }: MemberActor) =>
    (
      await world.owner.query<Record<string, unknown>>(
        `select actor, account_id, subject, subject_id, purpose, fields, before, after, reason, on_behalf_of_name from audit.entries
         where organization_id = $1 and action = 'read' order by number`,
        [organizationId],
      )
    ).rows;

  it('is an entry a record, with who, which fields and what for', async () => {
    const as = await world.organization();
    const ids = [await someone(as), await someone(as)];
    expect(await tenants.readSensitive(as, 'health_safety', phones(ids))).toBe(2);
    expect(await readsOf(as)).toEqual(
      ids.map((subject_id) => ({
        actor: 'Ada',
        account_id: as.accountId,
        subject: 'people.people',
        subject_id,
        purpose: 'health_safety',
        fields: ['phone', 'birthDate'],
        before: null,
        after: null,
        reason: null,
        on_behalf_of_name: null,
      })),
    );
  });

  it('gives no answer when nothing was recorded, or something else', async () => {
    const as = await world.organization();
    const ids = [await someone(as)];
    await expect(tenants.readSensitive(as, 'health_safety', () => Promise.resolve('a secret'))).rejects.toThrow('recorded nothing');
    await expect(tenants.readSensitive(as, 'travel', phones(ids))).rejects.toThrow('for "travel" recorded health_safety');
    await expect(tenants.readSensitive(as, 'health_safety', (tx) => tx.recordRead(PersonEntity, ids, [], 'health_safety'))).rejects.toThrow(
      'no field at all',
    );
    expect(await readsOf(as)).toEqual([]);
  });

  it('of no record at all is still an answer', async () => {
    const as = await world.organization();
    expect(await tenants.readSensitive(as, 'health_safety', phones([]))).toBe(0);
    expect(await readsOf(as)).toEqual([]);
  });

  it('gives no answer when its entry cannot be kept', async () => {
    const as = await world.organization();
    const ids = [await someone(as)];
    await world.owner
      .query(`create function public.full_disk() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$;
      create trigger full_disk before insert on audit.entries execute function public.full_disk()`);
    try {
      await expect(tenants.readSensitive(as, 'health_safety', phones(ids))).rejects.toThrow('disk full');
    } finally {
      await world.owner.query('drop function public.full_disk() cascade');
    }
  });

  it('is refused under a plain read, which keeps nothing, and possible within a write', async () => {
    const as = await world.organization();
    const ids = [await someone(as)];
    await expect(tenants.read(as, phones(ids))).rejects.toThrow('Tenants.readSensitive or write');
    expect(await tenants.write(as, phones(ids))).toBe(1);
    expect(await readsOf(as)).toHaveLength(1);
  });

  it('may not write', async () => {
    const as = await world.organization();
    const write = tenants.readSensitive(as, 'health_safety', (tx) => addPerson(tx));
    await expect(write).rejects.toThrow('read-only transaction');
  });

  it('holds up while many read and write at once', async () => {
    const as = await world.organization();
    const ids = [await someone(as)];
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => (n % 2 ? someone(as) : tenants.readSensitive(as, 'health_safety', phones(ids)))),
    );
    expect(await readsOf(as)).toHaveLength(20);
  });
});

describe('why and for whom', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());

  it('stand on every entry of the transaction, those before the call as well', async () => {
    const as = await world.organization();
    const host = { id: newId(), name: 'Maria Silva' };
    await world.get(Tenants).write(as, async (tx) => {
      const { id } = await addPerson(tx);
      tx.because('She called: no internet at home').onBehalfOf(host);
      await tx.update(PersonEntity, id, 1, { phone: '+34 600 000 000' }, 'person');
    });
    await world.get(Tenants).write(as, (tx) => addPerson(tx));
    const { rows } = await world.owner.query(
      `select action, reason, on_behalf_of, on_behalf_of_name from audit.entries where organization_id = $1 and subject = 'people.people' order by number`,
      [as.organizationId],
    );
    const said = { reason: 'She called: no internet at home', on_behalf_of: host.id, on_behalf_of_name: host.name };
    expect(rows).toEqual([
      { action: 'created', ...said },
      { action: 'changed', ...said },
      { action: 'created', reason: null, on_behalf_of: null, on_behalf_of_name: null },
    ]);
  });
});
