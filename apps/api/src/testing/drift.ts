// Where entities and tables disagree, one sentence each. A column that PostgreSQL computes (generated always) needs no property, nor
// does one that another superseded, as its comment says; every other column of an entity's table does, and the other way round.
import type pg from 'pg';
import type { DataSource, EntityMetadata } from 'typeorm';

interface Column {
  readonly type: string;
  readonly nullable: boolean;
  readonly key: boolean;
  readonly generated: boolean;
}

/** `[]` when every entity of the data source describes its table exactly. */
export async function driftOf(source: DataSource, client: pg.ClientBase): Promise<string[]> {
  const found: string[] = [];
  for (const entity of source.entityMetadatas) {
    const table = await columnsOf(client, entity);
    if (table.size === 0) {
      found.push(`${entity.name}: there is no table ${entity.tablePath}`);
      continue;
    }
    const declared = declaredColumns(source, entity);
    for (const [name, column] of declared) {
      const stored = table.get(name);
      if (!stored) found.push(`${entity.name}.${name}: ${entity.tablePath} has no such column`);
      else found.push(...differences(`${entity.name}.${name}`, column, stored));
    }
    for (const [name, stored] of table) {
      if (!declared.has(name) && !stored.generated)
        found.push(`${entity.name}: knows nothing of the column ${name} of ${entity.tablePath}`);
    }
  }
  return found.sort();
}

function differences(where: string, declared: Column, stored: Column): string[] {
  return (['type', 'nullable', 'key'] as const).flatMap((what) =>
    declared[what] === stored[what] ? [] : [`${where}: ${what} is ${declared[what]} in the entity and ${stored[what]} in the table`],
  );
}

function declaredColumns(source: DataSource, entity: EntityMetadata): Map<string, Column> {
  return new Map(
    entity.columns
      .filter((column) => !column.isVirtualProperty)
      .map((column) => [
        column.databaseName,
        {
          type: `${source.driver.normalizeType(column)}${column.length ? `(${column.length})` : ''}${column.isArray ? '[]' : ''}`,
          nullable: column.isNullable,
          key: column.isPrimary,
          generated: false,
        },
      ]),
  );
}

async function columnsOf(client: pg.ClientBase, entity: EntityMetadata): Promise<Map<string, Column>> {
  const { rows } = await client.query<Column & { name: string }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable, a.attgenerated <> '' or coalesce(col_description(a.attrelid, a.attnum) like 'superseded by %', false) as generated,
       exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'p' and a.attnum = any (k.conkey)) as key
     from pg_attribute a where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [entity.tablePath],
  );
  return new Map(rows.map(({ name, ...column }) => [name, column]));
}
