import { Entity, VirtualColumn } from 'typeorm';
import { DelegationEntity } from '../delegations/index.js';

/** How far the program of a delegation is, as one JSON value of the same query. */
export interface Progress {
  readonly appointments: number;
  readonly tentative: number;
  readonly number: number | null;
  /** Something was saved after the latest version. */
  readonly changed: boolean;
}

/** A delegation with its partnership's name and the progress of its visit. Read only. */
@Entity({ schema: 'delegations', name: 'delegations' })
export class VisitListing extends DelegationEntity {
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

  @VirtualColumn({
    type: 'jsonb',
    query: (d) =>
      `select jsonb_build_object('appointments', held.appointments, 'tentative', held.tentative, 'number', latest.number,
         'changed', coalesce(held.touched > latest.created_at or v.updated_at > latest.created_at, false))
       from visits.visits v
       cross join lateral (
         select count(*) filter (where a.state <> 'cancelled' and a.removed_at is null)::int as appointments,
           count(*) filter (where a.state = 'tentative' and a.removed_at is null)::int as tentative, max(a.updated_at) as touched
         from visits.appointments a where a.organization_id = v.organization_id and a.visit_id = v.id
       ) held
       left join lateral (
         select i.number, i.created_at from visits.itinerary_versions i
         where i.organization_id = v.organization_id and i.visit_id = v.id order by i.number desc limit 1
       ) latest on true
       where v.organization_id = ${d}.organization_id and v.delegation_id = ${d}.id`,
  })
  progress!: Progress | null;
}
