// Appointments: planned, moved, cancelled, brought back. Each of these settles the bookings in the same transaction, so nothing
// is ever half saved: an appointment that cannot be booked is not there.
import type { Actor } from '@amity/access';
import { stricter, type HouseRule } from '@amity/delegations';
import { DomainError, type Id } from '@amity/kernel';
import {
  appointmentStates,
  resolveLocal,
  type Appointment,
  type AppointmentDraft,
  type AppointmentsQuery,
  type AppointmentState,
} from '@amity/visits';
import { Injectable } from '@nestjs/common';
import type { OwnColumns } from '../database/tenant-row.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { HouseRules, knownDelegation } from '../delegations/index.js';
import { AppointmentEntity } from './appointment.entity.js';
import { AppointmentsRepository, type Planning } from './appointments.repository.js';
import { Bookings } from './bookings.js';
import { toAppointment } from './visits.mapper.js';

@Injectable()
export class Appointments {
  constructor(
    private readonly tenants: Tenants,
    private readonly rules: HouseRules,
    private readonly appointments: AppointmentsRepository,
    private readonly bookings: Bookings,
  ) {}

  list(actor: Actor, visitId: Id, query: AppointmentsQuery): Promise<{ items: Appointment[] }> {
    return this.tenants.read(actor, async (tx) => ({ items: (await this.appointments.ofVisit(tx, visitId, query)).map(toAppointment) }));
  }

  get(actor: Actor, id: Id): Promise<Appointment> {
    return this.tenants.read(actor, async (tx) => this.show(tx, await present(tx.get(AppointmentEntity, id, 'appointment'))));
  }

  plan(actor: Actor, visitId: Id, draft: AppointmentDraft): Promise<Appointment> {
    return this.tenants.write(actor, (tx) => this.create(tx, visitId, draft));
  }

  /** For other areas and the demo: inside the caller's transaction. */
  async create(tx: TenantTx, visitId: Id, draft: AppointmentDraft): Promise<Appointment> {
    const planning = await this.appointments.planning(tx, visitId, draft);
    await refuseUnknowing(tx, planning);
    await this.underRule(tx, planning, draft, 'public', draft.rule);
    const row = await tx.insert(AppointmentEntity, { visitId, removedAt: null, ...valuesOf(draft, planning) });
    await this.bookings.settle(tx, row, planning, true);
    return this.show(tx, row);
  }

  change(actor: Actor, id: Id, version: number, draft: AppointmentDraft): Promise<Appointment> {
    return this.tenants.write(actor, async (tx) => {
      const current = await present(tx.lock(AppointmentEntity, id, 'appointment'));
      const planning = await this.appointments.planning(tx, current.visitId, draft);
      await refuseUnknowing(tx, planning, current.rule);
      if (current.version === version) await this.underRule(tx, planning, draft, current.rule, draft.rule);
      if (draft.state !== current.state) allow(current.state, draft.state);
      return this.save(tx, current, version, valuesOf(draft, planning), planning);
    });
  }

  move(actor: Actor, id: Id, version: number, state: AppointmentState): Promise<Appointment> {
    return this.tenants.write(actor, async (tx) => {
      const current = await present(tx.lock(AppointmentEntity, id, 'appointment'));
      const planning = await this.planningOf(tx, current);
      await refuseUnknowing(tx, planning, current.rule);
      if (current.version === version) allow(current.state, state);
      return this.save(tx, current, version, { state }, planning);
    });
  }

  remove(actor: Actor, id: Id, version: number): Promise<void> {
    return this.tenants.write(actor, async (tx) => {
      const current = await present(tx.lock(AppointmentEntity, id, 'appointment'));
      await refuseUnknowing(tx, await this.planningOf(tx, current), current.rule);
      const stale = current.version === version ? null : await this.show(tx, current);
      await tx.update(AppointmentEntity, id, version, { removedAt: new Date() }, 'appointment', () => stale);
      await this.bookings.forget(tx, id);
    });
  }

  /** Undoes a removal; refused when its people or its site were booked meanwhile. Does nothing when it was not removed. */
  bringBack(actor: Actor, id: Id): Promise<Appointment> {
    return this.tenants.write(actor, async (tx) => {
      const row = await tx.update(AppointmentEntity, id, 'any', { removedAt: null }, 'appointment');
      const planning = await this.planningOf(tx, row);
      await refuseUnknowing(tx, planning, row.rule);
      await this.bookings.settle(tx, row, planning, false);
      return this.show(tx, row);
    });
  }

