import type { AuditEntry, ReadPurpose } from '@amity/audit';
import type { Id } from '@amity/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Written by TenantTx with every change; the app's role may add and read, never change or remove. */
@Entity({ schema: 'audit', name: 'entries' })
export class AuditEntity {
  @PrimaryColumn('uuid') organizationId!: Id;
  @PrimaryColumn('uuid') id!: Id;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('text') actor!: string;
  @Column('uuid', { nullable: true }) accountId!: Id | null;
  @Column('text') action!: AuditEntry['action'];
  @Column('text') subject!: string;
  @Column('uuid') subjectId!: Id;
  @Column('jsonb', { nullable: true }) before!: Record<string, unknown> | null;
  @Column('jsonb', { nullable: true }) after!: Record<string, unknown> | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) onBehalfOf!: Id | null;
  @Column('text', { nullable: true }) onBehalfOfName!: string | null;
  @Column('text', { nullable: true }) purpose!: ReadPurpose | null;
  @Column('text', { array: true, nullable: true }) fields!: string[] | null;
  /** What it said about its record was erased; the entry itself stays in the chain. */
  @Column('boolean', { default: false, select: false }) erased!: boolean;
  /** The entry's place in its organization's chain; PostgreSQL numbers and hashes, see audit.chain(). */
  @Column('bigint', { transformer: { to: String, from: Number } }) number!: number;
  @Column('bytea', { select: false }) hash!: Buffer;
}

/** An entry that changed its record, as timelines of areas show them. */
export type ChangeEntity = AuditEntity & { readonly action: 'created' | 'changed' | 'removed' };
