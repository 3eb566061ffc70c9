// Every column of the database that holds sealed values, found from the entities that declare them. The answers to requests sent twice
// have no entity; they are named here.
import type { DataSource } from 'typeorm';
import { columnOf, sealedColumnsOf } from '../database/sealing/index.js';

export interface SealedColumnPlace {
  readonly table: string;
  readonly column: string;
  /** The column by which its rows are told apart. */
  readonly row: string;
  readonly index: { readonly column: string; readonly normalized: (value: unknown) => string | null } | null;
}

export function sealedPlaces(source: DataSource): SealedColumnPlace[] {
  const declared = source.entityMetadatas.flatMap((metadata) =>
    sealedColumnsOf(metadata.target).map(({ property, index }): SealedColumnPlace => ({
      table: metadata.tablePath,
      column: columnOf(metadata, property),
      row: 'id',
      index: index && { column: columnOf(metadata, index.property), normalized: index.normalized },
    })),
  );
  const answers: SealedColumnPlace = { table: 'access.idempotency_keys', column: 'answer_sealed', row: 'key', index: null };
  return [...declared, answers].sort((a, b) => (`${a.table}.${a.column}` < `${b.table}.${b.column}` ? -1 : 1));
}
