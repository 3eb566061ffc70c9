import type { Id } from '@amity/kernel';
import { displayName, type NamedPerson } from '@amity/people';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { LegalHoldEntity } from './retention.entities.js';

@Injectable()
export class HoldsRepository {
  all(tx: TenantTx): Promise<LegalHoldEntity[]> {
    return tx.from(LegalHoldEntity, 'h').orderBy('h.releasedAt', 'DESC', 'NULLS FIRST').addOrderBy('h.id', 'DESC').getMany();
  }

  /** Whom or what each hold is about, as far as the reader may know it; the rest has no name here. */
  async names(tx: TenantTx): Promise<Map<Id, string>> {
    const rows = await tx.query<Partial<NamedPerson> & { id: Id; delegation: string | null }>(
      `select h.id, p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder", delegations.shown_name($1, h.delegation_id) as delegation
       from privacy.legal_holds h
       left join people.people p on p.organization_id = h.organization_id and p.id = h.person_id and not delegations.hides_person($1, p.id)
       where h.organization_id = $1`,
    );
    return new Map(
      rows.flatMap(({ id, givenName, familyName, nameOrder, delegation }): [Id, string][] => {
        const person = givenName != null && familyName != null && nameOrder ? displayName({ givenName, familyName, nameOrder }) : null;
        const name = person ?? delegation;
        return name === null ? [] : [[id, name]];
      }),
    );
  }
}
