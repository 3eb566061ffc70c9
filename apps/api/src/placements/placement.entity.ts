import type { Id } from '@amity/kernel';
import type { Placement, PlacementState } from '@amity/placements';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** One guest, one bed, one span of nights. `nights` is a daterange `[first night, morning of leaving)`. */
@Entity({ schema: 'placements', name: 'placements' })
export class PlacementEntity extends TenantRow {
  @Column('uuid') delegateId!: Id;
  @Column('uuid') householdId!: Id;
  @Column('integer') bed!: number;
  @Column('daterange') nights!: string;
  @Column('text', { default: 'offered' }) state!: PlacementState;
  /** The coordinator's words in the family's letter. */
  @Column('text', { nullable: true }) message!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) answeredBy!: Placement['answeredBy'];
  @Column('text', { nullable: true }) answerNote!: string | null;
}
