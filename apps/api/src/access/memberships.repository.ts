import type { MembershipState, NamedRole, Permission, Role, UsersQuery } from '@amity/access';
import type { Id, Page } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { AccountEntity, ApiTokenEntity, MembershipEntity, MembershipRoleEntity, RoleEntity } from './access.entities.js';

export interface MemberRow {
  readonly id: Id;
  readonly account_id: Id;
  readonly name: string;
  readonly email: string;
  readonly roles: Role[];
  readonly custom_roles: NamedRole[];
  readonly state: MembershipState;
  readonly seen_at: Date | null;
  readonly version: number;
}

@Injectable()
export class MembershipsRepository {
  /** In the order in which they joined; three queries, whatever their number. */
  async list(tx: TenantTx, query: UsersQuery): Promise<Page<MemberRow>> {
    const members = tx.from(MembershipEntity, 'm');
    if (query.q)
      members
        .innerJoin(AccountEntity, 'a', 'a.id = m.accountId')
        .where(`amity.fold(a.name || ' ' || a.email) like '%' || amity.fold(:q) || '%'`, { q: query.q.replace(/[\\%_]/g, '\\$&') });
    const page = await keysetPage(members, [{ by: 'm.id', type: 'uuid' }], query, (m) => [m.id]);
    return {
      ...page,
      items: await this.rows(
        tx,
        page.items.map((m) => m.id),
      ),
    };
  }

  async rows(tx: TenantTx, ids: readonly Id[]): Promise<MemberRow[]> {
    return tx.query<MemberRow>(
      `select m.id, m.account_id, a.name, a.email, m.roles, m.state, m.version,
         (select max(s.seen_at) from identity.sessions s where s.organization_id = $1 and s.account_id = m.account_id) as seen_at,
         coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name) order by r.name, r.id)
           from access.membership_roles h join access.roles r on r.organization_id = h.organization_id and r.id = h.role_id
           where h.organization_id = $1 and h.membership_id = m.id), '[]') as custom_roles
       from access.memberships m join identity.accounts a on a.id = m.account_id
       where m.organization_id = $1 and m.id = any ($2::uuid[]) order by m.id`,
      [ids],
    );
  }

  /** Changes of who belongs here wait for one another, so that of two last administrators not both can go. */
  async lockAll(tx: TenantTx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text, 7263003))`);
  }

  /** How many other administrators could sign in. */
  async otherAdministrators(tx: TenantTx, than: Id): Promise<number> {
    return tx
      .from(MembershipEntity, 'm')
      .where(`m.id <> :than and m.state = 'active' and 'administrator' = any (m.roles)`, { than })
      .getCount();
  }

  customRolesOf(tx: TenantTx, membershipId: Id): Promise<MembershipRoleEntity[]> {
    return tx.from(MembershipRoleEntity, 'h').where('h.membershipId = :membershipId', { membershipId }).orderBy('h.id').getMany();
  }

  tokensOf(tx: TenantTx, membershipId: Id): Promise<ApiTokenEntity[]> {
    return tx.from(ApiTokenEntity, 't').where('t.membershipId = :membershipId', { membershipId }).orderBy('t.id').getMany();
  }

  /** A change of custom roles alone is a change of the membership too: whoever saw the earlier one is told. */
  async countChange(tx: TenantTx, membershipId: Id): Promise<void> {
    await tx.query(`update access.memberships set version = version + 1, updated_at = now() where organization_id = $1 and id = $2`, [
      membershipId,
    ]);
  }

  rolesById(tx: TenantTx, ids: readonly Id[]): Promise<RoleEntity[]> {
    return tx.from(RoleEntity, 'r').where('r.id = any(:ids)', { ids }).orderBy('r.id').getMany();
  }

  /** How many members have each built-in role, suspended ones too. */
  async countByRole(tx: TenantTx): Promise<ReadonlyMap<string, number>> {
    const counts = await tx.query<{ role: string; members: number }>(
      `select role, count(*)::int as members from access.memberships m, unnest(m.roles) role where m.organization_id = $1 group by role`,
    );
    return new Map(counts.map(({ role, members }) => [role, members]));
  }

  /** Active members who hold a permission: by one of `roles`, or by a custom role that names it. */
  holders(tx: TenantTx, permission: Permission, roles: readonly Role[]): Promise<HolderRow[]> {
    return tx.query<HolderRow>(
      `select m.id, a.name, array(select unnest(m.roles) intersect select unnest($3::text[])) as roles, c.names as custom_roles
       from access.memberships m join identity.accounts a on a.id = m.account_id,
       lateral (select coalesce(array_agg(r.name order by r.name), '{}') as names
         from access.membership_roles h join access.roles r on r.organization_id = h.organization_id and r.id = h.role_id
         where h.organization_id = $1 and h.membership_id = m.id and $2 = any (r.permissions)) c
       where m.organization_id = $1 and m.state = 'active' and (m.roles && $3::text[] or cardinality(c.names) > 0)
       order by a.name, m.id`,
      [permission, roles],
    );
  }
}

export interface HolderRow {
  readonly id: Id;
  readonly name: string;
  readonly roles: Role[];
  readonly custom_roles: string[];
}
