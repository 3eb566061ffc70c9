import type { MemberActor } from '@amity/access';
import type { Break } from '@amity/audit';
import type { Id } from '@amity/kernel';
import { aPerson } from '@amity/testing';
import { DataSource } from 'typeorm';
import { KeyRing, MasterKey } from '../database/sealing/index.js';
import { Tenants } from '../database/tenants.js';
import { TestWorld } from '../testing/test-world.js';
import { Chains } from './chain.service.js';
import { CheckpointFile } from './checkpoint-file.js';

describe('entries whose words were concealed', () => {
  let world: TestWorld;
  let as: MemberActor;
  let numbers: { created: number; changed: number };
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    as = await world.organization(['administrator', 'safeguarding_lead']);
    const body = aPerson({ givenName: 'Quinta', familyName: 'Thornton', email: 'quinta@thornton.example' });
    const { id, ...draft } = (await world.call<{ id: Id }>('POST', '/api/people', { as, body })).body;
    await world.call('PUT', `/api/people/${id}`, { as, headers: { 'if-match': '"1"' }, body: { ...draft, salutation: 'Dr. Thornton' } });
    await world.call('POST', `/api/privacy/protection/people/${id}`, { as, body: { reason: 'Threatened.' } });
    const { rows } = await world.owner.query<{ action: 'created' | 'changed'; number: string }>(
      'select action, number from audit.entries where subject_id = $1',
      [id],
    );
    const of = (action: string) => Number(rows.find((row) => row.action === action)?.number);
    numbers = { created: of('created'), changed: of('changed') };
  });

  const broken = async (keys = world.get(KeyRing)): Promise<Break | null> => {
    const source = world.get(DataSource);
    const slug = await slugOf(as.organizationId);
    for await (const verdict of new Chains(source, new Tenants(source, keys), new CheckpointFile('/nowhere/at-all.jsonl')).verify(slug))
      return verdict.broken;
    throw new Error('no verdict');
  };
  const slugOf = async (id: Id): Promise<string> =>
    (await world.owner.query<{ slug: string }>('select slug from identity.organizations where id = $1', [id])).rows[0]?.slug ?? '';
  /** As somebody who owns the server. */
  const tamper = (sql: string) =>
    world.owner.query(
      `begin; alter table audit.entries disable trigger all; ${sql.replaceAll(':org', `'${as.organizationId}'`)}; alter table audit.entries enable trigger all; commit`,
    );

  it('follow from one another as they were written', async () => {
    const { rows } = await world.owner.query<{ text: string }>(
      `select string_agg(e::text, ' ') as text from audit.entries e where organization_id = $1`,
      [as.organizationId],
    );
    expect([await broken(), /quinta|thornton/i.test(rows[0]?.text ?? '')]).toEqual([null, false]);
  });

  it('are found edited when somebody puts other words there', async () => {
    await tamper(
      `update audit.entries set after = after || '{"worksAt": "x"}' where organization_id = :org and number = ${numbers.created}`,
    );
    expect(await broken()).toEqual({ number: numbers.created, kind: 'edited' });
  });

  it('are found edited when their original was changed, put elsewhere or thrown away', async () => {
    const mine = `organization_id = :org and entry_id = (select id from audit.entries where organization_id = :org and number = ${numbers.changed})`;
    await tamper(`update audit.originals set sealed = set_byte(sealed, 60, get_byte(sealed, 60) # 1) where ${mine}`);
    expect(await broken()).toEqual({ number: numbers.changed, kind: 'edited' });
    await tamper(
      `update audit.originals set sealed = (select sealed from audit.originals o where o.organization_id = :org and not (o.${mine.replace('organization_id = :org and ', '')}) limit 1) where ${mine}`,
    );
    expect(await broken()).toEqual({ number: numbers.changed, kind: 'edited' });
    await tamper(`delete from audit.originals where ${mine}`);
    expect(await broken()).toEqual({ number: numbers.changed, kind: 'edited' });
  });

  it('are not verified without the master key, and that is said', async () => {
    await expect(broken(new KeyRing(MasterKey.random()))).rejects.toMatchObject({ code: 'kernel.key_missing' });
  });

  it('change in nothing but their words, even for whoever says that they conceal', async () => {
    const { rows } = await world.owner.query<{ id: Id }>(
      'select id from audit.entries where organization_id = $1 and number in ($2, 1) order by number',
      [as.organizationId, numbers.created],
    );
    const attempt = (id: Id | undefined, change: string) =>
      world.owner.query(
        `begin; select set_config('amity.concealing', '${id ?? ''}', true); update audit.entries set ${change} where id = '${id ?? ''}'; commit`,
      );
    for (const [id, change] of [
      [rows[1]?.id, `actor = 'Mallory'`],
      [rows[1]?.id, `hash = decode(repeat('00', 32), 'hex')`],
      [rows[0]?.id, `reason = 'no original is kept of this one'`],
    ] as const) {
      await expect(attempt(id, change)).rejects.toThrow('audit.entries is only ever added to: update is refused.');
      await world.owner.query('rollback');
    }
  });
});
