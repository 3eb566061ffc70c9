import type { Id } from '@amity/kernel';
import type { ItineraryChange, ItineraryContent } from '@amity/visits';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** Written once; the app's role may not change it. */
@Entity({ schema: 'visits', name: 'itinerary_versions' })
export class ItineraryVersionEntity extends TenantRow {
  @Column('uuid') visitId!: Id;
  @Column('integer') number!: number;
  @Column('jsonb') content!: ItineraryContent;
  @Column('jsonb') changes!: ItineraryChange[];
  @Column('text') contentHash!: string;
  @Column('text') publishedBy!: string;
}
