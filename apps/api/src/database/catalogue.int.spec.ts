import pg from 'pg';
import { breachesOf, grantsOf } from '../testing/catalogue.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';

describe('the tables of areas', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });
  afterEach(() => owner.query('drop schema if exists planted cascade'));

  const rowsOf = async (sql: string): Promise<unknown[]> => (await owner.query<Record<string, unknown>>(sql)).rows;

  const reach = (on: string, using: string) => ({ on, name: 'reach', for: '*', using });

  it('keep every rule of tenants', async () => {
    expect(await breachesOf(owner)).toEqual([]);
  });

  it('give the app all four actions, except where a record is only ever added to', async () => {
    const grants = await grantsOf(owner);
    expect(Object.keys(grants).length).toBeGreaterThan(20);
    expect(Object.fromEntries(Object.entries(grants).filter(([, actions]) => actions !== 'delete insert select update'))).toEqual({
      'audit.entries': 'insert select',
      'audit.heads': 'select',
      'audit.originals': 'select',
      'messages.deliveries': 'insert select',
      'messages.events': 'insert select',
      'outcomes.answers': 'insert select',
      'privacy.consent_texts': 'insert select',
      'privacy.consents': 'insert select',
      'privacy.deletion_certificates': 'insert select',
      'privacy.legal_holds': 'insert select update', // released, never removed
      'privacy.requests': 'insert select update',
      'privacy.tombstones': 'insert select',
      'visits.itinerary_versions': 'insert select',
    });
  });

  it('have no second door: two other policies that let in, for reading, no view or function that runs as the owner', async () => {
    expect(
      await rowsOf(`select polrelid::regclass::text as on, polname as name, polcmd as for, pg_get_expr(polqual, polrelid) as using
        from pg_policy where polname <> 'tenant' and polpermissive order by 1`),
    ).toEqual([
      // what another organization says of this one; it is written by that one alone
      { on: 'access.affiliations', name: 'said_of_us', for: 'r', using: '(other_id = amity.organization())' },
      {
        on: 'access.memberships',
        name: 'own_account',
        for: 'r',
        using: `(account_id = (NULLIF(current_setting('app.account_id'::text, true), ''::text))::uuid)`,
      },
    ]);
    // These take away and give nothing: who reaches assigned delegations alone meets no other
    expect(
      await rowsOf(`select polrelid::regclass::text as on, polname as name, polcmd as for, pg_get_expr(polqual, polrelid) as using
        from pg_policy where not polpermissive order by 1`),
    ).toEqual([
      reach('delegations.delegates', 'delegations.reaches(organization_id, delegation_id)'),
      reach('delegations.delegations', 'delegations.reaches(organization_id, id)'),
      reach('delegations.partner_entries', '(amity.reaches_all() OR delegations.is_visible(organization_id, delegate_id))'),
      reach('placements.placements', '(amity.reaches_all() OR delegations.is_visible(organization_id, delegate_id))'),
      reach('visits.appointments', '(amity.reaches_all() OR visits.is_visible(organization_id, visit_id))'),
      reach('visits.itinerary_versions', '(amity.reaches_all() OR visits.is_visible(organization_id, visit_id))'),
      reach('visits.visits', 'delegations.reaches(organization_id, delegation_id)'),
    ]);
    expect(
      await rowsOf(`select c.oid::regclass::text as view from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('v', 'm') and n.nspname !~ '^(pg_|information_schema|pgboss|public)' and not coalesce('security_invoker=true' = any (c.reloptions), false)`),
    ).toEqual([]);
    expect(
      await rowsOf(`select p.oid::regprocedure::text as function from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname !~ '^(pg_|information_schema)' order by 1`),
    ).toEqual([
      { function: 'audit.chain()' }, // triggers both: they read and move the head, which the app may not
      { function: 'audit.conceal(uuid,jsonb,bytea)' }, // puts other words into an entry whose original it keeps
      { function: 'audit.erase(text,uuid[])' }, // takes contents of entries of its own tenant, and the verifier asks for its record
      { function: 'audit.move_head()' },
      { function: 'outcomes.forget_words(uuid[])' }, // written answers of invitations that are nobody's any more
      { function: 'partnerships.take_stock()' }, // refreshes statistics and returns nothing
      { function: 'privacy.forget_consents(uuid)' }, // of somebody who was erased, and of nobody else
      { function: 'privacy.rename_in(text,uuid,jsonb)' }, // words of three tables that are only ever added to
      { function: 'visits.forget_name(text)' }, // replaces one name in published itineraries of its own tenant
    ]);
  });

  it('are used by a role that owns nothing, makes nothing and passes no guard', async () => {
    expect(
      await rowsOf(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
          (select count(*)::int from pg_shdepend where refobjid = r.oid and deptype = 'o') as owns,
          (select count(*)::int from pg_auth_members where member = r.oid) as "memberOf",
          (select count(*)::int from pg_namespace n where has_schema_privilege(r.oid, n.oid, 'create')) as "maySetUpIn"
        from pg_roles r where rolname = 'amity_app'`),
    ).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        owns: 0,
        memberOf: 0,
        maySetUpIn: 0,
      },
    ]);
  });

  it('would be found breaking each rule', async () => {
    await owner.query(`
      create schema planted;
      create table planted.good (
        organization_id uuid not null references identity.organizations (id), id uuid not null, name text,
        version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        primary key (organization_id, id));
      select amity.protect('planted.good');
      create table planted.bad (
        organization_id uuid not null, id uuid primary key, other_id uuid, nights daterange, name text,
        unique (name, organization_id), exclude using gist (nights with &&), version bigint not null default 1);
      create unique index on planted.good (id, organization_id);
      alter table planted.bad add constraint bad_refers foreign key (other_id, organization_id) references planted.good (id, organization_id);
      create policy tenant on planted.bad using (true);
      grant select, update on planted.bad to amity_app;
      grant select on planted.bad to public;`);
    expect(await breachesOf(owner)).toEqual([
      'planted.bad has no primary key that begins with organization_id',
      'planted.bad planted.bad_name_organization_id_key has a unique index or exclusion that does not begin with organization_id',
      'planted.bad planted.bad_nights_excl has a unique index or exclusion that does not begin with organization_id',
      'planted.bad planted.bad_pkey has a unique index or exclusion that does not begin with organization_id',
      'planted.good planted.good_id_organization_id_idx has a unique index or exclusion that does not begin with organization_id',
      'planted.bad bad_refers refers to another table of tenants without beginning with organization_id on both sides',
      'planted.bad has row-level security switched off or not forced',
      'planted.bad has no policy "tenant" on organization_id for reading and writing',
      'planted.bad may be changed but has no version, created_at and updated_at of the right types',
      'planted.bad is open to everybody',
    ]);
    await owner.query(`drop table planted.bad; drop index planted.good_id_organization_id_idx;`);
    expect(await breachesOf(owner)).toEqual([]);
    await owner.query(`alter table planted.good no force row level security; grant create on schema planted to amity_app; alter table planted.good owner to amity_app;
      alter table planted.good drop constraint good_organization_id_fkey`);
    expect(await breachesOf(owner)).toEqual([
      'planted.good does not lead to its organization by a foreign key',
      'planted.good has row-level security switched off or not forced',
      'planted.good belongs to the role of the app',
    ]);
  });
});
