// What entries said is erased and the log stays whole; whatever is erased or changed otherwise is found.
import { DataSource } from 'typeorm';
import type { Break } from '@amity/audit';
import type { MemberActor } from '@amity/access';
import type { Id } from '@amity/kernel';
import { forget } from '../database/erasure.js';
import { Tenants } from '../database/tenants.js';
import { addPeople } from '../testing/someone.js';
import { TestWorld } from '../testing/test-world.js';
import { Chains } from './chain.service.js';
import { CheckpointFile } from './checkpoint-file.js';

describe('erasing from the log', () => {
  let world: TestWorld;
  let as: MemberActor;
  let ids: Id[];
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    as = await world.organization();
    ids = (await world.get(Tenants).write(as, (tx) => addPeople(tx.because('a list from the city'), 4))).map(({ id }) => id);
  });

  const broken = async (): Promise<Break | null> => {
    const chains = new Chains(world.get(DataSource), world.get(Tenants), new CheckpointFile('/nonexistent/checkpoints.jsonl'));
    for await (const verdict of chains.verify(await slug())) return verdict.broken;
    throw new Error('no verdict');
  };
  const slug = async (): Promise<string> => {
    const { rows } = await world.owner.query<{ slug: string }>('select slug from identity.organizations where id = $1', [
      as.organizationId,
    ]);
    return rows[0]?.slug ?? '';
  };
  const erase = (...which: Id[]) => world.get(Tenants).write(as, (tx) => forget(tx, 'people.people', which));
  const entries = async (id: Id) => {
    const { rows } = await world.owner.query(
      `select action, reason, before, after, erased from audit.entries where organization_id = $1 and subject_id = $2 order by number`,
      [as.organizationId, id],
    );
    return rows as unknown[];
  };
  const tamper = (sql: string) =>
    world.owner.query(`begin; alter table audit.entries disable trigger all; ${sql}; alter table audit.entries enable trigger all; commit`);

  it('takes what was said, keeps that it was said, and the log is whole', async () => {
    const [gone = '', stays = ''] = ids;
    const before = await entries(stays);
    await erase(gone);
    expect(await entries(gone)).toEqual([
      { action: 'created', reason: null, before: null, after: null, erased: true },
      { action: 'removed', reason: null, before: null, after: null, erased: false },
    ]);
    expect([await entries(stays), await broken()]).toEqual([before, null]);
    await erase(gone, stays);
    expect(await broken()).toBeNull();
  });

  it('is found when nobody recorded it, and so is anything that is changed in what is left', async () => {
    const [one = '', other = ''] = ids;
    await erase(one);
    const { rows } = await world.owner.query<{ number: string }>(
      `select number from audit.entries where subject_id in ($1, $2) and action = 'created' order by number`,
      [one, other],
    );
    const [first, second] = rows.map(({ number }) => Number(number));
    await tamper(
      `update audit.entries set before = null, after = null, reason = null, erased = true where organization_id = '${as.organizationId}' and number = ${second}`,
    );
    expect(await broken()).toEqual({ number: second, kind: 'edited' });
    await world.owner.query(`select set_config('app.organization_id', $1, false)`, [as.organizationId]);
    await tamper(`update audit.entries set actor = 'Mallory' where organization_id = '${as.organizationId}' and number = ${first}`);
    expect(await broken()).toEqual({ number: first, kind: 'edited' });
  });

  it('is refused where the log is broken already: a forged entry is not made to disappear', async () => {
    const [id = ''] = ids;
    await tamper(`update audit.entries set actor = 'Mallory' where organization_id = '${as.organizationId}' and subject_id = '${id}'`);
    await expect(erase(id)).rejects.toThrow(/The log is broken at entry \d+: nothing was erased/);
  });

  it('is all that may be done to an entry, and only once', async () => {
    const [id = ''] = ids;
    const update = (set: string) =>
      world.owner.query(`update audit.entries set ${set} where organization_id = $1 and subject_id = $2`, [as.organizationId, id]);
    for (const set of [
      `after = '{}'`,
      `after = null`,
      `reason = 'x', erased = true, after = null`,
      `erased = true, after = null, reason = null, actor = 'x'`,
    ])
      await expect(update(set)).rejects.toThrow('audit.entries is only ever added to: update is refused.');
    await expect(update(`erased = true, reason = null`)).rejects.toMatchObject({ constraint: 'entries_erased_say_nothing' });
    await erase(id);
    await expect(update(`erased = true`)).rejects.toThrow('update is refused');
  });

  it('reaches no other organization', async () => {
    const [id = ''] = ids;
    const theirs = await world.organization();
    await world.get(Tenants).write(theirs, (tx) => forget(tx, 'people.people', [id]));
    expect(await entries(id)).toMatchObject([{ action: 'created', erased: false }]);
  });
});
