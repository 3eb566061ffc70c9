// Every question about appointments is one statement: the list with sites and people, and what has to be known to book one.
import type { HouseRule } from '@amity/delegations';
import { DomainError, type Id, type LocalDate } from '@amity/kernel';
import type { AppointmentDraft, AppointmentKind, AppointmentSite, AppointmentsQuery, AppointmentState, BookedPerson } from '@amity/visits';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';

/** An appointment with its site, its people by name, and the days of the delegation. */
export interface AppointmentRow {
  readonly id: Id;
  readonly visit_id: Id;
  readonly title: string;
  readonly kind: AppointmentKind;
  readonly track: number | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly zone: string;
  readonly state: AppointmentState;
  readonly everyone: boolean;
  readonly appointment_host: string | null;
  readonly notes: string | null;
  readonly version: number;
  readonly site: AppointmentSite | null;
  readonly people: BookedPerson[];
  readonly rule: HouseRule;
  readonly effective_rule: HouseRule;
  /** Whether whoever is reading is shown the names; the row holds them in any case. */
  readonly known: boolean;
  readonly arrives_on: LocalDate;
  readonly departs_on: LocalDate;
}

/** What booking a draft needs to know: the zone its times are meant in, and the resources it would hold. */
export interface Planning {
  readonly delegation_id: Id;
  readonly delegation_rule: HouseRule;
  /** Whether whoever is acting is shown the delegation's names. */
  readonly known: boolean;
  readonly zone: string;
  readonly site_id: Id | null;
  readonly site_zone: string | null;
  readonly exclusive: boolean;
  /** The delegation does not travel: its appointments hold nobody and nothing. */
  readonly called_off: boolean;
  readonly participants: Id[];
  readonly others: Id[];
}

const list = `
  with visit as (
    select v.id, v.delegation_id, d.arrives_on::text, d.departs_on::text, d.zone, d.rule
    from visits.visits v join delegations.delegations d on d.organization_id = v.organization_id and d.id = v.delegation_id
    where v.organization_id = $1 and v.id = $2
  ),
  roster as materialized (
    select g.person_id, visits.spoken_name(p.given_name, p.family_name, p.name_order) as name
    from visit join delegations.delegates g on g.organization_id = $1 and g.delegation_id = visit.delegation_id
    join people.people p on p.organization_id = $1 and p.id = g.person_id
  ),
  everyone as (
    select coalesce(jsonb_agg(jsonb_build_object('personId', person_id, 'name', name, 'as', 'participant') order by name, person_id), '[]') as people
    from roster
  )
  select a.id, a.visit_id, a.title, a.kind, a.track, a.starts_at, a.ends_at, a.zone, a.state, a.everyone, a.appointment_host, a.notes,
    a.rule, delegations.stricter(visit.rule, a.rule) as effective_rule,
    delegations.knows($1, visit.delegation_id, delegations.stricter(visit.rule, a.rule)) as known,
    a.version, visit.arrives_on, visit.departs_on,
    case when s.id is null then null else jsonb_build_object('id', s.id, 'name', s.name, 'address', s.address, 'zone', s.zone,
      'latitude', s.latitude, 'longitude', s.longitude, 'accessNotes', s.access_notes) end as site,
    case when a.everyone then everyone.people else coalesce(
      (select jsonb_agg(jsonb_build_object('personId', person_id, 'name', name, 'as', 'participant') order by name, person_id)
       from roster where person_id = any (a.participant_ids)), '[]') end
    || case when a.interpreter_ids || a.escort_ids = '{}' then '[]' else coalesce(
      (select jsonb_agg(jsonb_build_object('personId', p.id, 'name', visits.spoken_name(p.given_name, p.family_name, p.name_order),
          'as', case when p.id = any (a.interpreter_ids) then 'interpreter' else 'escort' end)
          order by p.id = any (a.interpreter_ids) desc, p.family_name, p.id)
       from people.people p where p.organization_id = $1 and p.id = any (a.interpreter_ids || a.escort_ids)), '[]') end as people
  from visit cross join everyone
  left join visits.appointments a on a.organization_id = $1 and a.visit_id = visit.id and a.removed_at is null
    and ($3::uuid is null or a.id = $3)
    and ($4::date is null or a.ends_at > $4::date::timestamp at time zone visit.zone)
    and ($5::date is null or a.starts_at < ($5::date + 1)::timestamp at time zone visit.zone)
  left join visits.sites s on s.organization_id = $1 and s.id = a.site_id
  order by a.starts_at, a.ends_at, a.id`;

