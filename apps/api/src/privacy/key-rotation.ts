// A new data key for an organization: everything is sealed anew in batches, and the old key goes when nothing is under it. Each row's own
// bytes say under which key it is, so a rotation that was broken off goes on where it stopped; both keys open meanwhile, and nobody
// has to wait. A transaction that still seals with the old key holds a lock on it, which the end of the rotation waits for.
import type { Actor } from '@amity/access';
import type { Id } from '@amity/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { type KeyRing, type KeyRow, type MasterKey } from '../database/sealing/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import type { Tenants } from '../database/tenants.js';
import { sealedPlaces, type SealedColumnPlace } from './sealed-places.js';

const rowsAtOnce = 500;

interface SealedRow {
  readonly row: string;
  readonly sealed: Buffer;
}

export class KeyRotation {
  constructor(
    private readonly source: DataSource,
    private readonly tenants: Tenants,
    private readonly keys: KeyRing,
  ) {}

  /** @returns how many values were sealed anew; null for an organization that has sealed nothing yet */
  async rotate(organizationId: Id, report: (values: number) => void = () => undefined): Promise<number | null> {
    const actor: Actor = { kind: 'system', organizationId, name: 'key rotation' };
    if (!(await this.tenants.write(actor, (tx) => this.newKey(tx)))) return null;
    let values = 0;
    do {
      for (const place of sealedPlaces(this.source)) {
        for (let moved = rowsAtOnce; moved === rowsAtOnce;) {
          moved = await this.tenants.write(actor, (tx) => this.reseal(tx, place));
          report((values += moved));
        }
      }
    } while (!(await this.tenants.write(actor, (tx) => this.retire(tx))));
    return values;
  }

  /** Every data key under another master key, all or none: whoever reads meanwhile has its key already, or finds the new one's file. */
  rewrap(next: MasterKey): Promise<number> {
    return this.source.transaction(async (manager) => {
      await manager.query('set constraints all deferred');
      const organizations = await manager.query<{ id: Id }[]>('select id from identity.organizations order by id');
      let wrapped = 0;
      for (const { id } of organizations) {
        await manager.query(`select set_config('app.organization_id', $1, true)`, [id]);
        const rows = await manager.query<KeyRow[]>(
          'select key_version, wrapped, master_key_id from privacy.organization_keys where organization_id = $1 for update',
          [id],
        );
        for (const row of rows)
          await manager.query(
            'update privacy.organization_keys set wrapped = $3, master_key_id = $4 where organization_id = $1 and key_version = $2',
            [id, row.key_version, this.keys.rewrap(id, row, next), next.id],
          );
        wrapped += rows.length + (await this.rewrapVault(manager, id, next));
      }
      await manager.query('update identity.key_check set master_key_id = $1', [next.id]);
      return wrapped;
    });
  }

  private async rewrapVault(manager: EntityManager, id: Id, next: MasterKey): Promise<number> {
    const rows = await manager.query<KeyRow[]>(
      'select key_version, wrapped, master_key_id from privacy.vault_keys where organization_id = $1 for update',
      [id],
    );
    for (const row of rows)
      await manager.query(
        'update privacy.vault_keys set wrapped = $3, master_key_id = $4 where organization_id = $1 and key_version = $2',
        [id, row.key_version, this.keys.rewrap(id, row, next, 'vault'), next.id],
      );
    return rows.length;
  }

  /** A key above the one in use, unless a rotation is under way already. @returns whether there is anything to rotate */
  private async newKey(tx: TenantTx): Promise<boolean> {
    const rows = await tx.query<{ key_version: number }>(
      'select key_version from privacy.organization_keys where organization_id = $1 order by key_version desc for update',
    );
    const [newest] = rows;
    if (!newest) return false;
    if (rows.length > 1) return true;
    const version = newest.key_version + 1;
    const { wrapped, masterId } = this.keys.wrapNew(tx.organizationId, version);
    await tx.query('insert into privacy.organization_keys (organization_id, key_version, wrapped, master_key_id) values ($1, $2, $3, $4)', [
      version,
      wrapped,
      masterId,
    ]);
    return true;
  }

  private async reseal(tx: TenantTx, { table, column, row, index }: SealedColumnPlace): Promise<number> {
    const key = await tx.sealing.current();
    const rows = await tx.query<SealedRow>(
      `select ${row} as row, ${column} as sealed from ${table} where organization_id = $1 and ${underOlder(column)}
       order by ${row} limit ${rowsAtOnce} for update`,
      [versionBytes(key.version)],
    );
    if (rows.length === 0) return 0;
    const opened = await Promise.all(
      rows.map(async (one) => ({ ...one, value: await tx.sealing.unseal({ table, column, row: one.row }, one.sealed) })),
    );
    const sealed = opened.map((one) => key.seal({ table, column, row: one.row }, one.value));
    const indexes = opened.map(({ value }) => {
      const normalized = index?.normalized(value) ?? null;
      return normalized === null ? null : key.blindIndex({ table, column }, normalized);
    });
    await tx.query(
      `update ${table} t set ${column} = s.sealed${index ? `, ${index.column} = s.found_by` : ''}
       from unnest($2::text[], $3::bytea[], $4::bytea[]) as s(row, sealed, found_by) where t.organization_id = $1 and t.${row}::text = s.row`,
      [rows.map((one) => one.row), sealed, indexes],
    );
    return rows.length;
  }

  /** Throws the old keys away. @returns false when somebody sealed with one meanwhile: then there is more to do first */
  private async retire(tx: TenantTx): Promise<boolean> {
    const { version } = await tx.sealing.current();
    await tx.query('select from privacy.organization_keys where organization_id = $1 and key_version < $2 for update', [version]);
    for (const { table, column } of sealedPlaces(this.source)) {
      const left = await tx.query(`select 1 from ${table} where organization_id = $1 and ${underOlder(column)} limit 1`, [
        versionBytes(version),
      ]);
      if (left.length > 0) return false;
    }
    await tx.query('delete from privacy.organization_keys where organization_id = $1 and key_version < $2', [version]);
    return true;
  }
}

/** Sealed under another key than `$2`: the version stands in the second to the fifth byte. */
function underOlder(column: string): string {
  return `${column} is not null and substring(${column} from 2 for 4) <> $2`;
}

function versionBytes(version: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(version);
  return bytes;
}
