import type { AffiliationSide } from '@amity/access';
import type { Id } from '@amity/kernel';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** What one organization says of another. The other side reads this row and never writes it. */
@Entity({ schema: 'access', name: 'affiliations' })
export class AffiliationEntity extends TenantRow {
  @Column('uuid') otherId!: Id;
  @Column('text') otherIs!: AffiliationSide;
  @Column('boolean') agrees!: boolean;
}
