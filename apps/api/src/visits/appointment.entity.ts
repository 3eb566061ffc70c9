import type { HouseRule } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import type { AppointmentKind, AppointmentState } from '@amity/visits';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** Who takes part is decided here; the rows of `visits.bookings` follow from it. A removed one can be brought back. */
@Entity({ schema: 'visits', name: 'appointments' })
export class AppointmentEntity extends TenantRow {
  @Column('uuid') visitId!: Id;
  @Column('text') title!: string;
  @Column('text') kind!: AppointmentKind;
  @Column('integer', { nullable: true }) track!: number | null;
  @Column('uuid', { nullable: true }) siteId!: Id | null;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('text') zone!: string;
  @Column('text', { default: 'confirmed' }) state!: AppointmentState;
  @Column('boolean', { default: true }) everyone!: boolean;
  @Column('uuid', { array: true, default: [] }) participantIds!: Id[];
  @Column('uuid', { array: true, default: [] }) interpreterIds!: Id[];
  @Column('uuid', { array: true, default: [] }) escortIds!: Id[];
  @Column('text', { nullable: true }) appointmentHost!: string | null;
  @Column('text', { nullable: true }) notes!: string | null;
  @Column('text', { default: 'public' }) rule!: HouseRule;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}
