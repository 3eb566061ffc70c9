import type { Id } from '@amity/kernel';
import type { ConsentPurpose, Decider, Decision } from '@amity/privacy';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** The words of a consent. A released edition is never changed: the app's role may only add. */
@Entity({ schema: 'privacy', name: 'consent_texts' })
export class ConsentTextEntity extends TenantRow {
  @Column('text') purpose!: ConsentPurpose;
  @Column('text') language!: string;
  @Column('integer') edition!: number;
  @Column('text') text!: string;
}

/** One decision. The last one of a purpose counts; none is ever changed or removed. */
@Entity({ schema: 'privacy', name: 'consents' })
export class ConsentEntity extends TenantRow {
  @Column('uuid') personId!: Id;
  @Column('text') purpose!: ConsentPurpose;
  @Column('text') language!: string;
  @Column('integer') edition!: number;
  @Column('text') decision!: Decision;
  @Column('text') by!: Decider;
  @Column('text', { nullable: true }) guardianName!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
}

/** Whether an organization does nothing of this kind without consent. No row: it does nothing without. */
@Entity({ schema: 'privacy', name: 'consent_policies' })
export class ConsentPolicyEntity extends TenantRow {
  @Column('text') purpose!: ConsentPurpose;
  @Column('boolean') isRequired!: boolean;
}
