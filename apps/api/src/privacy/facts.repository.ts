import type { ReadPurpose } from '@amity/audit';
import type { Id } from '@amity/kernel';
import { displayName, type NamedPerson } from '@amity/people';
import { type FactKind, factKinds, type SameDocument, type SensitiveRead } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { FactEntity } from './privacy.entities.js';

/** How many readings a person's page tells of. */
const readsShown = 20;

@Injectable()
export class FactsRepository {
  /** In the order of the kinds, then as they were told. */
  async of(tx: TenantTx, personId: Id): Promise<FactEntity[]> {
    const rows = await tx.from(FactEntity, 'f').where('f.personId = :personId', { personId }).orderBy('f.id').getMany();
    return rows.sort((a, b) => factKinds.indexOf(a.kind) - factKinds.indexOf(b.kind));
  }

  kept(tx: TenantTx, personId: Id): Promise<number> {
    return tx.from(FactEntity, 'f').where('f.personId = :personId', { personId }).getCount();
  }

  /** Newest first, from the audit log. */
  async reads(tx: TenantTx, personId: Id): Promise<SensitiveRead[]> {
    const rows = await tx.query<{ id: Id; at: Date; actor: string; kinds: FactKind[]; purpose: ReadPurpose }>(
      `select id, at, actor, fields as kinds, purpose from audit.entries
       where organization_id = $1 and subject_id = $2 and subject = 'people.people' and action = 'read' and fields <@ $3::text[]
       order by number desc limit $4`,
      [personId, factKinds, readsShown],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** Who else holds a document with the number of these, by the fact's id. One query, and nobody else's fact is opened. */
  async sameDocuments(tx: TenantTx, facts: readonly FactEntity[]): Promise<Map<Id, SameDocument[]>> {
    const rows = await tx.query<NamedPerson & { factId: Id; personId: Id }>(
      `select distinct mine.id as "factId", p.id as "personId", p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder"
       from privacy.facts mine
       join privacy.facts other on other.organization_id = mine.organization_id and other.number_index = mine.number_index and other.person_id <> mine.person_id
       join people.people p on p.organization_id = other.organization_id and p.id = other.person_id
       where mine.organization_id = $1 and mine.id = any($2) order by p.id`,
      [facts.filter(({ kind }) => kind === 'identity_document').map(({ id }) => id)],
    );
    const found = new Map<Id, SameDocument[]>();
    for (const { factId, personId, ...named } of rows)
      found.set(factId, [...(found.get(factId) ?? []), { personId, name: displayName(named) }]);
    return found;
  }
}
