// Keys for other programs. A token names its organization and carries 256 random bits; its hash alone is stored, inside that
// organization's walls. It does what its scopes say, as far as its owner still may, and is gone when its owner is.
import { type ApiToken, type ApiTokenDraft, type MemberActor, type NewApiToken, permissionsOfToken, reachOf } from '@amity/access';
import { DomainError, type Id, type Page, type PageQuery } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Tenants } from '../database/tenants.js';
import { ApiTokenEntity } from './access.entities.js';
import { ApiTokensRepository, type TokenRow } from './api-tokens.repository.js';
import { Standings } from './standings.js';
import { newToken, tokenHash } from './tokens.js';

@Injectable()
export class ApiTokens {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tenants: Tenants,
    private readonly tokens: ApiTokensRepository,
    private readonly standings: Standings,
  ) {}

  list(actor: MemberActor, page: PageQuery): Promise<Page<ApiToken>> {
    return this.tenants.read(actor, async (tx) => {
      const tokens = await this.tokens.list(tx, page);
      return { ...tokens, items: tokens.items.map(toApiToken) };
    });
  }

  /** The secret never enters the transaction's answer, so an Idempotency-Key keeps no copy of it. */
  async make(actor: MemberActor, draft: ApiTokenDraft): Promise<NewApiToken> {
    const missing = draft.scopes.filter((p) => !actor.permissions.has(p));
    if (missing.length > 0) throw new DomainError('access.beyond_giver', { permissions: missing.join(', ') });
    const secret = `amity_${Buffer.from(actor.organizationId.replaceAll('-', ''), 'hex').toString('base64url')}${newToken()}`;
    const token = await this.tenants.write(actor, async (tx): Promise<NewApiToken> => {
      const owner = await this.standings.within(tx, actor.accountId);
      if (!owner) throw new DomainError('access.sign_in_needed');
      const { id } = await tx.insert(ApiTokenEntity, {
        membershipId: owner.membershipId,
        name: draft.name,
        scopes: draft.scopes,
        tokenHash: tokenHash(secret),
        expiresAt: new Date(Date.now() + draft.days * 86_400_000),
        lastUsedAt: null,
      });
      return { ...toApiToken(await this.tokens.get(tx, id)), secret: null };
    });
    return { ...token, secret };
  }

  revoke(actor: MemberActor, id: Id, version: number): Promise<void> {
    return this.tenants.write(actor, (tx) => tx.remove(ApiTokenEntity, id, version, 'token'));
  }

  /** Who acts by this token, or null when it is unknown or over, or its owner is gone. */
  async actorOf(secret: string): Promise<MemberActor | null> {
    const organizationId = organizationIn(secret);
    if (!organizationId) return null;
    const found = await this.dataSource.transaction(async (manager) => {
      await manager.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
      return this.tokens.use(manager, organizationId, tokenHash(secret));
    });
    const standing = found && (await this.standings.of(found.account_id, organizationId));
    if (!found || !standing) return null;
    const permissions = new Set(permissionsOfToken(found.scopes, new Set(standing.permissions)));
    const assignedOnly = new Set(standing.assignedOnly.filter((permission) => permissions.has(permission)));
    const [accountId, name] = [found.account_id, `token: ${found.name}`];
    return { kind: 'member', organizationId, accountId, name, permissions, assignedOnly, reach: reachOf(null, assignedOnly) };
  }
}

/** The organization a token names: 22 characters after `amity_`, then 43 of secret. */
function organizationIn(secret: string): Id | null {
  const named = /^amity_([\w-]{22})[\w-]{43}$/.exec(secret)?.[1];
  if (named === undefined) return null;
  const hex = Buffer.from(named, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function toApiToken(row: TokenRow): ApiToken {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    owner: row.owner,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    version: row.version,
  };
}
