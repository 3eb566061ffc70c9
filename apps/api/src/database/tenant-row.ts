import type { Id } from '@amity/kernel';
import { Column, PrimaryColumn } from 'typeorm';

/** What every tenant row carries. The organization stands first in the key, so rows of one tenant lie together. */
export abstract class TenantRow {
  /** Properties whose contents stay out of the audit log, because they hold live links or a draft that must be forgettable. That they changed is recorded. Sealed columns (`@Sealed`) are among them by themselves. */
  static readonly unrecorded: readonly string[] = [];

  @PrimaryColumn('uuid') organizationId!: Id;
  @PrimaryColumn('uuid') id!: Id;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
}

/** The columns of a row that its author decides; the rest is bookkeeping. */
export type OwnColumns<E extends TenantRow> = Omit<E, keyof TenantRow>;
