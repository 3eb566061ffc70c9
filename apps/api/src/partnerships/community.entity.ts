import type { GazetteerId } from '@amity/partnerships';
import type { CountryCode, Zone } from '@amity/kernel';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

@Entity({ schema: 'partnerships', name: 'communities' })
export class CommunityEntity extends TenantRow {
  @Column('text') name!: string;
  @Column('character', { length: 2 }) countryCode!: CountryCode;
  @Column('double precision') latitude!: number;
  @Column('double precision') longitude!: number;
  @Column('text') zone!: Zone;
  @Column('integer', { nullable: true }) population!: number | null;
  @Column('integer', { nullable: true }) gazetteerId!: GazetteerId | null;
  /** Exactly when the gazetteer does not know the place. */
  @Column('boolean', { default: false }) flagged!: boolean;
}
