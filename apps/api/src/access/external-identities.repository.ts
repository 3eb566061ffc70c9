import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../database/new-id.js';
import type { ProvenIdentity } from './identity-provider.js';

export interface StoredIdentity {
  readonly id: Id;
  readonly accountId: Id;
  readonly issuer: string;
  readonly label: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

const columns = `id, account_id as "accountId", issuer, label, created_at as "createdAt", used_at as "usedAt"`;

/** Accounts elsewhere that sign in to accounts here. */
@Injectable()
export class ExternalIdentitiesRepository {
  constructor(private readonly dataSource: DataSource) {}

  of(accountId: Id): Promise<StoredIdentity[]> {
    return this.dataSource.query<StoredIdentity[]>(
      `select ${columns} from identity.external_identities where account_id = $1 order by created_at, id`,
      [accountId],
    );
  }

  /** By issuer and subject alone: an e-mail address that a provider tells is anybody's. */
  async find({ issuer, subject }: ProvenIdentity): Promise<StoredIdentity | null> {
    const [row] = await this.dataSource.query<StoredIdentity[]>(
      `select ${columns} from identity.external_identities where issuer = $1 and subject = $2`,
      [issuer, subject],
    );
    return row ?? null;
  }

  /** @returns false when it is linked already, here or to another account */
  async link(accountId: Id, { issuer, subject, label }: ProvenIdentity): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `insert into identity.external_identities (id, account_id, issuer, subject, label) values ($1, $2, $3, $4, $5)
       on conflict (issuer, subject) do nothing returning id`,
      [newId(), accountId, issuer, subject, label],
    );
    return rows.length === 1;
  }

  /** @returns false when the account has no such identity */
  async unlink(accountId: Id, id: Id): Promise<boolean> {
    const [, removed] = await this.dataSource.query<[unknown, number]>(
      `delete from identity.external_identities where id = $1 and account_id = $2`,
      [id, accountId],
    );
    return removed === 1;
  }

  async used(id: Id): Promise<void> {
    await this.dataSource.query(`update identity.external_identities set used_at = now() where id = $1`, [id]);
  }
}
