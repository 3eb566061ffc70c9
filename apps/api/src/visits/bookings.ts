// Whoever and whatever an appointment holds stands in `visits.bookings` for its span; two exclusion constraints refuse overlaps,
// whoever writes and however many at once. The rows follow from the appointment, which is what the audit log tells about.
import type { HouseRule } from '@amity/delegations';
import { DomainError, type Id } from '@amity/kernel';
import { doubleBookingParams, holds, type DoubleBooking } from '@amity/visits';
import { Injectable } from '@nestjs/common';
import { newId } from '../database/new-id.js';
import type { TenantTx } from '../database/tenant-tx.js';
import type { AppointmentEntity } from './appointment.entity.js';
import type { Planning } from './appointments.repository.js';

interface Held {
  readonly appointment_id: Id;
  readonly delegation_id: Id;
  readonly title: string;
  readonly delegation: string;
  readonly who: string;
  readonly resource: 'person' | 'site';
  readonly site: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly zone: string;
  readonly rule: HouseRule;
  /** Whether whoever is acting is shown the names of both appointments. */
  readonly known: boolean;
}

@Injectable()
export class Bookings {
  /**
   * Makes the bookings what the appointment says. Throws `visits.double_booked` with the appointment that stands in the way.
   * Bookings of one resource queue up behind each other, because two inserts that wait for each other's constraint would deadlock.
   */
  async settle(tx: TenantTx, appointment: AppointmentEntity, planning: Planning, isNew: boolean): Promise<void> {
    if (planning.called_off || !holds(appointment.state)) return this.release(tx, appointment.id);
    const people = [...new Set([...planning.participants, ...planning.others])];
    const site = planning.exclusive ? planning.site_id : null;
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended(resource, 4721))
       from (select distinct $1::text || r as resource from unnest($2::text[]) r order by 1) resources`,
      [site ? [...people, site] : people],
    );
    const refuse = (): Promise<never> => this.refuse(tx, appointment, people, site);
    await tx.guarded(
      async () => {
        if (!isNew) await this.forget(tx, appointment.id);
        await tx.query(
          `insert into visits.bookings (organization_id, id, appointment_id, person_id, site_id, during)
           select $1, r.id, $2, r.person_id, r.site_id, tstzrange($3, $4)
           from jsonb_to_recordset($5::jsonb) as r(id uuid, person_id uuid, site_id uuid)`,
          [
            appointment.id,
            appointment.startsAt,
            appointment.endsAt,
            JSON.stringify([...people.map((id) => ({ id: newId(), person_id: id })), ...(site ? [{ id: newId(), site_id: site }] : [])]),
          ],
        );
      },
      { bookings_person_once: refuse, bookings_site_once: refuse },
    );
  }

  /** The appointment was removed: it holds nobody, and nobody remembers it did. */
  async forget(tx: TenantTx, appointmentId: Id): Promise<void> {
    await tx.query(`delete from visits.bookings where organization_id = $1 and appointment_id = $2`, [appointmentId]);
  }

  /** Somebody left the roster: no appointment of the delegation holds them, unless it needs them to interpret or to escort. */
  async letTheUnlistedGo(tx: TenantTx, delegationId: Id): Promise<void> {
    await tx.query(
      `delete from visits.bookings b using visits.appointments a, visits.visits v
       where b.organization_id = $1 and a.organization_id = $1 and a.id = b.appointment_id
         and v.organization_id = $1 and v.id = a.visit_id and v.delegation_id = $2
         and b.person_id is not null and b.person_id <> all (a.interpreter_ids || a.escort_ids)
         and not exists (select from delegations.delegates g where g.organization_id = $1 and g.delegation_id = $2 and g.person_id = b.person_id)`,
      [delegationId],
    );
  }

  /** The delegation was called off: its appointments stay as they were written, and hold nobody and no site. Nothing is let go when it was taken up again. */
  async letAllGo(tx: TenantTx, delegationId: Id): Promise<void> {
    await tx.query(
      `update visits.bookings b set active = false, version = b.version + 1, updated_at = now()
       from visits.appointments a, visits.visits v, delegations.delegations d
       where b.organization_id = $1 and b.active and a.organization_id = $1 and a.id = b.appointment_id
         and v.organization_id = $1 and v.id = a.visit_id and v.delegation_id = $2
         and d.organization_id = $1 and d.id = $2 and d.state = 'cancelled'`,
      [delegationId],
    );
  }

  /** The appointment was cancelled: whom it held stays known, and is free. */
  private async release(tx: TenantTx, appointmentId: Id): Promise<void> {
    await tx.query(
      `update visits.bookings set active = false, version = version + 1, updated_at = now()
       where organization_id = $1 and appointment_id = $2 and active`,
      [appointmentId],
    );
  }

  /** Says which appointment stands in the way: the site's before a person's, the earliest of several. */
  private async refuse(tx: TenantTx, wanted: AppointmentEntity, people: readonly Id[], site: Id | null): Promise<never> {
    const [held] = await tx.query<Held>(
      `select a.id as appointment_id, v.delegation_id, a.title, d.name as delegation, s.name as site, a.starts_at, a.ends_at, a.zone,
         delegations.stricter(d.rule, a.rule) as rule,
         delegations.knows($1, d.id, delegations.stricter(d.rule, a.rule)) and (
           select delegations.knows($1, own.id, delegations.stricter(own.rule, $7)) from visits.visits w
           join delegations.delegations own on own.organization_id = $1 and own.id = w.delegation_id
           where w.organization_id = $1 and w.id = $8) as known,
         case when b.site_id is null then 'person' else 'site' end as resource,
         coalesce(booked_site.name, visits.spoken_name(p.given_name, p.family_name, p.name_order)) as who
       from visits.bookings b
       join visits.appointments a on a.organization_id = $1 and a.id = b.appointment_id
       join visits.visits v on v.organization_id = $1 and v.id = a.visit_id
       join delegations.delegations d on d.organization_id = $1 and d.id = v.delegation_id
       left join visits.sites s on s.organization_id = $1 and s.id = a.site_id
       left join visits.sites booked_site on booked_site.organization_id = $1 and booked_site.id = b.site_id
       left join people.people p on p.organization_id = $1 and p.id = b.person_id
       where b.organization_id = $1 and b.active and b.appointment_id <> $2 and b.during && tstzrange($3, $4)
         and (b.person_id = any ($5::uuid[]) or b.site_id = $6)
       order by b.site_id is null, a.starts_at, who, a.id limit 1`,
      [wanted.id, wanted.startsAt, wanted.endsAt, people, site, wanted.rule, wanted.visitId],
    );
    if (!held) throw new DomainError('visits.booked_meanwhile');
    // that a site is taken names nobody, unless the appointment itself may not be told of
    if (!held.known && (held.resource === 'person' || held.rule === 'closed')) throw new DomainError('visits.double_booked_withheld');
    const conflict: DoubleBooking = {
      appointmentId: held.appointment_id,
      delegationId: held.delegation_id,
      title: held.title,
      delegation: held.delegation,
      who: held.who,
      resource: held.resource,
      site: held.site,
      from: held.starts_at.toISOString(),
      to: held.ends_at.toISOString(),
      zone: held.zone,
    };
    throw new DomainError('visits.double_booked', doubleBookingParams(conflict), { conflict });
  }
}
