import type { Item, Scale } from '@amity/outcomes';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** One edition of a survey template. The database keeps its items as they are once somebody has answered them. */
@Entity({ schema: 'outcomes', name: 'instruments' })
export class InstrumentEntity extends TenantRow {
  @Column('text') key!: string;
  @Column('integer') edition!: number;
  @Column('text') name!: string;
  @Column('text') about!: string;
  @Column('text', { nullable: true }) adaptedFrom!: string | null;
  @Column('jsonb') scales!: Scale[];
  @Column('jsonb') items!: Item[];
}
