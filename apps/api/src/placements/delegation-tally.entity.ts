import { Entity, VirtualColumn } from 'typeorm';
import { DelegationEntity } from '../delegations/index.js';

const guests = (d: string) =>
  `from delegations.delegates g where g.organization_id = ${d}.organization_id and g.delegation_id = ${d}.id and g.needs_bed`;

/** Guests whose nights are all covered by placements in these states; the exclusion constraint lets no two of them overlap. */
const covered = (d: string, states: string) => `select count(*)::int ${guests(d)} and (
  select coalesce(sum(upper(stay.nights) - lower(stay.nights)), 0)
  from (select p.nights * daterange(${d}.arrives_on, ${d}.departs_on) as nights from placements.placements p
        where p.organization_id = g.organization_id and p.delegate_id = g.id and p.state in (${states})) stay
  where not isempty(stay.nights)) >= ${d}.departs_on - ${d}.arrives_on`;

/** A delegation with how far its placements are, in the same query. Read only. */
@Entity({ schema: 'delegations', name: 'delegations' })
export class DelegationTally extends DelegationEntity {
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

  @VirtualColumn({ type: 'boolean', query: (d) => `select delegations.knows(${d}.organization_id, ${d}.id, ${d}.rule)` })
  known!: boolean;

  @VirtualColumn({ type: 'integer', query: (d) => `select count(*)::int ${guests(d)}` })
  guests!: number;

  @VirtualColumn({ type: 'integer', query: (d) => covered(d, `'offered', 'accepted'`) })
  placed!: number;

  @VirtualColumn({ type: 'integer', query: (d) => covered(d, `'accepted'`) })
  accepted!: number;
}
