// The rules of rows as the libs say them and as PostgreSQL does, over worlds made up at random; and what a volunteer meets.
import type { MemberActor } from '@amity/access';
import {
  type Assignments,
  type Delegation,
  fieldsSharedWith,
  houseRules,
  isAssigned,
  sharedFields,
  type ShareFacts,
} from '@amity/delegations';
import { isOwnHousehold } from '@amity/hosting';
import type { Id, Page } from '@amity/kernel';
import { aDelegation, aPartnership, aSignUp } from '@amity/testing';
import fc from 'fast-check';
import { Tenants } from '../database/tenants.js';
import { TestWorld } from './test-world.js';

describe('the rules of rows', () => {
  let world: TestWorld;
  let ada: MemberActor;
  let readers: MemberActor[];
  let partnership: Id;
  let delegations: Delegation[];
  beforeAll(async () => {
    world = await TestWorld.open();
    ada = await world.organization(['administrator', 'coordinator']);
    readers = [await world.member(ada, ['volunteer']), await world.member(ada, ['partner_coordinator'])];
    partnership = (await world.call<{ id: Id }>('POST', '/api/partnerships', { as: ada, body: aPartnership() })).body.id;
    delegations = [await plan({ partnershipId: partnership }), await plan({ name: 'Alone' })];
  });
  afterAll(() => world.close());

  const plan = async (overrides: object = {}): Promise<Delegation> =>
    (await world.call<Delegation>('POST', '/api/delegations', { as: ada, body: aDelegation(overrides) })).body;
  const insert = (table: string, columns: string, values: readonly unknown[]) =>
    world.owner.query(
      `insert into delegations.${table} (organization_id, id, ${columns}) values ($1, gen_random_uuid(), ${values.map((_, at) => `$${at + 2}`).join(', ')})`,
      [ada.organizationId, ...values],
    );

  it('say the same in the libs and in the database: assigned, and shared field by field', async () => {
    const of = { reader: fc.nat(1), delegation: fc.nat(1) };
    const share = fc.record({
      ...of,
      wide: fc.boolean(),
      isRevoked: fc.boolean(),
      fields: fc.subarray([...sharedFields], { minLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record(of), { selector: (one) => `${one.reader}${one.delegation}` }),
        fc.uniqueArray(share, { maxLength: 4, selector: (one) => `${one.reader}${one.wide ? 'w' : one.delegation}` }),
        fc.tuple(fc.constantFrom(...houseRules), fc.constantFrom(...houseRules)),
        async (assignments, shares, rules) => {
          await world.owner.query(
            'delete from delegations.assignments; delete from delegations.shares; update delegations.delegations set rule = $$public$$',
          );
          for (const one of assignments)
            await insert('assignments', 'delegation_id, account_id', [delegations[one.delegation]?.id, readers[one.reader]?.accountId]);
          const facts = shares.map((one): ShareFacts => ({
            accountId: readers[one.reader]?.accountId ?? '',
            partnershipId: one.wide ? partnership : null,
            delegationId: one.wide ? null : (delegations[one.delegation]?.id ?? ''),
            fields: one.fields,
            isRevoked: one.isRevoked,
          }));
          for (const one of facts)
            await insert('shares', 'account_id, partnership_id, delegation_id, fields, shared_by, revoked_at, revoked_by', [
              one.accountId,
              one.partnershipId,
              one.delegationId,
              one.fields,
              'Ada',
              ...(one.isRevoked ? [new Date(), 'Ada'] : [null, null]),
            ]);
          for (const [at, rule] of rules.entries())
            await world.owner.query('update delegations.delegations set rule = $2 where id = $1', [delegations[at]?.id, rule]);
          for (const reader of readers) {
            const told = await world.get(Tenants).read({ ...reader, reach: 'all' }, (tx) =>
              tx.query<{ id: Id; assigned: boolean; fields: string[] }>(
                `select d.id, delegations.is_assigned(d.organization_id, d.id) as assigned, delegations.shared_fields(d.organization_id, d.id) as fields
                 from delegations.delegations d where d.organization_id = $1 order by d.id`,
              ),
            );
            const expected = delegations.map(({ id, partnershipId }, at) => {
              const who = { accountId: reader.accountId, email: '' };
              const assigned = new Set(
                assignments.filter((one) => one.delegation === at).map((one) => readers[one.reader]?.accountId ?? ''),
              );
              const all = { id, partnershipId, rule: rules[at] ?? 'closed', assigned, emails: new Set<string>(), shares: facts };
              return { id, assigned: isAssigned(who, all), fields: fieldsSharedWith(who, all).sort() };
            });
            expect(told.map((row) => ({ ...row, fields: [...row.fields].sort() }))).toEqual(expected);
          }
        },
      ),
      { numRuns: 25 },
    );
    await world.owner.query(
      'delete from delegations.shares; delete from delegations.assignments; update delegations.delegations set rule = $$public$$',
    );
  }, 60_000);

  it('say the same of a household', async () => {
    const family = (
      await world.call<{ id: Id }>('POST', '/api/hosting/households', { as: ada, body: aSignUp({ email: 'first@family.example' }) })
    ).body;
    const { rows: members } = await world.owner.query<{ email: string | null }>(
      `select p.email from hosting.members m join people.people p on p.id = m.person_id where m.household_id = $1`,
      [family.id],
    );
    const memberEmails = new Set(members.flatMap(({ email }) => email ?? []));
    for (const email of ['first@family.example', 'second@family.example', ...memberEmails]) {
      const host = await world.member(ada, ['host']);
      await world.owner.query('delete from identity.accounts where email = $1', [email]);
      await world.owner.query('update identity.accounts set email = $2 where id = $1', [host.accountId, email]);
      const [row] = await world
        .get(Tenants)
        .read(host, (tx) => tx.query<{ own: boolean }>('select hosting.is_own($1, $2) as own', [family.id]));
      expect({ email, own: row?.own }).toEqual({ email, own: isOwnHousehold({ email }, { email: 'first@family.example', memberEmails }) });
      await world.owner.query('update identity.accounts set email = $2 where id = $1', [host.accountId, `${host.accountId}@gone.example`]);
    }
  });

  it('a volunteer meets what they are assigned to, from the next request on and until they are taken off', async () => {
    const [volunteer] = readers as [MemberActor];
    const [first, second] = delegations as [Delegation, Delegation];
    const list = async () =>
      (await world.call<Page<Delegation>>('GET', '/api/delegations', { as: volunteer })).body.items.map(({ id }) => id);
    const status = async (id: Id) => (await world.call('GET', `/api/delegations/${id}`, { as: volunteer })).status;
    expect(await list()).toEqual([]);
    const assigned = await world.call<Assignments>('POST', `/api/delegations/${first.id}/assignments`, {
      as: ada,
      body: { accountId: volunteer.accountId },
    });
    expect(assigned.body.items.map(({ name }) => name)).toEqual(['Ben']);
    expect(assigned.body.volunteers).toEqual([]);
    expect(await list()).toEqual([first.id]);
    expect([await status(first.id), await status(second.id)]).toEqual([200, 404]);
    await world.call('DELETE', `/api/delegations/${first.id}/assignments/${assigned.body.items[0]?.id ?? ''}`, { as: ada });
    expect([await list(), await status(first.id)]).toEqual([[], 404]);
  });

  it('a second role that reads everything lifts the limit; a role of the organization’s own lifts it for what it names', async () => {
    const both = await world.member(ada, ['volunteer', 'program_officer']);
    expect((await world.call('GET', `/api/delegations/${delegations[0]?.id ?? ''}`, { as: both })).status).toBe(200);
    const helper = await world.member(ada, ['volunteer']);
    const role = (
      await world.call<{ id: Id }>('POST', '/api/access/roles', { as: ada, body: { name: 'Reader', permissions: ['delegations.read'] } })
    ).body.id;
    await world.owner.query(
      `insert into access.membership_roles (organization_id, id, membership_id, role_id)
       select organization_id, gen_random_uuid(), id, $2 from access.memberships where account_id = $1`,
      [helper.accountId, role],
    );
    const id = delegations[0]?.id ?? '';
    expect((await world.call('GET', `/api/delegations/${id}`, { as: helper })).status).toBe(200);
    expect((await world.call('GET', `/api/visits/of-delegation/${id}`, { as: helper })).status).toBe(404);
  });

  it('nobody is assigned twice, and only members are', async () => {
    const url = `/api/delegations/${delegations[1]?.id ?? ''}/assignments`;
    const helper = await world.member(ada, ['volunteer']);
    const assign = (accountId: Id) => world.call<{ code?: string }>('POST', url, { as: ada, body: { accountId } });
    const answers = await Promise.all([assign(helper.accountId), assign(helper.accountId), assign(helper.accountId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const stranger = await world.organization(['volunteer']);
    expect((await assign(stranger.accountId)).body.code).toBe('delegations.volunteer_unknown');
  });

  it('a connection that says nothing of its reach meets no delegation', async () => {
    await world.owner.query(`set role amity_app`);
    await world.owner.query(`select set_config('app.organization_id', $1, false)`, [ada.organizationId]);
    const { rows } = await world.owner.query<{ seen: number }>('select count(*)::int as seen from delegations.delegations');
    await world.owner.query('reset role; reset app.organization_id');
    expect(rows).toEqual([{ seen: 0 }]);
  });
});
