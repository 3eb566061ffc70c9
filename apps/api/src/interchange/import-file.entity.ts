import type { Id } from '@amity/kernel';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** A file somebody sent to be imported. Its bytes and their hash are read only when asked for, and stay out of the audit log. */
@Entity({ schema: 'interchange', name: 'files' })
export class ImportFileEntity extends TenantRow {
  /** The delegation whose roster it holds, if any: only those who may know its names read it. */
  @Column('uuid', { nullable: true }) about!: Id | null;
  @Column('text') name!: string;
  @Column('bytea', { select: false }) sha256!: Buffer;
  @Column('bytea', { select: false }) bytes!: Buffer;
}
