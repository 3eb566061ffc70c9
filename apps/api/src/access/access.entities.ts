import type { MembershipState, Permission, RecoveryStanding, Role } from '@amity/access';
import type { Id } from '@amity/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** The tenant. Global: it stands in the `identity` schema, outside row-level security. */
@Entity({ schema: 'identity', name: 'organizations' })
export class OrganizationEntity {
  @PrimaryColumn('uuid') id!: Id;
  @Column('text') name!: string;
  @Column('text') slug!: string;
  @Column('text') zone!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

/** Who a person is to Amity, whatever organizations they belong to. */
@Entity({ schema: 'identity', name: 'accounts' })
export class AccountEntity {
  @PrimaryColumn('uuid') id!: Id;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) passwordHash!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

/** Ties an account to an organization, with roles. */
@Entity({ schema: 'access', name: 'memberships' })
export class MembershipEntity extends TenantRow {
  @Column('uuid') accountId!: Id;
  @Column('text', { array: true }) roles!: Role[];
  @Column('text', { default: 'active' }) state!: MembershipState;
}

/** A role an organization made itself. */
@Entity({ schema: 'access', name: 'roles' })
export class RoleEntity extends TenantRow {
  @Column('text') name!: string;
  @Column('text', { array: true }) permissions!: Permission[];
}

/** Somebody is asked to join. Custom roles that are gone when it is accepted are not given. */
@Entity({ schema: 'access', name: 'invitations' })
export class InvitationEntity extends TenantRow {
  @Column('text') email!: string;
  @Column('text', { array: true }) roles!: Role[];
  @Column('uuid', { array: true }) customRoleIds!: Id[];
  @Column('uuid') invitedBy!: Id;
  @Column('text', { default: 'open' }) state!: 'open' | 'accepted' | 'revoked';
  @Column('timestamptz') expiresAt!: Date;
}

/** A key for a program. It belongs to a member and never does more than that member may. */
@Entity({ schema: 'access', name: 'api_tokens' })
export class ApiTokenEntity extends TenantRow {
  static override readonly unrecorded = ['tokenHash'];

  @Column('uuid') membershipId!: Id;
  @Column('text') name!: string;
  @Column('text', { array: true }) scopes!: Permission[];
  @Column('bytea') tokenHash!: Buffer;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
}

/** Somebody lost their second factor and asks this organization to remove it. */
@Entity({ schema: 'access', name: 'recoveries' })
export class RecoveryEntity extends TenantRow {
  @Column('uuid') accountId!: Id;
  @Column('text') device!: string;
  @Column('text') network!: string;
  @Column('text', { default: 'open' }) state!: RecoveryStanding['state'];
  @Column('timestamptz') expiresAt!: Date;
  @Column('uuid', { nullable: true }) firstBy!: Id | null;
  @Column('text', { nullable: true }) firstReason!: string | null;
  @Column('timestamptz', { nullable: true }) firstAt!: Date | null;
  @Column('uuid', { nullable: true }) secondBy!: Id | null;
  @Column('text', { nullable: true }) secondReason!: string | null;
  /** When those who may decide were written to; not news for the log, whose entry of the letter says it. */
  @Column('timestamptz', { nullable: true }) toldAt!: Date | null;
}

/** A member holds a role of the organization's own. */
@Entity({ schema: 'access', name: 'membership_roles' })
export class MembershipRoleEntity extends TenantRow {
  @Column('uuid') membershipId!: Id;
  @Column('uuid') roleId!: Id;
}
