import type { Permission } from '@amity/access';
import { DomainError, type Id, type Page, type PageQuery } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { ApiTokenEntity } from './access.entities.js';

export interface TokenRow {
  readonly id: Id;
  readonly name: string;
  readonly scopes: Permission[];
  readonly owner: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
  readonly version: number;
}

@Injectable()
export class ApiTokensRepository {
  /** Newest first, also those that are over. Three queries, whatever their number. */
  async list(tx: TenantTx, page: PageQuery): Promise<Page<TokenRow>> {
    const found = await keysetPage(tx.from(ApiTokenEntity, 't'), [{ by: 't.id', type: 'uuid', descending: true }], page, (t) => [t.id]);
    const ids = found.items.map((t) => t.id);
    return { ...found, items: await this.rows(tx, ids) };
  }

  async get(tx: TenantTx, id: Id): Promise<TokenRow> {
    const [row] = await this.rows(tx, [id]);
    if (!row) throw new DomainError('kernel.unknown', { what: 'token' });
    return row;
  }

  /** A live token by its hash. That it was used is noted once a minute. */
  async use(manager: EntityManager, organizationId: Id, hash: Buffer): Promise<UsedToken | null> {
    const [token] = await manager.query<(UsedToken & { id: Id; is_stale: boolean })[]>(
      `select t.id, t.name, t.scopes, m.account_id, coalesce(t.last_used_at < now() - interval '1 minute', true) as is_stale
       from access.api_tokens t join access.memberships m on m.organization_id = t.organization_id and m.id = t.membership_id
       where t.organization_id = $1 and t.token_hash = $2 and t.expires_at > now()`,
      [organizationId, hash],
    );
    if (!token) return null;
    if (token.is_stale)
      await manager.query(`update access.api_tokens set last_used_at = now() where organization_id = $1 and id = $2`, [
        organizationId,
        token.id,
      ]);
    return { name: token.name, scopes: token.scopes, account_id: token.account_id };
  }

  private rows(tx: TenantTx, ids: readonly Id[]): Promise<TokenRow[]> {
    return tx.query<TokenRow>(
      `select t.id, t.name, t.scopes, a.name as owner, t.created_at, t.expires_at, t.last_used_at, t.version
       from access.api_tokens t join access.memberships m on m.organization_id = t.organization_id and m.id = t.membership_id
       join identity.accounts a on a.id = m.account_id
       where t.organization_id = $1 and t.id = any ($2::uuid[]) order by t.id desc`,
      [ids],
    );
  }
}

export interface UsedToken {
  readonly name: string;
  readonly scopes: Permission[];
  readonly account_id: Id;
}
