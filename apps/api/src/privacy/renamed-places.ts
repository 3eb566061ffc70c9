// Where in the database words stand, found from its catalogue: a table of tomorrow is looked through tomorrow. Accounts and what belongs to
// them are left out, because they are their owners', and so is the list of people, where everybody has a row of their own.
import type { TenantTx } from '../database/tenant-tx.js';

export interface WordsPlace {
  readonly table: string;
  /** Columns of words by name, each with its type. */
  readonly words: Readonly<Record<string, 'text' | 'jsonb' | 'text[]'>>;
  /** SQL that is true for a row `t` that is about one of the ids in `$2`. */
  readonly near: string;
  /** Whether rows may be changed; where rows are only ever added, a function renames. */
  readonly changes: boolean;
}

interface CatalogueRow {
  readonly table: string;
  readonly changes: boolean;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

const elsewhere = ['access', 'identity', 'reference', 'amity', 'pgboss', 'public', 'audit', 'information_schema'];
const keptOut = [
  'people.people',
  'privacy.vault',
  'privacy.vault_keys',
  'privacy.organization_keys',
  'privacy.consent_texts',
  'messages.events',
];

/** Tables of tenants whose rows have an id, each with its columns of words; those without words are there for the ids in them. */
export async function wordsPlaces(tx: TenantTx): Promise<WordsPlace[]> {
  const rows = await tx.query<CatalogueRow>(
    `select n.nspname || '.' || c.relname as table, has_table_privilege(c.oid, 'update') as changes,
       jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where $1::uuid is not null and c.relkind = 'r' and n.nspname <> all ($2) and n.nspname not like 'pg\\_%' and n.nspname || '.' || c.relname <> all ($3)
       and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organization_id')
       and exists (select from pg_attribute i where i.attrelid = c.oid and i.attname = 'id')
     group by 1, c.oid order by 1`,
    [elsewhere, keptOut],
  );
  return rows.map(({ table, changes, columns }) => ({
    table,
    changes,
    words: Object.fromEntries(columns.flatMap(({ name, type }) => (isWords(type) ? [[name, type] as const] : []))),
    near: columns
      .flatMap(({ name, type }) => {
        if (name === 'organization_id') return [];
        return type === 'uuid' ? [`coalesce(t.${name} = any($2), false)`] : type === 'uuid[]' ? [`coalesce(t.${name} && $2, false)`] : [];
      })
      .join(' or '),
  }));
}

function isWords(type: string): type is 'text' | 'jsonb' | 'text[]' {
  return type === 'text' || type === 'jsonb' || type === 'text[]';
}