@Injectable()
export class AppointmentsRepository {
  /** In the order of time. One query, whatever their number. */
  async ofVisit(tx: TenantTx, visitId: Id, { from, to }: AppointmentsQuery = {}): Promise<AppointmentRow[]> {
    const rows = await tx.query<AppointmentRow | { id: null }>(list, [visitId, null, from ?? null, to ?? null]);
    if (rows.length === 0) throw new DomainError('kernel.unknown', { what: 'visit' });
    return rows.filter((row) => row.id !== null);
  }

  async one(tx: TenantTx, visitId: Id, id: Id): Promise<AppointmentRow> {
    const [row] = await tx.query<AppointmentRow | { id: null }>(list, [visitId, id, null, null]);
    if (!row || row.id === null) throw new DomainError('kernel.unknown', { what: 'appointment' });
    return row;
  }

  /**
   * Throws when the visit or the site is unknown, or when somebody who was chosen is. The delegation is held until the transaction ends:
   * nobody leaves its roster and it is not called off while it is being booked.
   */
  async planning(
    tx: TenantTx,
    visitId: Id,
    draft: Pick<AppointmentDraft, 'siteId' | 'everyone' | 'participantIds' | 'interpreterIds' | 'escortIds'>,
  ): Promise<Planning> {
    const others = [...new Set([...draft.interpreterIds, ...draft.escortIds])];
    await tx.query(
      `select d.id from visits.visits v join delegations.delegations d on d.organization_id = v.organization_id and d.id = v.delegation_id
       where v.organization_id = $1 and v.id = $2 for share of d`,
      [visitId],
    );
    const [row] = await tx.query<Planning>(
      `select d.id as delegation_id, d.rule as delegation_rule, delegations.knows($1, d.id, d.rule) as known, d.zone, d.state = 'cancelled' as called_off,
         s.id as site_id, s.zone as site_zone, coalesce(s.one_group_at_a_time, false) as exclusive,
         array(select g.person_id from delegations.delegates g
           where g.organization_id = $1 and g.delegation_id = v.delegation_id and ($4 or g.person_id = any ($5::uuid[]))) as participants,
         array(select p.id from people.people p where p.organization_id = $1 and p.id = any ($6::uuid[]) and not delegations.hides_person($1, p.id)) as others
       from visits.visits v
       join delegations.delegations d on d.organization_id = v.organization_id and d.id = v.delegation_id
       left join visits.sites s on s.organization_id = v.organization_id and s.id = $3
       where v.organization_id = $1 and v.id = $2`,
      [visitId, draft.siteId, draft.everyone, draft.participantIds, others],
    );
    if (!row) throw new DomainError('kernel.unknown', { what: 'visit' });
    if (draft.siteId && !row.site_id) throw new DomainError('kernel.unknown', { what: 'site' });
    if (!draft.everyone && row.participants.length < draft.participantIds.length) throw new DomainError('visits.not_on_roster');
    if (row.others.length < others.length) throw new DomainError('visits.person_unknown');
    return row;
  }

  /** Appointments that somebody should take part in who is not booked: people who joined the roster later. */
  async notFullyBooked(tx: TenantTx, visitId: Id): Promise<Id[]> {
    const rows = await tx.query<{ id: Id }>(
      `select a.id from visits.appointments a join visits.visits v on v.organization_id = $1 and v.id = a.visit_id
       where a.organization_id = $1 and a.visit_id = $2 and a.state <> 'cancelled' and a.removed_at is null and exists (
         select 1 from delegations.delegates g
         where g.organization_id = $1 and g.delegation_id = v.delegation_id and (a.everyone or g.person_id = any (a.participant_ids))
           and not exists (select 1 from visits.bookings b
             where b.organization_id = $1 and b.appointment_id = a.id and b.person_id = g.person_id and b.active))
       order by a.starts_at, a.id`,
      [visitId],
    );
    return rows.map(({ id }) => id);
  }
}
