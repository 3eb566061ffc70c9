import { DomainError } from '@amity/kernel';
import { MembershipEntity } from '../access/index.js';
import { TestWorld } from '../testing/test-world.js';
import { Tenants } from './tenants.js';

describe('the tenant transaction', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());

  it('shows only the rows of the actor’s organization, even to a query without a predicate', async () => {
    const mine = await world.organization();
    await world.organization();
    const seen = await world
      .get(Tenants)
      .read(mine, (tx) => tx.manager.query<{ organization_id: string }[]>('select organization_id from access.memberships'));
    expect(seen).toEqual([{ organization_id: mine.organizationId }]);
  });

  it('refuses to write into another organization', async () => {
    const mine = await world.organization();
    const other = await world.organization();
    const write = world
      .get(Tenants)
      .write(mine, (tx) =>
        tx.manager.query(`insert into access.idempotency_keys (organization_id, key, request_hash) values ($1, 'k', 'h')`, [
          other.organizationId,
        ]),
      );
    await expect(write).rejects.toThrow('row-level security');
  });

  it('keeps the tenant in a query that says where again', async () => {
    const mine = await world.organization();
    const other = await world.organization();
    const rows = await world
      .get(Tenants)
      .read(mine, (tx) => tx.from(MembershipEntity, 'm').where('m.organizationId = :other', { other: other.organizationId }).getMany());
    expect(rows).toEqual([]);
  });

  it('writes an audit entry with every change, with the fields that changed', async () => {
    const mine = await world.organization();
    await world.get(Tenants).write(mine, async (tx) => {
      const [row] = await tx.from(MembershipEntity, 'm').getMany();
      if (row) await tx.update(MembershipEntity, row.id, row.version, { roles: ['coordinator'] }, 'membership');
    });
    const { rows } = await world.owner.query(
      `select action, subject, before, after, actor from audit.entries where organization_id = $1 order by id desc limit 1`,
      [mine.organizationId],
    );
    expect(rows).toEqual([
      {
        action: 'changed',
        subject: 'access.memberships',
        before: { roles: ['administrator'] },
        after: { roles: ['coordinator'] },
        actor: 'Ada',
      },
    ]);
  });

  it('refuses a stale version with both versions', async () => {
    const mine = await world.organization();
    const refusal = world.get(Tenants).write(mine, async (tx) => {
      const [row] = await tx.from(MembershipEntity, 'm').getMany();
      if (!row) throw new Error('no membership');
      await tx.update(MembershipEntity, row.id, row.version, { roles: ['coordinator'] }, 'membership');
      await tx.update(MembershipEntity, row.id, row.version, { roles: ['program_officer'] }, 'membership', (current) => ({
        roles: current.roles,
      }));
    });
    await expect(refusal).rejects.toMatchObject({
      code: 'kernel.stale_version',
      extra: { yours: 1, currentVersion: 2, current: { roles: ['coordinator'] } },
    });
  });

  it('tries again after a deadlock and gives up on anything else', async () => {
    const mine = await world.organization();
    let attempts = 0;
    await world.get(Tenants).write(mine, async (tx) => {
      if (++attempts < 3) await tx.manager.query(`do $$ begin raise exception sqlstate '40P01'; end $$`);
    });
    expect(attempts).toBe(3);
    await expect(
      world.get(Tenants).write(mine, () => Promise.reject(new DomainError('kernel.unknown', { what: 'thing' }))),
    ).rejects.toMatchObject({ code: 'kernel.unknown' });
  });
});
