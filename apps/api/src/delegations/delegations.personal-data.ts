import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { forget } from '../database/erasure.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { type Gathered, type PersonalData, PersonalDataOf } from '../privacy/index.js';
import { DelegateEntity } from './delegate.entity.js';
import { PartnerEntryEntity } from './share.entities.js';

type IdRow = { readonly id: Id };

/** Somebody's parts in delegations. A delegate stays as a number; the roster's file goes, because it names them in the open. */
@Injectable()
export class DelegationsPersonalData implements PersonalData {
  readonly area = 'delegations';

  constructor(registry: PersonalDataOf) {
    registry.register(this);
  }

  async gather(tx: TenantTx, personId: Id): Promise<Gathered> {
    const parts = await tx.from(DelegateEntity, 'g').where('g.personId = :personId', { personId }).orderBy('g.id').getMany();
    const journeys = await tx.query<{ id: Id; name: string; direction: string; from: string; to: string; state: string }>(
      `select d.id, d.name, d.direction, d.arrives_on::text as "from", d.departs_on::text as "to", d.state from delegations.delegations d
       where d.organization_id = $1 and d.id = any($2)`,
      [parts.map(({ delegationId }) => delegationId)],
    );
    const others = await tx.query<{ personId: Id }>(
      `select distinct g.person_id as "personId" from delegations.delegates g where g.organization_id = $1 and g.delegation_id = any($2)`,
      [journeys.map(({ id }) => id)],
    );
    const delegations = parts.map(({ delegationId, role, gender, diet, petAllergies, needsBed, flights, notes }) => {
      const { id: _, ...journey } = journeys.find(({ id }) => id === delegationId) ?? { id: delegationId };
      return { ...journey, role, gender, diet, petAllergies, needsBed, flights, notes };
    });
    const said = await tx
      .from(PartnerEntryEntity, 'e')
      .where('e.delegateId = any(:ids)', { ids: parts.map(({ id }) => id) })
      .orderBy('e.id')
      .getMany();
    const saidByPartners = said.map(({ field, value, updatedAt }) => ({ field, value, saidOn: updatedAt.toISOString() }));
    return { records: { delegations, saidByPartners }, companions: others.map(({ personId: id }) => id) };
  }

  async erase(tx: TenantTx, personId: Id): Promise<void> {
    const parts = await tx.query<IdRow & { delegation_id: Id }>(
      `with done as (update delegations.delegates set gender = null, flights = null, roster_key = 'erased ' || id where organization_id = $1 and person_id = $2 returning id, delegation_id) select id, delegation_id from done`,
      [personId],
    );
    const ids = parts.map(({ id }) => id);
    for (const id of ids) await tx.update(DelegateEntity, id, 'any', { diet: [], petAllergies: [], notes: null }, 'delegate'); // sealed: the log says no more than that
    await forget(tx, 'delegations.delegates', ids, 'changed');
    const said = await tx.query<IdRow>(
      `with done as (delete from delegations.partner_entries where organization_id = $1 and delegate_id = any($2) returning id) select id from done`,
      [ids],
    );
    await forget(
      tx,
      'delegations.partner_entries',
      said.map(({ id }) => id),
    );
    const delegations = parts.map(({ delegation_id: id }) => id);
    const files = await tx.query<IdRow>(
      `with done as (delete from interchange.files where organization_id = $1 and about = any($2) returning id) select id from done`,
      [delegations],
    );
    await forget(
      tx,
      'interchange.files',
      files.map(({ id }) => id),
    );
    const jobs = await tx.query<IdRow>(
      `with done as (update interchange.jobs set result_sealed = null, version = version + 1 where organization_id = $1 and result_sealed is not null
         and (input->>'delegationId')::uuid = any($2) returning id) select id from done`,
      [delegations],
    );
    await forget(
      tx,
      'interchange.jobs',
      jobs.map(({ id }) => id),
      'changed',
    );
  }
}
