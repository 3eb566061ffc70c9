import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { forget } from '../database/erasure.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { type Gathered, type PersonalData, PersonalDataOf } from '../privacy/index.js';

type IdRow = { readonly id: Id };

/** Appointments in which somebody takes part. Their bookings go; appointments and published itineraries keep everything but the full name. */
@Injectable()
export class VisitsPersonalData implements PersonalData {
  readonly area = 'visits';

  constructor(registry: PersonalDataOf) {
    registry.register(this);
  }

  async gather(tx: TenantTx, personId: Id): Promise<Gathered> {
    const appointments = await tx.query<{ title: string; startsAt: string; endsAt: string; as: string }>(
      `select a.title, to_char(a.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startsAt", to_char(a.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endsAt",
         case when $2 = any(a.interpreter_ids) then 'interpreter' when $2 = any(a.escort_ids) then 'escort' else 'participant' end as "as"
       from visits.appointments a where a.organization_id = $1 and a.removed_at is null and ($2 = any(a.participant_ids || a.interpreter_ids || a.escort_ids)
         or exists (select from visits.bookings b where b.organization_id = a.organization_id and b.appointment_id = a.id and b.person_id = $2 and b.active))
       order by a.starts_at, a.id`,
      [personId],
    );
    return { records: { appointments } };
  }

  async erase(tx: TenantTx, personId: Id): Promise<void> {
    await tx.query('delete from visits.bookings where organization_id = $1 and person_id = $2', [personId]);
    await tx.query(
      `update visits.appointments set participant_ids = array_remove(participant_ids, $2), interpreter_ids = array_remove(interpreter_ids, $2),
         escort_ids = array_remove(escort_ids, $2), version = version + 1, updated_at = now()
       where organization_id = $1 and $2 = any(participant_ids || interpreter_ids || escort_ids)`,
      [personId],
    );
    const mentions = await tx.query<IdRow>(
      `with who as (select visits.spoken_name(p.given_name, p.family_name, p.name_order) as name from people.people p where p.organization_id = $1 and p.id = $2),
         done as (update visits.appointments a set title = replace(a.title, who.name, 'Erased person'), notes = replace(a.notes, who.name, 'Erased person'),
           appointment_host = replace(a.appointment_host, who.name, 'Erased person'), version = version + 1, updated_at = now() from who
         where a.organization_id = $1 and position(who.name in concat_ws(' ', a.title, a.notes, a.appointment_host)) > 0 returning a.id)
       select id from done`,
      [personId],
    );
    await forget(
      tx,
      'visits.appointments',
      mentions.map(({ id }) => id),
      'changed',
    );
    const versions = await tx.query<IdRow>(
      `select forgotten as id from people.people p, visits.forget_name(visits.spoken_name(p.given_name, p.family_name, p.name_order)) forgotten
       where p.organization_id = $1 and p.id = $2`,
      [personId],
    );
    await forget(
      tx,
      'visits.itinerary_versions',
      versions.map(({ id }) => id),
      'changed',
    );
  }
}
