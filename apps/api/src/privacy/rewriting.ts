// A real name goes wherever it was written down: records, published versions, letters, files, jobs, kept answers, the log. Nothing of it
// has an entry of its own, and no version and no date changes, because that would tell. Interrupted or repeated it does no harm:
// what was renamed is not found again.
import type { Id } from '@amity/kernel';
import type { Renaming } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { concealEntries } from '../audit/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { ImportFiles } from '../interchange/index.js';
import { sealedPlaces } from './sealed-places.js';
import { wordsPlaces, type WordsPlace } from './renamed-places.js';

/** Columns that follow from those that changed: an area says so for a table of its own. */
export type Following = (changes: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

export interface Sweep {
  readonly personId: Id;
  /** The address under which letters were written. */
  readonly email: string | null;
  readonly renaming: Renaming;
}

/** What the words of a place become; `needles` as in `Renaming`. */
type Words = Pick<Renaming, 'needles' | 'value'>;

const rowsAtOnce = 500;
/** Says which address was given, so that letters to it still find the person. */
const keepsAliases = 'privacy.endings';

@Injectable()
export class Rewriting {
  private readonly following = new Map<string, Following>();

  constructor(
    private readonly source: DataSource,
    private readonly files: ImportFiles,
  ) {}

  follow(table: string, following: Following): void {
    this.following.set(table, following);
  }

  async sweep(tx: TenantTx, { personId, email, renaming }: Sweep): Promise<void> {
    const ids = await tx.query<{ id: Id }>('select privacy.around($1, $2, $3) as id', [personId, email]);
    const near = ids.map(({ id }) => id);
    const places = await wordsPlaces(tx);
    for (const place of places) if (Object.keys(place.words).length > 0) await this.open(tx, place, near, renaming);
    const nearIn = new Map(places.map((place) => [place.table, place.near]));
    for (const place of sealedPlaces(this.source)) await this.sealed(tx, place, nearIn.get(place.table) ?? 'false', near, renaming);
    await this.files.rename(tx, near, (cells, isNear) => {
      const how = renaming.namesThem(cells) ? 'own' : isNear ? 'near' : 'anywhere';
      return cells.map((cell) => renaming.text(cell, how));
    });
    await concealEntries(tx, { personId, near, needles: renaming.needles }, (value, isNear) =>
      renaming.value(value, isNear ? 'near' : 'anywhere'),
    );
  }

  /** A protection has ended: fields that are nothing but an address or a number that was given come back, where rows may be changed. */
  async giveBack(tx: TenantTx, { personId, email, renaming }: Omit<Sweep, 'renaming'> & { readonly renaming: Words }): Promise<void> {
    if (renaming.needles.length === 0) return;
    const ids = await tx.query<{ id: Id }>('select privacy.around($1, $2, $3) as id', [personId, email]);
    const near = ids.map(({ id }) => id);
    for (const place of await wordsPlaces(tx))
      if (place.changes && place.table !== keepsAliases && Object.keys(place.words).length > 0) await this.open(tx, place, near, renaming);
  }

  private async open(tx: TenantTx, { table, words, near, changes }: WordsPlace, ids: readonly Id[], renaming: Words): Promise<void> {
    const columns = Object.keys(words);
    const rows = await tx.query<{ id: Id; near: boolean; words: Record<string, unknown> }>(
      `select t.id, ${near} as near, jsonb_build_object(${columns.map((column) => `'${column}', t.${column}`).join(', ')}) as words
       from ${table} t where t.organization_id = $1 and amity.fold(normalize(concat_ws(' ', ${columns.map((column) => `t.${column}::text`).join(', ')}), nfc))
         like any (select '%' || amity.fold(n) || '%' from unnest($3::text[]) n)`,
      [ids, renaming.needles.map(literal)],
    );
    for (const row of rows) {
      const changed = Object.fromEntries(
        Object.entries(row.words).flatMap(([column, value]) => {
          const renamed = renaming.value(value, row.near ? 'near' : 'anywhere');
          return renamed === value ? [] : [[column, renamed] as const];
        }),
      );
      if (Object.keys(changed).length === 0) continue;
      const all = { ...changed, ...this.following.get(table)?.(changed) };
      if (changes) await update(tx, table, words, row.id, all);
      else await tx.query('select privacy.rename_in($2, $3, $4) where amity.organization() = $1', [table, row.id, JSON.stringify(all)]);
    }
  }

  private async sealed(
    tx: TenantTx,
    { table, column, row }: { table: string; column: string; row: string },
    near: string,
    ids: readonly Id[],
    renaming: Renaming,
  ): Promise<void> {
    for (let last = ''; ;) {
      const rows = await tx.query<{ row: string; near: boolean; sealed: Buffer }>(
        `select t.${row}::text as row, (${near}) and $2::uuid[] is not null as near, t.${column} as sealed from ${table} t
         where t.organization_id = $1 and t.${column} is not null and t.${row}::text > $3 order by t.${row}::text limit ${rowsAtOnce}`,
        [ids, last],
      );
      for (const one of rows) {
        const place = { table, column, row: one.row };
        const value = await tx.sealing.unseal(place, one.sealed);
        const renamed = renaming.value(value, one.near ? 'near' : 'anywhere');
        if (renamed === value) continue;
        await tx.query(`update ${table} set ${column} = $3 where organization_id = $1 and ${row}::text = $2`, [
          one.row,
          await tx.sealing.seal(place, renamed),
        ]);
      }
      last = rows.at(-1)?.row ?? '';
      if (rows.length < rowsAtOnce) return;
    }
  }
}

async function update(
  tx: TenantTx,
  table: string,
  words: WordsPlace['words'],
  id: Id,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = Object.keys(changes);
  const sets = columns.map((column) => {
    const json = `($3::jsonb -> '${column}')`;
    const list = `case when jsonb_typeof${json} = 'array' then array(select jsonb_array_elements_text${json}) end`;
    return `${column} = ${words[column] === 'jsonb' ? `nullif(${json}, 'null')` : words[column] === 'text[]' ? list : `($3::jsonb ->> '${column}')`}`;
  });
  await tx.query(`update ${table} set ${sets.join(', ')} where organization_id = $1 and id = $2`, [id, JSON.stringify(changes)]);
}

/** `%` and `_` in a name mean themselves. */
function literal(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
