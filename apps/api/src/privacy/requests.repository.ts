import type { Id } from '@amity/kernel';
import { displayName, type NamedPerson } from '@amity/people';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { ArchiveEntity, RequestEntity } from './request.entities.js';

/** Who a request is about, as far as the reader may know it, and whether something holds them. */
export interface About {
  readonly person: { readonly id: Id; readonly name: string } | null;
  readonly isHeld: boolean;
}

@Injectable()
export class RequestsRepository {
  /** All of them, or the one with this id. */
  some(tx: TenantTx, id: Id | null): Promise<RequestEntity[]> {
    const requests = tx.from(RequestEntity, 'r');
    return (id === null ? requests : requests.where('r.id = :id', { id })).getMany();
  }

  of(tx: TenantTx, personId: Id): Promise<RequestEntity[]> {
    return tx.from(RequestEntity, 'r').where('r.personId = :personId', { personId }).orderBy('r.id', 'DESC').getMany();
  }

  /** Of the same requests, in one query. */
  async abouts(tx: TenantTx, id: Id | null): Promise<Map<Id, About>> {
    const rows = await tx.query<NamedPerson & { id: Id; personId: Id; isShown: boolean; isHeld: boolean }>(
      `select r.id, p.id as "personId", p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder",
         p.erased_at is null and not delegations.hides_person($1, p.id) as "isShown", privacy.holds_person($1, p.id) as "isHeld"
       from privacy.requests r join people.people p on p.organization_id = r.organization_id and p.id = r.person_id where r.organization_id = $1 and ($2::uuid is null or r.id = $2)`,
      [id],
    );
    return new Map(
      rows.map(({ id, personId, isShown, isHeld, ...named }) => [
        id,
        { isHeld, person: isShown ? { id: personId, name: displayName(named) } : null },
      ]),
    );
  }

  /** Of the same requests. What is in them stays sealed: only when and by whom. */
  async archives(tx: TenantTx, id: Id | null): Promise<Map<Id, ArchiveEntity>> {
    const archives = tx.from(ArchiveEntity, 'a');
    const rows = await (id === null ? archives : archives.where('a.requestId = :id', { id }))
      .select(['a.organizationId', 'a.id', 'a.requestId', 'a.until', 'a.takenAt', 'a.takenBy', 'a.createdAt', 'a.version'])
      .getMany();
    return new Map(rows.map((row) => [row.requestId, row]));
  }

  archiveOf(tx: TenantTx, requestId: Id): Promise<ArchiveEntity | null> {
    return tx.from(ArchiveEntity, 'a').where('a.requestId = :requestId', { requestId }).setLock('pessimistic_write').getOne();
  }

  async emptyExpired(tx: TenantTx): Promise<void> {
    await tx.query(
      `update privacy.archives set contents = null, version = version + 1, updated_at = now()
       where organization_id = $1 and contents is not null and until < now()`,
    );
  }
}
