import type { Id, LocalDate } from '@amity/kernel';
import type { IndicatorLevel, IndicatorSource, Measure, WaveMoment } from '@amity/outcomes';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';
import { decimal } from './decimal.js';

@Entity({ schema: 'outcomes', name: 'indicators' })
export class IndicatorEntity extends TenantRow {
  @Column('uuid', { nullable: true }) delegationId!: Id | null;
  @Column('text') name!: string;
  @Column('text') level!: IndicatorLevel;
  @Column('text') unit!: string;
  @Column('numeric', { transformer: decimal }) baseline!: number;
  @Column('numeric', { transformer: decimal }) target!: number;
  @Column('text') source!: IndicatorSource;
  @Column('text', { nullable: true }) instrumentKey!: string | null;
  @Column('text', { nullable: true }) measure!: Measure | null;
  @Column('text', { nullable: true }) moment!: WaveMoment | null;
}

/** What somebody counted, on a day. */
@Entity({ schema: 'outcomes', name: 'measurements' })
export class MeasurementEntity extends TenantRow {
  @Column('uuid') indicatorId!: Id;
  @Column('numeric', { transformer: decimal }) value!: number;
  @Column('date') measuredOn!: LocalDate;
  @Column('text', { nullable: true }) note!: string | null;
}
