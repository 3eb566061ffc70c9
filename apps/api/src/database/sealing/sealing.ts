// What a tenant transaction does with sealed columns: seal a draft before it is written, open what a query of one's own brought,
// and find rows by a blind index.
import type { EntityMetadata, ObjectLiteral } from 'typeorm';
import type { DataKey, SealedPlace } from './data-key.js';
import type { OpenKeys } from './key-ring.js';
import { columnOf, sealedColumnsOf } from './sealed.js';

export class Sealing {
  constructor(private readonly keys: OpenKeys) {}

  /** The draft as the table takes it: sealed columns as bytes, their blind indexes beside them. What is not in the draft stays out. */
  async sealed<Draft extends ObjectLiteral>(metadata: EntityMetadata, row: string, draft: Draft): Promise<Draft> {
    const columns = sealedColumnsOf(metadata.target).filter(({ property }) => draft[property] !== undefined);
    if (columns.length === 0) return draft;
    const key = await this.keys.current();
    const bytes: ObjectLiteral = {};
    for (const { property, index } of columns) {
      const value: unknown = draft[property];
      const place = { table: metadata.tablePath, column: columnOf(metadata, property), row };
      bytes[property] = value === null ? null : key.seal(place, value);
      if (!index) continue;
      const normalized = value === null ? null : index.normalized(value);
      bytes[index.property] = normalized === null ? null : key.blindIndex(place, normalized);
    }
    return { ...draft, ...bytes };
  }

  current(): Promise<DataKey> {
    return this.keys.current();
  }

  /** For what only few may ever see, see the area privacy; everything else is sealed by its column. */
  vault(): Promise<DataKey> {
    return this.keys.vault();
  }

  async seal(place: SealedPlace, value: unknown): Promise<Buffer> {
    return (await this.keys.current()).seal(place, value);
  }

  async unseal(place: SealedPlace, sealed: Buffer): Promise<unknown> {
    return this.keys.unseal(place, sealed);
  }

  /** Under which blind indexes a value may stand: one for each key that is in use. */
  async indexesOf(metadata: EntityMetadata, property: string, value: unknown): Promise<Buffer[]> {
    const column = sealedColumnsOf(metadata.target).find((each) => each.property === property);
    if (!column?.index) throw new Error(`${metadata.name}.${property} has no blind index.`);
    const normalized = column.index.normalized(value);
    if (normalized === null) return [];
    const place = { table: metadata.tablePath, column: columnOf(metadata, property) };
    return (await this.keys.all()).map((key) => key.blindIndex(place, normalized));
  }
}
