// What partners say of the fields they are shown: one entry for each delegate and field, the last one counts.
import { PartnerEntryDraft } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { PartnerEntryEntity } from './share.entities.js';

@Injectable()
export class PartnerEntries {
  /** By delegate. One query, whatever their number. */
  async of(tx: TenantTx, accountId: Id, delegateIds: readonly Id[]): Promise<ReadonlyMap<Id, PartnerEntryDraft[]>> {
    const rows = await tx
      .from(PartnerEntryEntity, 'e')
      .where('e.accountId = :accountId and e.delegateId = any(:delegateIds)', { accountId, delegateIds })
      .orderBy('e.id')
      .getMany();
    return new Map([...Map.groupBy(rows, (row) => row.delegateId)].map(([id, said]) => [id, said.map(asSaid)]));
  }

  /** Of a delegation, of partners with whom the field is still shared: what is no longer shared is no longer compared. */
  async ofDelegation(tx: TenantTx, delegationId: Id): Promise<PartnerEntryEntity[]> {
    return tx
      .from(PartnerEntryEntity, 'e')
      .where(
        `exists (select from delegations.delegates g where g.organization_id = e.organization_id and g.id = e.delegate_id and g.delegation_id = :delegationId
           and e.field = any (delegations.fields_shared_with(e.organization_id, g.delegation_id, e.account_id::text)))`,
        { delegationId },
      )
      .orderBy('e.id')
      .getMany();
  }

  async partnerNames(tx: TenantTx, accountIds: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
    const rows = await tx.query<{ id: Id; name: string }>(
      `select a.id, a.name from identity.accounts a where a.id = any ($2::uuid[])
         and exists (select from access.memberships m where m.organization_id = $1 and m.account_id = a.id)`,
      [accountIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async put(tx: TenantTx, of: { delegateId: Id; accountId: Id }, { field, value }: PartnerEntryDraft): Promise<void> {
    // Two entries of one field at once come one after the other
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || $2 || $3 || $4, 5163))`, [
      of.delegateId,
      of.accountId,
      field,
    ]);
    const known = await tx
      .from(PartnerEntryEntity, 'e')
      .where('e.delegateId = :delegateId and e.accountId = :accountId and e.field = :field', { ...of, field })
      .getOne();
    if (value === null) {
      if (known) await tx.remove(PartnerEntryEntity, known.id, 'any', 'entry');
    } else if (known) await tx.update(PartnerEntryEntity, known.id, 'any', { value }, 'entry');
    else await tx.insert(PartnerEntryEntity, { ...of, field, value });
  }
}

export function asSaid({ field, value }: PartnerEntryEntity): PartnerEntryDraft {
  return PartnerEntryDraft.parse({ field, value });
}
