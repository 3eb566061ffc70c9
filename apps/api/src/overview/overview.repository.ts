// The facts of the day, read across the areas: six queries, however much there is. Nothing here is written.
import type { Id, LocalDate } from '@amity/kernel';
import { displayName, type NameOrder } from '@amity/people';
import type { Beginnings, NeedFacts, TodayAppointment, TodayDelegation, TodayHome } from '@amity/overview';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';

interface NameColumns {
  readonly givenName: string;
  readonly familyName: string;
  readonly nameOrder: NameOrder;
}

/** Of a closed appointment `a` of delegation `d` only those who need to know are told more than when it is. */
const told = `(delegations.stricter(d.rule, a.rule) <> 'closed' or delegations.knows(d.organization_id, d.id, 'closed'))`;

const daysAhead = 60;
/** "This month": what lapses until then is asked to be renewed now. */
const lapseDays = 31;

@Injectable()
export class OverviewRepository {
  delegations(tx: TenantTx, today: LocalDate): Promise<TodayDelegation[]> {
    return tx.query<TodayDelegation>(
      `select d.id, delegations.shown_name(d.organization_id, d.id) as name, d.direction, d.arrives_on::text as "arrivesOn", d.departs_on::text as "departsOn",
         coalesce(g.guests, 0) as guests, coalesce(g.placed, 0) as placed, coalesce(g.travellers, 0) as travellers,
         exists (select 1 from visits.visits v join visits.itinerary_versions i on i.organization_id = v.organization_id and i.visit_id = v.id
           where v.organization_id = d.organization_id and v.delegation_id = d.id) as published,
         case when c.id is not null and (d.rule <> 'closed' or delegations.knows(d.organization_id, d.id, d.rule))
           then json_build_object('name', c.name, 'zone', c.zone) end as partner
       from delegations.delegations d
       left join partnerships.partnerships ps on ps.organization_id = d.organization_id and ps.id = d.partnership_id
       left join partnerships.communities c on c.organization_id = ps.organization_id and c.id = ps.partner_community_id
       left join lateral (
         select count(*)::int as travellers, count(*) filter (where t.needs_bed)::int as guests,
           count(*) filter (where t.needs_bed and (
             select coalesce(sum(upper(p.nights * daterange(d.arrives_on, d.departs_on)) - lower(p.nights * daterange(d.arrives_on, d.departs_on))), 0)
             from placements.placements p
             where p.organization_id = t.organization_id and p.delegate_id = t.id and p.state in ('offered', 'accepted')
           ) >= d.departs_on - d.arrives_on)::int as placed
         from delegations.delegates t where t.organization_id = d.organization_id and t.delegation_id = d.id) g on true
       where d.organization_id = $1 and d.state <> 'cancelled' and d.departs_on >= $2::date and d.arrives_on <= $2::date + ${daysAhead}
       order by d.arrives_on, d.id`,
      [today],
    );
  }

  /** Homes in which guests sleep tonight. */
  tonight(tx: TenantTx, today: LocalDate): Promise<TodayHome[]> {
    return tx.query<TodayHome>(
      `select h.id as "householdId", h.name, count(*)::int as guests
       from placements.placements p join hosting.households h on h.organization_id = p.organization_id and h.id = p.household_id
       where p.organization_id = $1 and p.state = 'accepted' and p.nights @> $2::date
       group by h.id, h.name order by h.name, h.id`,
      [today],
    );
  }

  /** Appointments of the day on the organization's clock. */
  async appointments(tx: TenantTx, today: LocalDate, zone: string): Promise<TodayAppointment[]> {
    const rows = await tx.query<Omit<TodayAppointment, 'start' | 'end'> & { start: Date; end: Date }>(
      `select a.id, v.delegation_id as "delegationId", delegations.shown_name(d.organization_id, d.id) as "delegationName",
         case when ${told} then a.title else 'Closed appointment' end as title, a.kind, a.state, a.starts_at as start, a.ends_at as end,
         greatest(0, extract(epoch from (a.starts_at at time zone $3) - $2::timestamp) / 60)::int as from,
         (extract(epoch from (a.ends_at at time zone $3) - $2::timestamp) / 60)::int as to,
         case when ${told} then s.name end as "siteName", case when a.everyone then null else cardinality(a.participant_ids) end as people
       from visits.appointments a
       join visits.visits v on v.organization_id = a.organization_id and v.id = a.visit_id
       join delegations.delegations d on d.organization_id = v.organization_id and d.id = v.delegation_id
       left join visits.sites s on s.organization_id = a.organization_id and s.id = a.site_id
       where a.organization_id = $1 and a.state <> 'cancelled' and a.removed_at is null and d.state <> 'cancelled'
         and a.ends_at > $2::timestamp at time zone $3 and a.starts_at < ($2::timestamp + interval '1 day') at time zone $3
       order by a.starts_at, a.id`,
      [today, zone],
    );
    return rows.map((row) => ({ ...row, start: row.start.toISOString(), end: row.end.toISOString() }));
  }

