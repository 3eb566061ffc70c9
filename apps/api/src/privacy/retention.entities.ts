import type { Id, LocalDate } from '@amity/kernel';
import type { Period, RetentionKey } from '@amity/privacy';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** How long one class of records is kept here. */
@Entity({ schema: 'privacy', name: 'retention_policies' })
export class RetentionPolicyEntity extends TenantRow {
  @Column('text') key!: RetentionKey;
  @Column('integer') keepCount!: number;
  @Column('text') keepUnit!: Period['unit'];
}

/** Whatever names this person, or this delegation, stays until it is released. Holds are never removed, only released. */
@Entity({ schema: 'privacy', name: 'legal_holds' })
export class LegalHoldEntity extends TenantRow {
  @Column('uuid', { nullable: true }) personId!: Id | null;
  @Column('uuid', { nullable: true }) delegationId!: Id | null;
  @Column('text') reason!: string;
  @Column('text') placedBy!: string;
  @Column('timestamptz', { nullable: true }) releasedAt!: Date | null;
  @Column('text', { nullable: true }) releasedBy!: string | null;
  @Column('text', { nullable: true }) releaseReason!: string | null;
}

/** Evidence of one deletion. The app's role may add and read. */
@Entity({ schema: 'privacy', name: 'deletion_certificates' })
export class DeletionCertificateEntity extends TenantRow {
  @Column('text') key!: RetentionKey;
  @Column('date') ranOn!: LocalDate;
  @Column('integer') count!: number;
  @Column('integer') keepCount!: number;
  @Column('text') keepUnit!: Period['unit'];
  @Column('integer') policyVersion!: number;
  @Column('text') digest!: string;
}
