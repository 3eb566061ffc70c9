// What an earlier version kept in the open: before the server answers its first request, every such value is sealed into the column
// that superseded its own, and emptied where it stood. Interrupted at any point it goes on at the next start; done, it finds nothing.
import type { Actor } from '@amity/access';
import type { Id } from '@amity/kernel';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityMetadata } from 'typeorm';
import { columnOf, sealedColumnsOf } from '../database/sealing/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';

const rowsAtOnce = 500;

/** The sealed columns of one table that took the place of others. */
interface Superseded {
  readonly table: string;
  readonly columns: readonly { readonly open: string; readonly sealed: string }[];
}

@Injectable()
export class OpenRemainders implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tenants: Tenants,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const tables = this.dataSource.entityMetadatas.map(supersededIn).filter(({ columns }) => columns.length > 0);
    for (const { id } of await this.dataSource.query<{ id: Id }[]>('select id from identity.organizations order by id')) {
      const actor: Actor = { kind: 'system', organizationId: id, name: 'sealing' };
      for (const table of tables) while ((await this.tenants.write(actor, (tx) => this.seal(tx, table))) === rowsAtOnce);
    }
  }

  /** All columns of a row at once, because no row may be written while something stands in the open. @returns how many rows it sealed */
  private async seal(tx: TenantTx, { table, columns }: Superseded): Promise<number> {
    const waiting = columns.map(({ open, sealed }) => `${open} is not null and ${sealed} is null`);
    const rows = await tx.query<{ id: Id; values: unknown[] }>(
      `select id, jsonb_build_array(${waiting.map((one, at) => `case when ${one} then to_jsonb(${columns[at]?.open}) end`).join(', ')}) as values
       from ${table} where organization_id = $1 and (${waiting.join(' or ')}) order by id limit ${rowsAtOnce} for update`,
    );
    if (rows.length === 0) return 0;
    const bytes = await Promise.all(
      columns.map(({ sealed }, at) =>
        Promise.all(
          rows.map(({ id, values }) => (values[at] === null ? null : tx.sealing.seal({ table, column: sealed, row: id }, values[at]))),
        ),
      ),
    );
    await tx.query(
      `update ${table} t set ${columns.map(({ open, sealed }, at) => `${sealed} = coalesce(t.${sealed}, s.value${at}), ${open} = default`).join(', ')}
       from unnest($2::uuid[], ${columns.map((_, at) => `$${at + 3}::bytea[]`).join(', ')}) as s(id, ${columns.map((_, at) => `value${at}`).join(', ')})
       where t.organization_id = $1 and t.id = s.id`,
      [rows.map(({ id }) => id), ...bytes],
    );
    return rows.length;
  }
}

function supersededIn(metadata: EntityMetadata): Superseded {
  const columns = sealedColumnsOf(metadata.target).flatMap(({ property, replaces }) =>
    replaces ? [{ open: replaces, sealed: columnOf(metadata, property) }] : [],
  );
  return { table: metadata.tablePath, columns };
}
