import type { CustomRole } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';

@Injectable()
export class RolesRepository {
  /** By name, with how many members hold each. One query, whatever their number. */
  list(tx: TenantTx): Promise<CustomRole[]> {
    return this.query(tx, null);
  }

  async get(tx: TenantTx, id: Id): Promise<CustomRole> {
    const [role] = await this.query(tx, id);
    if (!role) throw new DomainError('kernel.unknown', { what: 'role' });
    return role;
  }

  /** Signs everybody out who holds the role, except the one who changes it: that one's rights are read anew anyway. */
  async endSessionsOfHolders(tx: TenantTx, id: Id, except: Id): Promise<void> {
    await tx.query(
      `delete from identity.sessions s using access.membership_roles h
       join access.memberships m on m.organization_id = h.organization_id and m.id = h.membership_id
       where h.organization_id = $1 and h.role_id = $2 and s.organization_id = $1 and s.account_id = m.account_id and s.account_id <> $3`,
      [id, except],
    );
  }

  private query(tx: TenantTx, id: Id | null): Promise<CustomRole[]> {
    return tx.query<CustomRole>(
      `select r.id, r.name, r.permissions, r.version,
         (select count(*)::int from access.membership_roles h where h.organization_id = $1 and h.role_id = r.id) as members
       from access.roles r where r.organization_id = $1 and ($2::uuid is null or r.id = $2) order by lower(r.name), r.id`,
      [id],
    );
  }
}
