import type { MemberActor } from '@amity/access';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { newId } from '../database/new-id.js';
import { Tenants } from '../database/tenants.js';
import { addPeople, addPerson, PersonEntity, somebody } from '../testing/someone.js';
import { TestWorld } from '../testing/test-world.js';
import { Chains } from './chain.service.js';
import { CheckpointFile } from './checkpoint-file.js';

describe('the chain of the audit log', () => {
  let world: TestWorld;
  let tenants: Tenants;
  beforeAll(async () => {
    world = await TestWorld.open();
    tenants = world.get(Tenants);
  });
  afterAll(() => world.close());

  const numbersOf = async ({ organizationId }: MemberActor) => {
    const { rows } = await world.owner.query<{ number: string }>(
      `select number from audit.entries where organization_id = $1 order by number`,
      [organizationId],
    );
    return rows.map(({ number }) => Number(number));
  };
  const verdictOf = async (as: MemberActor) => {
    const { rows } = await world.owner.query<{ slug: string }>(`select slug from identity.organizations where id = $1`, [
      as.organizationId,
    ]);
    const verdicts = [];
    for await (const verdict of new Chains(world.get(DataSource), world.get(Tenants), new CheckpointFile('/nowhere/at-all.jsonl')).verify(
      rows[0]?.slug,
    ))
      verdicts.push(verdict);
    return verdicts.map(({ entries, broken }) => ({ entries, broken }));
  };
  const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

  it('is the same for the database and for the verifier, whatever an entry holds', async () => {
    const as = await world.organization();
    const strange = 'a "quoted" \\ slash, 5:comma, \u0001\u001f\b\f\n\t é 館山 ليلى \u{1f600} \u2028';
    await tenants.write(as, async (tx) => {
      const person = await addPerson(tx, { familyName: strange.trim() });
      await tx.update(PersonEntity, person.id, 1, { worksAt: `x${strange}`, languages: ['ja', 'ar'] }, 'person');
      await tx.recordRead(PersonEntity, [person.id], ['birthDate', 'phone'], 'travel');
      tx.recordExport('people.people', person.id, { rows: 1e21, small: 1.5e-9, nothing: null, nested: { b: [1, { a: true }], aa: 1 } });
      tx.because(strange).onBehalfOf({ id: newId(), name: 'Zoë, 1:x,' });
      await tx.remove(PersonEntity, person.id, 'any', 'person');
    });
    expect(await numbersOf(as)).toEqual(upTo(6)); // the membership comes first
    expect(await verdictOf(as)).toEqual([{ entries: 6, broken: null }]);
  });

  it('counts 1, 2, 3 … while many write at once, and what is rolled back leaves no gap', async () => {
    const as = await world.organization();
    const other = await world.organization();
    const write = (n: number) =>
      tenants.write(n % 3 === 0 ? other : as, async (tx) => {
        await addPerson(tx, { familyName: `Writer ${n}` });
        if (n % 5 === 0) throw new Error('changed my mind');
        await addPerson(tx, { familyName: `Writer ${n} again` });
      });
    let refused = 0;
    // As many at once as there are connections; more would wait for one, which is another matter
    for (let round = 0; round < 5; round++) {
      const written = await Promise.allSettled(Array.from({ length: 12 }, (_, n) => write(round * 12 + n)));
      refused += written.filter(({ status }) => status === 'rejected').length;
    }
    expect(refused).toBe(12);
    expect(await numbersOf(as)).toEqual(upTo(1 + 2 * 32));
    expect(await numbersOf(other)).toEqual(upTo(1 + 2 * 16));
    expect([await verdictOf(as), await verdictOf(other)]).toEqual([[{ entries: 65, broken: null }], [{ entries: 33, broken: null }]]);
  });

  it('holds nothing of what was undone to a savepoint', async () => {
    const as = await world.organization();
    await tenants.write(as, async (tx) => {
      const { id } = await addPerson(tx, { familyName: 'Kept' });
      await tx
        .guarded(
          async () => {
            await addPerson(tx, { familyName: 'Undone' });
            await tx.insert(PersonEntity, { ...somebody(), id });
          },
          { people_pkey: () => Promise.reject(new Error('there already')) },
        )
        .catch((error: Error) => expect(error.message).toBe('there already'));
      await addPerson(tx, { familyName: 'Kept too' });
    });
    const { rows } = await world.owner.query(
      `select after ->> 'familyName' as name from audit.entries where organization_id = $1 and subject = 'people.people' order by number`,
      [as.organizationId],
    );
    expect(rows).toEqual([{ name: 'Kept' }, { name: 'Kept too' }]);
  });

  it('numbers an import of thousands in one go', async () => {
    const as = await world.organization();
    await tenants.write(as, (tx) => addPeople(tx, 6_000));
    expect(await verdictOf(as)).toEqual([{ entries: 6_001, broken: null }]);
  });

  it('gives number and hash itself, whatever an insert says', async () => {
    const as = await world.organization();
    await tenants.write(as, (tx) =>
      tx.query(
        `insert into audit.entries (organization_id, id, actor, action, subject, subject_id, number, hash)
         values ($1, gen_random_uuid(), 'Mallory', 'changed', 'people.people', gen_random_uuid(), 900, '\\x00')`,
      ),
    );
    expect(await numbersOf(as)).toEqual([1, 2]);
    expect(await verdictOf(as)).toEqual([{ entries: 2, broken: null }]);
  });

  it.each([
    ['update audit.entries set actor = $$Mallory$$', 'audit.entries is only ever added to: update is refused.'],
    ['delete from audit.entries', 'audit.entries is only ever added to: delete is refused.'],
    ['truncate audit.entries', 'audit.entries is only ever added to: truncate is refused.'],
    ['delete from audit.heads', 'audit.heads is only ever added to: delete is refused.'],
    ['truncate audit.heads', 'audit.heads is only ever added to: truncate is refused.'],
  ])('refuses "%s" to the owner by a trigger and to the app by missing grants', async (statement, refusal) => {
    await world.organization();
    await expect(world.owner.query(statement)).rejects.toThrow(refusal);
    const app = new pg.Client({ connectionString: world.database.appUrl });
    await app.connect();
    try {
      await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
      await expect(app.query('update audit.heads set number = 0')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await app.end();
    }
  });

  it('refuses an entry that does not say enough', async () => {
    const as = await world.organization();
    const insert = (columns: string, values: string) =>
      tenants.write(as, (tx) =>
        tx.query(
          `insert into audit.entries (organization_id, id, actor, subject, subject_id, ${columns})
           values ($1, gen_random_uuid(), 'Ada', 'people.people', gen_random_uuid(), ${values})`,
        ),
      );
    await expect(insert('action', `'read'`)).rejects.toThrow('entries_read_for_a_purpose');
    await expect(insert('action, purpose, fields', `'read', 'travel', '{}'`)).rejects.toThrow('entries_read_for_a_purpose');
    await expect(insert('action, purpose, fields', `'changed', 'travel', '{phone}'`)).rejects.toThrow('entries_read_for_a_purpose');
    await expect(insert('action, purpose, fields', `'read', 'Just so', '{phone}'`)).rejects.toThrow('entries_purpose_form');
    await expect(insert('action, purpose, fields, after', `'read', 'travel', '{phone}', '{}'`)).rejects.toThrow(
      'entries_read_changes_nothing',
    );
    await expect(insert('action', `'exported'`)).rejects.toThrow('entries_export_has_a_reason');
    await expect(insert('action', `'forgotten'`)).rejects.toThrow('entries_action_known');
    await expect(insert('action, on_behalf_of', `'changed', gen_random_uuid()`)).rejects.toThrow('entries_behalf_named');
    await expect(insert('action, reason', `'changed', ''`)).rejects.toThrow('entries_reason_length');
    expect(await numbersOf(as)).toEqual([1]);
  });

  it('shows an organization its own head alone', async () => {
    const as = await world.organization();
    await world.organization();
    const heads = await tenants.read(as, (tx) => tx.manager.query<unknown[]>('select organization_id, number from audit.heads'));
    expect(heads).toEqual([{ organization_id: as.organizationId, number: '1' }]);
  });
});
