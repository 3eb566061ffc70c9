// Which columns are sealed, and that what is told there stands nowhere in the open: not in its row, the audit log, kept answers, mail
// or the job queue.
import type { MemberActor } from '@amity/access';
import type { Id } from '@amity/kernel';
import type { Delegate, Delegation } from '@amity/delegations';
import { aDelegation, aPerson, aSignUp } from '@amity/testing';
import { DataSource } from 'typeorm';
import { SealBroken } from '../database/sealing/index.js';
import { Tenants } from '../database/tenants.js';
import { DelegateEntity } from '../delegations/index.js';
import { TestWorld } from './test-world.js';
import { OpenRemainders } from '../privacy/open-remainders.js';
import { sealedPlaces } from '../privacy/sealed-places.js';

const canary = 'Canary7f3a';

describe('sealed columns', () => {
  let world: TestWorld;
  let as: MemberActor;
  let delegationId: Id;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    as = await world.organization(['coordinator', 'administrator']);
    delegationId = (await world.call<Delegation>('POST', '/api/delegations', { as, body: aDelegation() })).body.id;
  });

  const addDelegate = async (told: object, givenName = 'Maria'): Promise<Delegate> =>
    (
      await world.call<Delegate>('POST', `/api/delegations/${delegationId}/roster`, {
        as,
        body: { person: aPerson({ givenName, email: null }), role: 'delegate', ...told },
        headers: { 'idempotency-key': crypto.randomUUID() },
      })
    ).body;

  it('are these', () => {
    expect(sealedPlaces(world.get(DataSource)).map(({ table, column }) => `${table}.${column}`)).toEqual([
      'access.idempotency_keys.answer_sealed',
      'delegations.delegates.diet_sealed',
      'delegations.delegates.notes_sealed',
      'delegations.delegates.pet_allergies_sealed',
      'delegations.partner_entries.value',
      'hosting.households.notes_sealed',
      'hosting.sign_ups.draft_sealed',
      'interchange.jobs.result_sealed',
      'privacy.archives.contents',
      'privacy.endings.answer',
      'privacy.endings.reason',
      'privacy.facts.value',
      'privacy.requests.answer',
      'privacy.requests.wish',
      'privacy.reveals.reason',
    ]);
  });

  it('let nothing of what is told stand in the open, anywhere in the database', async () => {
    const delegate = await addDelegate({ notes: `${canary} notes`, diet: [`${canary} diet`], petAllergies: ['cat'] });
    const { id: personId } = delegate.person;
    const key = { 'idempotency-key': crypto.randomUUID() };
    for (const body of [
      { kind: 'health', value: { text: `${canary} health` } },
      { kind: 'identity_document', value: { document: 'passport', number: canary } },
      { kind: 'emergency_contact', value: { name: canary, phone: canary } },
    ])
      await world.call('POST', `/api/privacy/people/${personId}/facts`, { as, body, headers: { 'idempotency-key': crypto.randomUUID() } });
    const facts = await world.call<{ items: { id: Id; version: number }[] }>(
      'GET',
      `/api/privacy/people/${personId}/facts?purpose=travel`,
      { as },
    );
    const [first] = facts.body.items;
    await world.call('DELETE', `/api/privacy/people/${personId}/facts/${first?.id}`, { as, headers: { 'if-match': '"1"' } });
    await world.call('PUT', `/api/delegations/${delegationId}/roster/${delegate.id}`, {
      as,
      headers: { 'if-match': `"${delegate.version}"`, ...key },
      body: { ...delegate, notes: `${canary} changed` },
    });
    await world.call('POST', '/api/hosting/households', {
      as,
      body: aSignUp({ notes: `${canary} home` }),
      headers: { 'idempotency-key': crypto.randomUUID() },
    });

    const { rows: roster } = await world.owner.query('select count(*)::int as n from delegations.delegates where notes_sealed is not null');
    expect([roster, facts.body.items.length]).toEqual([[{ n: 1 }], 3]);
    expect(await tablesWith(world, canary)).toEqual([]);
    await world.owner.query(`update people.people set works_at = $1 where id = $2`, [canary, personId]);
    expect(await tablesWith(world, canary)).toContain('people.people'); // the search finds what is in the open
  });

  it('are recorded as changed without what they held', async () => {
    const delegate = await addDelegate({ notes: 'told', diet: ['vegan'] });
    const { rows } = await world.owner.query(`select after from audit.entries where subject_id = $1`, [delegate.id]);
    expect(rows).toMatchObject([
      { after: { notes: '(not recorded)', diet: '(not recorded)', petAllergies: '(not recorded)', role: 'delegate' } },
    ]);
  });

  it('open for the row they were sealed in and for no other, and say so without repeating anything', async () => {
    const [one, other] = [await addDelegate({ notes: 'first' }, 'Ana'), await addDelegate({ notes: 'second' }, 'Bia')];
    await world.owner.query(
      `update delegations.delegates d set notes_sealed = o.notes_sealed from delegations.delegates o where d.id = $1 and o.id = $2`,
      [one.id, other.id],
    );
    const reading = world.get(Tenants).read(as, (tx) => tx.get(DelegateEntity, one.id, 'delegate'));
    await expect(reading).rejects.toThrow(SealBroken);
    const answer = await world.call('GET', `/api/delegations/${delegationId}/roster`, { as });
    expect([answer.status, JSON.stringify(answer.body).includes('second')]).toEqual([500, false]);
  });

  it('are written under one key, however many write first at the same moment', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, at) => addDelegate({ notes: `note ${at}` }, `Maria ${at}`)));
    const { rows } = await world.owner.query('select key_version from privacy.organization_keys where organization_id = $1', [
      as.organizationId,
    ]);
    expect(rows).toEqual([{ key_version: 1 }]);
    const notes = (await world.call<{ items: Delegate[] }>('GET', `/api/delegations/${delegationId}/roster`, { as })).body;
    expect(
      JSON.stringify(notes)
        .match(/note \d/g)
        ?.sort(),
    ).toEqual(Array.from({ length: 8 }, (_, at) => `note ${at}`));
  });

  it('take over what an earlier version kept in the open, once', async () => {
    const delegate = await addDelegate({});
    await world.owner.query(`alter table delegations.delegates drop constraint delegates_hold_nothing_open`);
    await world.owner.query(
      `update delegations.delegates set notes = 'told before', diet = '{halal}', pet_allergies = '{cat,dog}', notes_sealed = null, diet_sealed = null,
         pet_allergies_sealed = null where id = $1`,
      [delegate.id],
    );
    await world.owner.query(
      `alter table delegations.delegates add constraint delegates_hold_nothing_open check (diet = '{}' and pet_allergies = '{}' and notes is null) not valid`,
    );
    await world.get(OpenRemainders).onApplicationBootstrap();
    await world.get(OpenRemainders).onApplicationBootstrap();
    const read = await world.get(Tenants).read(as, (tx) => tx.get(DelegateEntity, delegate.id, 'delegate'));
    expect([read.notes, read.diet, read.petAllergies]).toEqual(['told before', ['halal'], ['cat', 'dog']]);
    const { rows } = await world.owner.query('select notes, diet, pet_allergies from delegations.delegates where id = $1', [delegate.id]);
    expect(rows).toEqual([{ notes: null, diet: [], pet_allergies: [] }]);
  });

  it('hold nothing but sealed bytes, and what they superseded stays empty', async () => {
    const delegate = await addDelegate({ notes: 'told' });
    const set = (columns: string) => world.owner.query(`update delegations.delegates set ${columns} where id = $1`, [delegate.id]);
    await expect(set(`notes_sealed = 'in the open'`)).rejects.toMatchObject({ constraint: 'delegates_notes_sealed_check' });
    await expect(set(`notes = 'in the open'`)).rejects.toMatchObject({ constraint: 'delegates_hold_nothing_open' });
    await expect(set(`pet_allergies = '{cat}'`)).rejects.toMatchObject({ constraint: 'delegates_hold_nothing_open' });
  });
});

/** Every table of the database in which the word stands: in text, in JSON, or as the bytes of its letters. */
async function tablesWith(world: TestWorld, word: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await world.owner.query(
      `select 1 from ${name} t where t::text ilike '%' || $1 || '%' or t::text ilike '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%' limit 1`,
      [word],
    );
    if (rowCount) found.push(name);
  }
  return found;
}
