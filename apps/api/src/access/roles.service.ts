// Roles an organization makes itself. A role never carries more than its maker holds, also when it is changed later; one that
// somebody still holds is not deleted under them.
import {
  beyond,
  type CustomRole,
  type CustomRoleDraft,
  type MemberActor,
  type Permission,
  permissionsOf,
  type Readers,
  type RoleList,
  roles,
  rolesWith,
} from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { RoleEntity } from './access.entities.js';
import { MembershipsRepository } from './memberships.repository.js';
import { RolesRepository } from './roles.repository.js';

@Injectable()
export class RolesService {
  constructor(
    private readonly tenants: Tenants,
    private readonly roles: RolesRepository,
    private readonly memberships: MembershipsRepository,
  ) {}

  list(actor: MemberActor): Promise<RoleList> {
    return this.tenants.read(actor, async (tx) => {
      const counts = await this.memberships.countByRole(tx);
      return {
        builtIn: roles.map((role) => ({ role, permissions: [...permissionsOf[role]], members: counts.get(role) ?? 0 })),
        custom: await this.roles.list(tx),
      };
    });
  }

  add(actor: MemberActor, draft: CustomRoleDraft): Promise<CustomRole> {
    return this.tenants.write(actor, async (tx) => {
      refuseBeyond(actor, draft.permissions);
      const { id } = await this.named(tx, draft.name, () => tx.insert(RoleEntity, draft));
      return this.roles.get(tx, id);
    });
  }

  change(actor: MemberActor, id: Id, version: number, draft: CustomRoleDraft): Promise<CustomRole> {
    return this.tenants.write(actor, async (tx) => {
      await this.memberships.lockAll(tx);
      const before = await tx.lock(RoleEntity, id, 'role');
      const changed = [...draft.permissions, ...before.permissions].filter(
        (p) => draft.permissions.includes(p) !== before.permissions.includes(p),
      );
      refuseBeyond(actor, changed);
      await this.named(tx, draft.name, () =>
        tx.update(RoleEntity, id, version, draft, 'role', ({ name, permissions }) => ({ name, permissions })),
      );
      if (changed.length > 0) await this.roles.endSessionsOfHolders(tx, id, actor.accountId);
      return this.roles.get(tx, id);
    });
  }

  remove(actor: MemberActor, id: Id, version: number): Promise<void> {
    return this.tenants.write(actor, async (tx) => {
      await this.memberships.lockAll(tx);
      const { permissions } = await tx.lock(RoleEntity, id, 'role');
      refuseBeyond(actor, permissions);
      const { members } = await this.roles.get(tx, id);
      if (members > 0) throw new DomainError('access.role_held', { count: members });
      await tx.remove(RoleEntity, id, version, 'role');
    });
  }

  /** Who holds a permission and why; told to whoever holds it as well. */
  readers(actor: MemberActor, permission: Permission): Promise<Readers> {
    if (!actor.permissions.has(permission)) throw new DomainError('kernel.not_allowed', { permission });
    return this.tenants.read(actor, async (tx) => {
      const holders = await this.memberships.holders(tx, permission, rolesWith(permission));
      return {
        permission,
        people: holders.map((row) => ({
          membershipId: row.id,
          name: row.name,
          roles: roles.filter((role) => row.roles.includes(role)),
          customRoles: row.custom_roles,
        })),
      };
    });
  }

  private named(tx: TenantTx, name: string, work: () => Promise<RoleEntity>): Promise<RoleEntity> {
    const taken = (): never => {
      throw new DomainError('access.role_name_taken', { name });
    };
    // A role that is called like a built-in one would be mistaken for it
    if (roles.some((role) => role.replaceAll('_', ' ') === name.toLowerCase())) taken();
    return tx.guarded(work, { roles_named_once: taken });
  }
}

function refuseBeyond(actor: MemberActor, given: readonly Permission[]): void {
  const missing = beyond(actor.permissions, given);
  if (missing.length > 0) throw new DomainError('access.beyond_giver', { permissions: missing.join(', ') });
}
