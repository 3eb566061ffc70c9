import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../database/new-id.js';

export interface StoredPasskey {
  readonly id: Id;
  readonly accountId: Id;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly name: string;
  readonly isSynced: boolean;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

const columns = `id, account_id as "accountId", credential_id as "credentialId", public_key as "publicKey", counter::float8 as counter,
  transports, name, is_synced as "isSynced", created_at as "createdAt", used_at as "usedAt"`;

/** Passkeys; every query but the one by credential names the account. */
@Injectable()
export class PasskeysRepository {
  constructor(private readonly dataSource: DataSource) {}

  of(accountId: Id): Promise<StoredPasskey[]> {
    return this.dataSource.query<StoredPasskey[]>(`select ${columns} from identity.passkeys where account_id = $1 order by id`, [
      accountId,
    ]);
  }

  async byCredential(credentialId: string): Promise<StoredPasskey | null> {
    const [row] = await this.dataSource.query<StoredPasskey[]>(`select ${columns} from identity.passkeys where credential_id = $1`, [
      credentialId,
    ]);
    return row ?? null;
  }

  /** @returns null when the credential is on an account already */
  async add(passkey: Omit<StoredPasskey, 'id' | 'createdAt' | 'usedAt'>): Promise<StoredPasskey | null> {
    const [row] = await this.dataSource.query<StoredPasskey[]>(
      `insert into identity.passkeys (id, account_id, credential_id, public_key, counter, transports, name, is_synced)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing returning ${columns}`,
      [
        newId(),
        passkey.accountId,
        passkey.credentialId,
        passkey.publicKey,
        passkey.counter,
        passkey.transports,
        passkey.name,
        passkey.isSynced,
      ],
    );
    return row ?? null;
  }

  /** Notes a use. @returns false when another use with this counter, or a later one, was quicker; devices without a counter say 0 */
  async use(id: Id, counter: number, isSynced: boolean): Promise<boolean> {
    const [, changed] = await this.dataSource.query<[unknown, number]>(
      `update identity.passkeys set counter = $2, is_synced = $3, used_at = now() where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`,
      [id, counter, isSynced],
    );
    return changed === 1;
  }

  /** @returns null when the account has no such passkey */
  async rename(accountId: Id, id: Id, name: string): Promise<StoredPasskey | null> {
    const [rows] = await this.dataSource.query<[StoredPasskey[], number]>(
      `update identity.passkeys set name = $3 where account_id = $1 and id = $2 returning ${columns}`,
      [accountId, id, name],
    );
    return rows[0] ?? null;
  }

  /** @returns false when the account has no such passkey, or it is its only way in. Two removals at once wait for one another. */
  async remove(accountId: Id, id: Id): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [account] = await manager.query<{ hasPassword: boolean }[]>(
        `select password_hash is not null as "hasPassword" from identity.accounts where id = $1 for update`,
        [accountId],
      );
      const [, removed] = await manager.query<[unknown, number]>(
        `delete from identity.passkeys where account_id = $1 and id = $2
         and ($3 or exists (select from identity.passkeys other where other.account_id = $1 and other.id <> $2))`,
        [accountId, id, account?.hasPassword ?? false],
      );
      return removed === 1;
    });
  }
}
