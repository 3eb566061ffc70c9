import type { PartnerEntryDraft, SharedField } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { Column, Entity } from 'typeorm';
import { Sealed } from '../database/sealing/index.js';
import { TenantRow } from '../database/tenant-row.js';

/** Somebody helps with a delegation, and meets it. */
@Entity({ schema: 'delegations', name: 'assignments' })
export class AssignmentEntity extends TenantRow {
  @Column('uuid') delegationId!: Id;
  @Column('uuid') accountId!: Id;
}

/** A partner is shown some fields of a partnership or of a delegation, until it is revoked. */
@Entity({ schema: 'delegations', name: 'shares' })
export class ShareEntity extends TenantRow {
  @Column('uuid') accountId!: Id;
  @Column('uuid', { nullable: true }) partnershipId!: Id | null;
  @Column('uuid', { nullable: true }) delegationId!: Id | null;
  @Column('text', { array: true }) fields!: SharedField[];
  @Column('text') sharedBy!: string;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('text', { nullable: true }) revokedBy!: string | null;
}

/** What a partner says of one field of a delegate. */
@Entity({ schema: 'delegations', name: 'partner_entries' })
export class PartnerEntryEntity extends TenantRow {
  @Column('uuid') delegateId!: Id;
  @Column('uuid') accountId!: Id;
  @Column('text') field!: SharedField;
  @Sealed() value!: NonNullable<PartnerEntryDraft['value']>;
}
