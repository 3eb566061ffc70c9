// What PostgreSQL itself says about the schemas of areas, held against the rules of docs/architecture.md: each breach is one
// sentence that names the table. Rules look at the catalogue and not at migrations, so they also see what a later one undoes.
import type pg from 'pg';

/** Schemas that hold no tenant: identity before a tenant is chosen, reference data, our functions, the job queue. */
const withoutTenant = ['public', 'identity', 'reference', 'amity', 'pgboss'];

const areaTables = `
  select c.oid, c.relowner, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity,
    (select attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped) as tenant
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)' and n.nspname <> all ($1)`;

const rules: Readonly<Record<string, string>> = {
  'has no primary key that begins with organization_id': `
    select name as what from t where not exists (
      select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p' and k.conkey[1] = t.tenant)`,
  'has a unique index or exclusion that does not begin with organization_id': `
    select t.name || ' ' || i.indexrelid::regclass::text as what from t join pg_index i on i.indrelid = t.oid
    where (i.indisunique or i.indisexclusion) and i.indkey[0] is distinct from t.tenant`,
  'refers to another table of tenants without beginning with organization_id on both sides': `
    select t.name || ' ' || k.conname as what from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' join t other on other.oid = k.confrelid
    where k.conkey[1] is distinct from t.tenant or k.confkey[1] is distinct from other.tenant`,
  'does not lead to its organization by a foreign key': `
    select name as what from t where not exists (
      select from pg_constraint k where k.conrelid = t.oid and k.contype = 'f' and t.tenant = any (k.conkey))`,
  'has row-level security switched off or not forced': `select name as what from t where not (relrowsecurity and relforcerowsecurity)`,
  'has no policy "tenant" on organization_id for reading and writing': `
    select name as what from t where not exists (
      select from pg_policy p where p.polrelid = t.oid and p.polname = 'tenant' and p.polcmd = '*' and p.polroles = '{0}'
        and pg_get_expr(p.polqual, p.polrelid) = '(organization_id = amity.organization())'
        and pg_get_expr(p.polwithcheck, p.polrelid) = '(organization_id = amity.organization())')`,
  'belongs to the role of the app': `select name as what from t where relowner = 'amity_app'::regrole`,
  'may be changed but has no version, created_at and updated_at of the right types': `
    select name as what from t where has_table_privilege('amity_app', t.oid, 'update')
      and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'id')
      and 3 <> (select count(*) from pg_attribute a where a.attrelid = t.oid and a.attnotnull and a.atthasdef
        and (a.attname, format_type(a.atttypid, a.atttypmod)) in
          (('version', 'integer'), ('created_at', 'timestamp with time zone'), ('updated_at', 'timestamp with time zone')))`,
  'is open to everybody': `
    select t.name as what from t join pg_class c on c.oid = t.oid, aclexplode(c.relacl) g where g.grantee = 0`,
};

/** Sentences, one a breach; `[]` is what a release needs. */
export async function breachesOf(client: pg.ClientBase): Promise<string[]> {
  const found: string[] = [];
  for (const [sentence, sql] of Object.entries(rules)) {
    const { rows } = await client.query<{ what: string }>(`with t as (${areaTables}) ${sql} order by 1`, [withoutTenant]);
    found.push(...rows.map(({ what }) => `${what} ${sentence}`));
  }
  return found;
}

/** What the app's role may do to each table of tenants, for example `{ 'audit.entries': 'insert select' }`. */
export async function grantsOf(client: pg.ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; actions: string }>(
    `with t as (${areaTables}) select t.name, coalesce(string_agg(lower(g.privilege_type), ' ' order by lower(g.privilege_type)), '') as actions
     from t join pg_class c on c.oid = t.oid left join lateral aclexplode(c.relacl) g on g.grantee = 'amity_app'::regrole group by 1 order by 1`,
    [withoutTenant],
  );
  return Object.fromEntries(rows.map(({ name, actions }) => [name, actions]));
}
