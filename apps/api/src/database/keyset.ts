// Lists go on from the last row seen, not from an offset: a page costs the same at the start and at the end, and rows
// that arrive meanwhile shift nothing. The cursor is the last row's sort values; it holds nothing secret.
import { DomainError, type Page } from '@amity/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** A sort column: `alias.property`, how the cursor's value is cast, and the direction. The last one must be unique (the id). */
export interface SortColumn {
  readonly by: string;
  readonly type: 'text' | 'uuid' | 'date' | 'timestamptz' | 'integer' | 'bigint';
  readonly descending?: boolean;
}

/** One page of `query`, sorted by `columns`; null sort values are not supported. Two queries: the rows and the count. */
export async function keysetPage<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  columns: readonly SortColumn[],
  page: { cursor?: string | undefined; limit: number },
  keyOf: (row: E) => readonly (string | number | Date)[],
): Promise<Page<E>> {
  const counted = await query.clone().select('count(*)::int', 'total').getRawOne<{ total: number }>();
  columns.forEach((c, i) =>
    i === 0 ? query.orderBy(c.by, c.descending ? 'DESC' : 'ASC') : query.addOrderBy(c.by, c.descending ? 'DESC' : 'ASC'),
  );
  if (page.cursor !== undefined) {
    const values = decodeCursor(page.cursor, columns.length);
    // (a > x) or (a = x and b > y) …: works for mixed directions, and PostgreSQL still starts from the index
    const steps = columns.map((column, i) =>
      [
        ...columns.slice(0, i).map((c, j) => `${c.by} = cast(:cursor${j} as ${c.type})`),
        `${column.by} ${column.descending ? '<' : '>'} cast(:cursor${i} as ${column.type})`,
      ].join(' and '),
    );
    query.andWhere(`(${steps.map((s) => `(${s})`).join(' or ')})`, Object.fromEntries(values.map((v, i) => [`cursor${i}`, v])));
  }
  const rows = await query.limit(page.limit + 1).getMany();
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return { items, total: counted?.total ?? 0, next: rows.length > page.limit && last ? encodeCursor(keyOf(last)) : null };
}

function encodeCursor(values: readonly (string | number | Date)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function decodeCursor(cursor: string, length: number): (string | number)[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error; // a mangled cursor is the only thing expected here
    throw new DomainError('kernel.page_cursor');
  }
  if (!Array.isArray(values) || values.length !== length || !values.every((v) => typeof v === 'string' || typeof v === 'number'))
    throw new DomainError('kernel.page_cursor');
  return values as (string | number)[];
}
