import { Entity, VirtualColumn } from 'typeorm';
import { DelegationEntity } from './delegation.entity.js';

/** A delegation with what a list shows beside it, in the same query: its partnership by name and its number of delegates. Read only. */
@Entity({ schema: 'delegations', name: 'delegations' })
export class DelegationListing extends DelegationEntity {
  @VirtualColumn({
    type: 'text',
    query: (d) =>
      `select home.name || ' ↔ ' || partner.name
       from partnerships.partnerships ps
       join partnerships.communities home on home.organization_id = ps.organization_id and home.id = ps.home_community_id
       join partnerships.communities partner on partner.organization_id = ps.organization_id and partner.id = ps.partner_community_id
       where ps.organization_id = ${d}.organization_id and ps.id = ${d}.partnership_id`,
  })
  partnershipLabel!: string | null;

  /** Whether whoever is reading is shown the names. */
  @VirtualColumn({ type: 'boolean', query: (d) => `select delegations.knows(${d}.organization_id, ${d}.id, ${d}.rule)` })
  known!: boolean;

  @VirtualColumn({
    type: 'integer',
    query: (d) =>
      `select count(*)::int from delegations.delegates counted where counted.organization_id = ${d}.organization_id and counted.delegation_id = ${d}.id`,
  })
  delegateCount!: number;
}
