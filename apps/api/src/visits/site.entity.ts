import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

@Entity({ schema: 'visits', name: 'sites' })
export class SiteEntity extends TenantRow {
  @Column('text') name!: string;
  @Column('text') address!: string;
  @Column('double precision', { nullable: true }) latitude!: number | null;
  @Column('double precision', { nullable: true }) longitude!: number | null;
  @Column('text') zone!: string;
  @Column('boolean', { default: true }) oneGroupAtATime!: boolean;
  @Column('text', { nullable: true }) accessNotes!: string | null;
  @Column('text', { nullable: true }) contactName!: string | null;
  @Column('text', { nullable: true }) contactPhone!: string | null;
}