  /** Books people who joined the roster after their appointments were planned. */
  async catchUp(tx: TenantTx, visitId: Id): Promise<void> {
    for (const id of await this.appointments.notFullyBooked(tx, visitId)) {
      const row = await tx.get(AppointmentEntity, id, 'appointment');
      await this.bookings.settle(tx, row, await this.planningOf(tx, row), false);
    }
  }

  /** After a site began or stopped to receive one group at a time. */
  async resettleSite(tx: TenantTx, siteId: Id): Promise<void> {
    const rows = await tx
      .from(AppointmentEntity, 'a')
      .where('a.siteId = :siteId and a.removedAt is null', { siteId })
      .orderBy('a.startsAt')
      .getMany();
    for (const row of rows) await this.bookings.settle(tx, row, await this.planningOf(tx, row), false);
  }

  /** Puts an appointment under another rule, or refuses to loosen it without its participants' consent. */
  private async underRule(
    tx: TenantTx,
    planning: Planning,
    draft: AppointmentDraft,
    own: HouseRule,
    wanted: HouseRule = own,
  ): Promise<void> {
    const [present, next] = [own, wanted].map((rule) => stricter(planning.delegation_rule, rule)) as [HouseRule, HouseRule];
    await this.rules.prepareAppointment(
      tx,
      planning.delegation_id,
      present,
      next,
      draft.everyone ? 'everyone' : new Set(planning.participants),
    );
  }

  private async save(
    tx: TenantTx,
    current: AppointmentEntity,
    version: number,
    values: Partial<OwnColumns<AppointmentEntity>>,
    planning: Planning,
  ): Promise<Appointment> {
    const stale = current.version === version ? null : await this.show(tx, current);
    const row = await tx.update(AppointmentEntity, current.id, version, values, 'appointment', () => stale);
    await this.bookings.settle(tx, row, planning, false);
    return this.show(tx, row);
  }

  /** As the row says; people who left the roster are let go. */
  private async planningOf(tx: TenantTx, row: AppointmentEntity): Promise<Planning> {
    return this.appointments.planning(tx, row.visitId, { ...row, everyone: row.everyone, participantIds: await this.stillListed(tx, row) });
  }

  private async stillListed(tx: TenantTx, row: AppointmentEntity): Promise<Id[]> {
    if (row.everyone) return [];
    const { people } = await this.appointments.one(tx, row.visitId, row.id);
    return people.filter((person) => person.as === 'participant').map((person) => person.personId);
  }

  private async show(tx: TenantTx, row: AppointmentEntity): Promise<Appointment> {
    return toAppointment(await this.appointments.one(tx, row.visitId, row.id));
  }
}

async function present(row: Promise<AppointmentEntity>): Promise<AppointmentEntity> {
  const appointment = await row;
  if (appointment.removedAt) throw new DomainError('kernel.unknown', { what: 'appointment' });
  return appointment;
}

/** Asks once more only where the plan itself does not say yes. @param rule the appointment's own */
async function refuseUnknowing(tx: TenantTx, planning: Planning, rule: HouseRule = 'public'): Promise<void> {
  if (!planning.known || rule !== 'public') await knownDelegation(tx, planning.delegation_id, rule);
}

function allow(from: AppointmentState, to: AppointmentState): void {
  if (!appointmentStates.allows(from, to)) throw new DomainError('kernel.state', { what: 'appointment', from, to });
}

function valuesOf({ startsAt, endsAt, ...draft }: AppointmentDraft, planning: Planning) {
  const zone = planning.site_zone ?? planning.zone;
  return { ...draft, zone, startsAt: instantOf('startsAt', startsAt, zone), endsAt: instantOf('endsAt', endsAt, zone) };
}

function instantOf(path: string, local: string, zone: string): Date {
  const time = resolveLocal(local, zone);
  if (time.kind !== 'missing') return new Date(time.at);
  const [day, next] = [local.slice(0, 10), time.after.slice(0, 10)];
  if (time.before.slice(0, 10) !== next)
    throw new DomainError('visits.missing_day', { zone, day, next }, { errors: [{ path, detail: `${day} does not exist in ${zone}.` }] });
  const params = { zone, time: local.slice(11), before: time.before.slice(11), after: time.after.slice(11) };
  throw new DomainError('visits.missing_time', params, {
    errors: [{ path, detail: `${params.time} does not exist on this day: the clocks jump from ${params.before} to ${params.after}.` }],
  });
}
