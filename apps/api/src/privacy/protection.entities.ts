import type { Permission } from '@amity/access';
import type { Id } from '@amity/kernel';
import type { EndingState, ProtectedBy, RevealState } from '@amity/privacy';
import { Column, Entity } from 'typeorm';
import { Sealed } from '../database/sealing/index.js';
import { TenantRow } from '../database/tenant-row.js';

/** Without it nobody learns that anybody is protected. */
export const guardian: Permission = 'privacy.protect';

/** Who a protected participant really is: sealed under the key of the vault, see vault.ts. */
@Entity({ schema: 'privacy', name: 'vault' })
export class VaultEntity extends TenantRow {
  static override readonly unrecorded = ['identity'];

  @Column('uuid') personId!: Id;
  @Column('bytea') identity!: Buffer;
  @Column('text') by!: ProtectedBy;
  /** The address they were given; letters to it are carried to the real one. */
  @Column('text', { nullable: true }) aliasEmail!: string | null;
}

/** One person asks for a real name, another one decides. */
@Entity({ schema: 'privacy', name: 'reveals' })
export class RevealEntity extends TenantRow {
  @Column('uuid') personId!: Id;
  @Column('text', { default: 'requested' }) state!: RevealState;
  @Sealed() reason!: string;
  @Column('uuid') requestedBy!: Id;
  @Column('text') requestedByName!: string;
  @Column('uuid', { nullable: true }) decidedBy!: Id | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) visibleUntil!: Date | null;
}

/** One person asks to end a protection, another one decides. What ended keeps the address that was given, so that letters to it still arrive. */
@Entity({ schema: 'privacy', name: 'endings' })
export class EndingEntity extends TenantRow {
  static override readonly unrecorded = ['aliasEmail'];

  @Column('uuid') personId!: Id;
  /** The row of the vault, which is gone once the protection has ended. */
  @Column('uuid') protectionId!: Id;
  @Column('text', { default: 'requested' }) state!: EndingState;
  @Sealed() reason!: string;
  @Column('uuid') requestedBy!: Id;
  @Column('text') requestedByName!: string;
  @Column('uuid', { nullable: true }) decidedBy!: Id | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Sealed({ nullable: true }) answer!: string | null;
  @Column('text', { nullable: true }) aliasEmail!: string | null;
}

/** Who is told when somebody hides themself. */
@Entity({ schema: 'privacy', name: 'responders' })
export class ResponderEntity extends TenantRow {
  @Column('uuid') accountId!: Id;
}
