import type { HouseRule } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** A member who is shown the names of one delegation, and why. */
@Entity({ schema: 'delegations', name: 'need_to_know' })
export class NeedToKnowEntity extends TenantRow {
  @Column('uuid') delegationId!: Id;
  @Column('uuid') accountId!: Id;
  @Column('text') reason!: string;
}

/** A delegate agreed to a looser rule. The database numbers it with the rule that was in force, and forgets it with the next. */
@Entity({ schema: 'delegations', name: 'loosening_consents' })
export class LooseningConsentEntity extends TenantRow {
  @Column('uuid') delegationId!: Id;
  @Column('uuid') delegateId!: Id;
  @Column('text') rule!: Exclude<HouseRule, 'closed'>;
  @Column('integer', { default: 0 }) ruleEpoch!: number;
  @Column('text') recordedBy!: string;
}
