import type { PartnershipKind, PartnershipState, Since } from '@amity/partnerships';
import type { Id } from '@amity/kernel';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';
import type { CommunityEntity } from './community.entity.js';

@Entity({ schema: 'partnerships', name: 'partnerships' })
export class PartnershipEntity extends TenantRow {
  @Column('text') kind!: PartnershipKind;
  @Column('uuid') homeCommunityId!: Id;
  @Column('uuid') partnerCommunityId!: Id;
  @Column('text', { nullable: true }) since!: Since | null;
  @Column('text', { default: 'active' }) state!: PartnershipState;
  @Column('text', { default: '' }) notes!: string;
}

/** A partnership as `PartnershipsRepository` reads it: with its two communities, by the same query. */
export type PartnershipWithSides = PartnershipEntity & { readonly home: CommunityEntity; readonly partner: CommunityEntity };
