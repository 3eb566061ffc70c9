import type { DelegationDirection, DelegationState, HouseRule } from '@amity/delegations';
import type { Id, LocalDate } from '@amity/kernel';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

@Entity({ schema: 'delegations', name: 'delegations' })
export class DelegationEntity extends TenantRow {
  @Column('text') name!: string;
  @Column('text') direction!: DelegationDirection;
  @Column('uuid', { nullable: true }) partnershipId!: Id | null;
  @Column('text') programFormat!: string;
  @Column('integer') track!: number;
  @Column('date') arrivesOn!: LocalDate;
  @Column('date') departsOn!: LocalDate;
  @Column('text') zone!: string;
  @Column('text', { default: 'planned' }) state!: DelegationState;
  @Column('text', { default: 'public' }) rule!: HouseRule;
  /** Counts the changes of the rule; the database writes it. */
  @Column('integer', { default: 1 }) ruleEpoch!: number;
  @Column('text', { nullable: true }) notes!: string | null;
}
