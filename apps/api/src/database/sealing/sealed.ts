// Says which columns of a row are sealed. That is all an area does: the tenant transaction seals what is written and opens what is
// read, the audit log learns only that it changed, and the job that rotates keys finds the column by itself.
import { Column, type EntityMetadata } from 'typeorm';

export interface SealedColumn {
  readonly property: string;
  /** What a new row holds when its draft says nothing; undefined when it must say. */
  readonly initially: unknown;
  /** The column this one took the place of; what stands there is sealed and emptied at the next start. */
  readonly replaces: string | null;
  /** The property that holds the blind index of the value, and the form in which values are compared; null for a value nobody looks for. */
  readonly index: { readonly property: string; readonly normalized: (value: unknown) => string | null } | null;
}

const columnsOfClass = new WeakMap<object, SealedColumn[]>();
const none: readonly SealedColumn[] = [];

/** A column whose value is sealed. The property holds the value itself (any JSON), the table `bytea`. */
export function Sealed(
  options: {
    readonly name?: string;
    readonly nullable?: boolean;
    readonly initially?: unknown;
    readonly replaces?: string;
    readonly index?: SealedColumn['index'];
  } = {},
): PropertyDecorator {
  return (target, property) => {
    const { name, nullable = false, initially, replaces = null, index = null } = options;
    Column('bytea', { nullable, ...(name ? { name } : {}) })(target, property);
    const column = { property: String(property), initially, replaces, index };
    columnsOfClass.set(target.constructor, [...sealedColumnsOf(target.constructor), column]);
  };
}

export function sealedColumnsOf(entity: EntityMetadata['target']): readonly SealedColumn[] {
  return typeof entity === 'string' ? none : (columnsOfClass.get(entity) ?? none);
}

/** What the sealed columns of a new row hold when nothing else is said. */
export function initialValues(entity: EntityMetadata['target']): Record<string, unknown> {
  const columns = sealedColumnsOf(entity).filter(({ initially }) => initially !== undefined);
  return Object.fromEntries(columns.map(({ property, initially }) => [property, initially]));
}

/** The table's own name of a property. */
export function columnOf(metadata: EntityMetadata, property: string): string {
  const column = metadata.findColumnWithPropertyName(property);
  if (!column) throw new Error(`${metadata.name} has no property ${property}.`);
  return column.databaseName;
}
