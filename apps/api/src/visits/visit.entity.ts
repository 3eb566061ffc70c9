import type { Id } from '@amity/kernel';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

@Entity({ schema: 'visits', name: 'visits' })
export class VisitEntity extends TenantRow {
  @Column('uuid') delegationId!: Id;
  @Column('text', { nullable: true }) emergencyContact!: string | null;
}
