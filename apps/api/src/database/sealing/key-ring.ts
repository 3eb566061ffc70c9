// The data keys of organizations, as open transactions need them. A key is made by the first write that seals something, in that very
// transaction. Whoever seals holds a share lock on the newest key until its end, so that rotation never throws away a key in use.
import { DomainError } from '@amity/kernel';
import type { QueryRunner } from 'typeorm';
import { DataKey, SealBroken, type SealedPlace, versionOf } from './data-key.js';
import type { KeyUse, MasterKey } from './master-key.js';

/** What the ring asks of a database connection. */
export type Ask = (sql: string, parameters: unknown[]) => Promise<unknown>;

export interface KeyRow {
  readonly key_version: number;
  readonly wrapped: Buffer;
  readonly master_key_id: Buffer;
}

const columns = 'key_version, wrapped, master_key_id';

export class KeyRing {
  private readonly unwrapped = new Map<string, DataKey>();
  private readonly open = new WeakMap<QueryRunner, OpenKeys>();

  /** @param reread looks for the master key with this id, when ours was replaced while we run */
  constructor(
    private master: MasterKey,
    private readonly reread: (id: Buffer) => MasterKey | null = () => null,
  ) {}

  /** The keys of one organization for as long as a transaction is open on this connection. */
  openFor(runner: QueryRunner, organizationId: string): OpenKeys {
    const keys = new OpenKeys(this, organizationId, (sql, parameters) => runner.query(sql, parameters));
    this.open.set(runner, keys);
    return keys;
  }

  close(runner: QueryRunner): void {
    this.open.delete(runner);
  }

  of(runner: QueryRunner): OpenKeys {
    const keys = this.open.get(runner);
    if (!keys) throw new Error('A row with a sealed column is read in a tenant transaction, and nowhere else.');
    return keys;
  }

  unwrap(organizationId: string, { key_version: version, wrapped, master_key_id: masterId }: KeyRow, use: KeyUse = 'data'): DataKey {
    const label = `${use}:${organizationId}:${wrapped.toString('base64')}`;
    const known = this.unwrapped.get(label);
    if (known) return known;
    if (!this.master.is(masterId)) this.master = this.reread(masterId) ?? this.master;
    if (!this.master.is(masterId)) throw new DomainError('kernel.key_missing');
    const key = new DataKey(organizationId, version, this.master.unwrap({ organizationId, version, use }, wrapped));
    this.unwrapped.set(label, key);
    return key;
  }

  /** The same data key under another master key; the ring itself goes on with its own. */
  rewrap(organizationId: string, row: KeyRow, next: MasterKey, use: KeyUse = 'data'): Buffer {
    return next.wrap({ organizationId, version: row.key_version, use }, this.unwrap(organizationId, row, use).exposed());
  }

  wrapNew(organizationId: string, version: number, use: KeyUse = 'data'): { wrapped: Buffer; masterId: Buffer } {
    return { wrapped: this.master.wrap({ organizationId, version, use }, DataKey.newSecret()), masterId: this.master.id };
  }
}

export class OpenKeys {
  private readonly byVersion = new Map<number, DataKey>();
  private newest: Promise<DataKey> | null = null;
  private loading: Promise<void> | null = null;
  private ofVault: Promise<DataKey> | null = null;

  constructor(
    private readonly ring: KeyRing,
    private readonly organizationId: string,
    private readonly ask: Ask,
  ) {}

  /** The key to seal with, locked against being thrown away; made when the organization has none yet. */
  current(): Promise<DataKey> {
    return (this.newest ??= this.takeNewest());
  }

  /** The key of the vault alone: under it lie real names and what the log said of them. Made when there is none yet. */
  vault(): Promise<DataKey> {
    return (this.ofVault ??= this.takeVault());
  }

  /** Every key under which something may still be sealed, newest first. */
  async all(): Promise<DataKey[]> {
    await this.load();
    return [...this.byVersion.values()].sort((a, b) => b.version - a.version);
  }

  /** At once when the key is at hand, later when it has to be fetched. */
  unseal(place: SealedPlace, sealed: Buffer): unknown {
    const version = versionOf(sealed);
    if (version === null) throw new SealBroken(place);
    const key = this.byVersion.get(version);
    return key ? key.open(place, sealed) : this.load().then(() => this.unsealLoaded(version, place, sealed));
  }

  private async unsealLoaded(version: number, place: SealedPlace, sealed: Buffer): Promise<unknown> {
    if (!this.byVersion.has(version)) await this.load(); // the load that was under way had begun before this key was made
    const key = this.byVersion.get(version);
    if (!key) throw new SealBroken(place);
    return key.open(place, sealed);
  }

  private load(): Promise<void> {
    return (this.loading ??= this.fetch().finally(() => (this.loading = null)));
  }

  private async fetch(): Promise<void> {
    const sql = `select ${columns} from privacy.organization_keys where organization_id = $1`;
    for (const row of (await this.ask(sql, [this.organizationId])) as KeyRow[]) this.keep(row);
  }

  private async takeNewest(): Promise<DataKey> {
    const newest = `select ${columns} from privacy.organization_keys where organization_id = $1 order by key_version desc limit 1 for share`;
    for (;;) {
      const [row] = (await this.ask(newest, [this.organizationId])) as KeyRow[];
      if (row) return this.keep(row);
      const { wrapped, masterId } = this.ring.wrapNew(this.organizationId, 1);
      // Another transaction may have been first, or rotation may have taken away the very key we waited for: look again
      await this.ask(
        `insert into privacy.organization_keys (organization_id, key_version, wrapped, master_key_id)
         select $1, 1, $2, $3 where not exists (select from privacy.organization_keys where organization_id = $1) on conflict do nothing`,
        [this.organizationId, wrapped, masterId],
      );
    }
  }

  private async takeVault(): Promise<DataKey> {
    const kept = `select ${columns} from privacy.vault_keys where organization_id = $1 order by key_version desc limit 1`;
    const [row] = (await this.ask(kept, [this.organizationId])) as KeyRow[];
    if (row) return this.ring.unwrap(this.organizationId, row, 'vault');
    const { wrapped, masterId } = this.ring.wrapNew(this.organizationId, 1, 'vault');
    await this.ask(
      `insert into privacy.vault_keys (organization_id, key_version, wrapped, master_key_id) values ($1, 1, $2, $3) on conflict do nothing`,
      [this.organizationId, wrapped, masterId],
    );
    const [made] = (await this.ask(kept, [this.organizationId])) as KeyRow[]; // ours, or that of whoever was first
    if (!made) throw new Error('The key of a vault was made and is not there.');
    return this.ring.unwrap(this.organizationId, made, 'vault');
  }

  private keep(row: KeyRow): DataKey {
    const key = this.ring.unwrap(this.organizationId, row);
    this.byVersion.set(key.version, key);
    return key;
  }
}
