// Who belongs to an organization, with which roles. Nobody changes their own membership; nobody gives or takes more than they hold;
// an administrator who can sign in always remains, also when two leave at once. Whatever changes ends the person's sessions here.
import { beyondChange, type MemberActor, type RolesHeld, type User, type UserRoles, type UsersQuery } from '@amity/access';
import { DomainError, type Id, type Page } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { ApiTokenEntity, MembershipEntity, MembershipRoleEntity, type RoleEntity } from './access.entities.js';
import { type MemberRow, MembershipsRepository } from './memberships.repository.js';
import { endSessionsHere } from './session-end.js';

interface Member {
  readonly row: MembershipEntity;
  readonly links: readonly MembershipRoleEntity[];
  readonly held: RolesHeld;
}

@Injectable()
export class UsersService {
  constructor(
    private readonly tenants: Tenants,
    private readonly memberships: MembershipsRepository,
  ) {}

  list(actor: MemberActor, query: UsersQuery): Promise<Page<User>> {
    return this.tenants.read(actor, async (tx) => {
      const page = await this.memberships.list(tx, query);
      return { ...page, items: page.items.map((row) => toUser(row, actor)) };
    });
  }

  changeRoles(actor: MemberActor, id: Id, version: number, wanted: UserRoles): Promise<User> {
    return this.tenants.write(actor, async (tx) => {
      const member = await this.other(tx, actor, id);
      const custom = await this.memberships.rolesById(tx, wanted.customRoleIds);
      if (custom.length < wanted.customRoleIds.length) throw new DomainError('kernel.unknown', { what: 'role' });
      refuseBeyond(actor, member.held, { roles: wanted.roles, custom });
      if (!wanted.roles.includes('administrator')) await this.keepAnAdministrator(tx, member);
      const saved = await tx.update(MembershipEntity, id, version, { roles: wanted.roles }, 'member', () => null);
      const isChanged = await this.setCustomRoles(tx, member, custom);
      if (isChanged && saved.version === version) await this.memberships.countChange(tx, id);
      await endSessionsHere(tx, member.row.accountId);
      return this.show(tx, actor, id);
    });
  }

  suspend(actor: MemberActor, id: Id, version: number): Promise<User> {
    return this.tenants.write(actor, async (tx) => {
      const member = await this.other(tx, actor, id);
      refuseBeyond(actor, member.held, { roles: [], custom: [] });
      await this.keepAnAdministrator(tx, member);
      await tx.update(MembershipEntity, id, version, { state: 'suspended' }, 'member', () => null);
      await endSessionsHere(tx, member.row.accountId);
      return this.show(tx, actor, id);
    });
  }

  reinstate(actor: MemberActor, id: Id, version: number): Promise<User> {
    return this.tenants.write(actor, async (tx) => {
      const member = await this.other(tx, actor, id);
      refuseBeyond(actor, { roles: [], custom: [] }, member.held);
      await tx.update(MembershipEntity, id, version, { state: 'active' }, 'member', () => null);
      return this.show(tx, actor, id);
    });
  }

  remove(actor: MemberActor, id: Id, version: number): Promise<void> {
    return this.tenants.write(actor, async (tx) => {
      const member = await this.other(tx, actor, id);
      refuseBeyond(actor, member.held, { roles: [], custom: [] });
      await this.keepAnAdministrator(tx, member);
      for (const token of await this.memberships.tokensOf(tx, id)) await tx.remove(ApiTokenEntity, token.id, 'any', 'token');
      for (const link of member.links) await tx.remove(MembershipRoleEntity, link.id, 'any', 'role');
      await tx.remove(MembershipEntity, id, version, 'member');
      await endSessionsHere(tx, member.row.accountId);
    });
  }

  /** Another member than the actor, while nobody else changes who belongs here. */
  private async other(tx: TenantTx, actor: MemberActor, id: Id): Promise<Member> {
    await this.memberships.lockAll(tx);
    const row = await tx.lock(MembershipEntity, id, 'member');
    if (row.accountId === actor.accountId) throw new DomainError('access.own_membership');
    const links = await this.memberships.customRolesOf(tx, id);
    const custom = await this.memberships.rolesById(
      tx,
      links.map((link) => link.roleId),
    );
    return { row, links, held: { roles: row.roles, custom } };
  }

  private async keepAnAdministrator(tx: TenantTx, { row }: Member): Promise<void> {
    if (!row.roles.includes('administrator') || row.state === 'suspended') return;
    if ((await this.memberships.otherAdministrators(tx, row.id)) > 0) return;
    const [member] = await this.memberships.rows(tx, [row.id]);
    throw new DomainError('access.last_administrator', { name: member?.name ?? '' });
  }

  private async setCustomRoles(tx: TenantTx, member: Member, wanted: readonly RoleEntity[]): Promise<boolean> {
    const gone = member.links.filter((link) => !wanted.some((role) => role.id === link.roleId));
    for (const link of gone) await tx.remove(MembershipRoleEntity, link.id, 'any', 'role');
    const added = wanted.filter((role) => !member.links.some((link) => link.roleId === role.id));
    await tx.insertMany(
      MembershipRoleEntity,
      added.map((role) => ({ membershipId: member.row.id, roleId: role.id })),
    );
    return gone.length + added.length > 0;
  }

  private async show(tx: TenantTx, actor: MemberActor, id: Id): Promise<User> {
    const [row] = await this.memberships.rows(tx, [id]);
    if (!row) throw new DomainError('kernel.unknown', { what: 'member' });
    return toUser(row, actor);
  }
}

function refuseBeyond(actor: MemberActor, before: RolesHeld, after: RolesHeld): void {
  const missing = beyondChange(actor.permissions, before, after);
  if (missing.length > 0) throw new DomainError('access.beyond_giver', { permissions: missing.join(', ') });
}

function toUser(row: MemberRow, actor: MemberActor): User {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles,
    customRoles: row.custom_roles,
    state: row.state,
    lastSeenAt: row.seen_at?.toISOString() ?? null,
    isMe: row.account_id === actor.accountId,
    version: row.version,
  };
}
