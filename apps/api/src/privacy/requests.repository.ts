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
  all(tx: TenantTx): Promise<RequestEntity[]> {
    return tx.from(RequestEntity, 'r').getMany();
  }

  of(tx: TenantTx, personId: Id): Promise<RequestEntity[]> {
    return tx.from(RequestEntity, 'r').where('r.personId = :personId', { personId }).orderBy('r.id', 'DESC').getMany();
  }

  /** Of every request, in one query. */
  async abouts(tx: TenantTx): Promise<Map<Id, About>> {
    const rows = await tx.query<NamedPerson & { id: Id; personId: Id; isShown: boolean; isHeld: boolean }>(
      `select r.id, p.id as "personId", p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder",
         p.erased_at is null and not delegations.hides_person($1, p.id) as "isShown", privacy.holds_person($1, p.id) as "isHeld"
       from privacy.requests r join people.people p on p.organization_id = r.organization_id and p.id = r.person_id where r.organization_id = $1`,
    );
    return new Map(
      rows.map(({ id, personId, isShown, isHeld, ...named }) => [
        id,
        { isHeld, person: isShown ? { id: personId, name: displayName(named) } : null },
      ]),
    );
  }

  /** What is in them stays sealed: only when and by whom. */
  async archives(tx: TenantTx): Promise<Map<Id, ArchiveEntity>> {
    const rows = await tx
      .from(ArchiveEntity, 'a')
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