  /** For whoever reaches everything: the newest passed checks of families that may host, where they run out soon; `blocks` when a guest still sleeps there then. */
  async lapses(tx: TenantTx, today: LocalDate): Promise<NeedFacts['lapses']> {
    interface Row extends Partial<NameColumns> {
      readonly householdId: Id;
      readonly household: string;
      readonly requirement: string;
      readonly due: LocalDate;
      readonly blocks: boolean;
    }
    const rows = await tx.query<Row>(
      `select h.id as "householdId", h.name as household, r.label as requirement, (c.valid_until + 1)::text as due,
         g.given_name as "givenName", g.family_name as "familyName", g.name_order as "nameOrder",
         exists (select 1 from placements.placements p where p.organization_id = h.organization_id and p.household_id = h.id
           and p.state in ('offered', 'accepted') and upper(p.nights) - 1 > c.valid_until and upper(p.nights) > $2::date) as blocks
       from (select distinct on (k.household_id, k.requirement_id, k.member_id) k.*
             from hosting.checks k where k.organization_id = $1
             order by k.household_id, k.requirement_id, k.member_id, k.checked_on desc, k.id desc) c
       join hosting.households h on h.organization_id = c.organization_id and h.id = c.household_id and h.state = 'approved'
       join hosting.requirements r on r.organization_id = c.organization_id and r.id = c.requirement_id
       left join hosting.members m on m.organization_id = c.organization_id and m.id = c.member_id
       left join people.people g on g.organization_id = m.organization_id and g.id = m.person_id
       where amity.reaches_all() and c.outcome = 'passed' and c.valid_until between $2::date - 1 and $2::date + ${lapseDays}
       order by c.valid_until, h.name, r.position limit 20`,
      [today],
    );
    return rows.map(({ givenName, familyName, nameOrder, ...row }) => ({
      ...row,
      member: givenName && nameOrder ? displayName({ givenName, familyName: familyName ?? '', nameOrder }) : null,
    }));
  }

  /** Offers that wait longer than `days`, the longest first. */
  async unanswered(tx: TenantTx, today: LocalDate, zone: string, days: number): Promise<NeedFacts['unanswered']> {
    interface Row extends NameColumns {
      readonly delegationId: Id;
      readonly delegateId: Id;
      readonly household: string;
      readonly askedOn: LocalDate;
      readonly known: boolean;
    }
    const rows = await tx.query<Row>(
      `select d.delegation_id as "delegationId", d.id as "delegateId", h.name as household, (p.created_at at time zone $3)::date::text as "askedOn",
         g.given_name as "givenName", g.family_name as "familyName", g.name_order as "nameOrder", delegations.known(d.organization_id, d.delegation_id) as known
       from placements.placements p
       join delegations.delegates d on d.organization_id = p.organization_id and d.id = p.delegate_id
       join people.people g on g.organization_id = d.organization_id and g.id = d.person_id
       join hosting.households h on h.organization_id = p.organization_id and h.id = p.household_id
       where p.organization_id = $1 and p.state = 'offered' and upper(p.nights) > $2::date
         and (p.created_at at time zone $3)::date < $2::date - $4::int
       order by p.created_at, p.id limit 20`,
      [today, zone, days],
    );
    return rows.map(({ givenName, familyName, nameOrder, known, ...row }) => ({
      ...row,
      guest: known ? displayName({ givenName, familyName, nameOrder }) : null,
    }));
  }

  /** How much there is at all, and the families that wait for somebody to begin their screening. */
  async counts(tx: TenantTx, zone: string): Promise<Beginnings & { waiting: NeedFacts['waiting'] }> {
    const [row] = await tx.query<Beginnings & { waitingCount: number; oldest: LocalDate | null }>(
      `select (select count(*)::int from partnerships.partnerships where organization_id = $1) as partnerships,
         (select count(*)::int from delegations.delegations where organization_id = $1) as delegations,
         count(*)::int as households, count(*) filter (where h.state = 'applied' and amity.reaches_all())::int as "waitingCount",
         min((h.created_at at time zone $2)::date) filter (where h.state = 'applied')::text as oldest
       from hosting.households h where h.organization_id = $1`,
      [zone],
    );
    const { waitingCount = 0, oldest = null, partnerships = 0, delegations = 0, households = 0 } = row ?? {};
    return { partnerships, delegations, households, waiting: { count: waitingCount, oldest } };
  }
}
