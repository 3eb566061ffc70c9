import type { Id } from '@amity/kernel';
import { type ConsentPurpose, type ConsentStanding, defaultConsentTexts } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { PersonEntity } from '../people/index.js';
import { ConsentEntity, ConsentPolicyEntity, ConsentTextEntity } from './consent.entities.js';

@Injectable()
export class ConsentsRepository {
  /** Every decision of a person, in the order in which they were taken. */
  of(tx: TenantTx, personId: Id): Promise<ConsentEntity[]> {
    return tx.from(ConsentEntity, 'c').where('c.personId = :personId', { personId }).orderBy('c.id').getMany();
  }

  texts(tx: TenantTx): Promise<ConsentTextEntity[]> {
    return tx.from(ConsentTextEntity, 't').orderBy('t.purpose').addOrderBy('t.language').addOrderBy('t.edition').getMany();
  }

  /** The organization's texts; at their first use the ones every organization begins with. */
  async releasedTexts(tx: TenantTx): Promise<ConsentTextEntity[]> {
    const known = await this.texts(tx);
    if (known.length > 0) return known;
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text, 4713))`); // two first decisions at once: one brings the texts
    const meanwhile = await this.texts(tx);
    return meanwhile.length > 0 ? meanwhile : tx.insertMany(ConsentTextEntity, defaultConsentTexts);
  }

  /** Two decisions about one person come one after the other, so that the last one is the one taken last. */
  person(tx: TenantTx, id: Id): Promise<PersonEntity> {
    return tx.lock(PersonEntity, id, 'person');
  }

  async isRequired(tx: TenantTx, purpose: ConsentPurpose): Promise<boolean> {
    const policy = await tx.from(ConsentPolicyEntity, 'p').where('p.purpose = :purpose', { purpose }).getOne();
    return policy?.isRequired ?? true;
  }

  policy(tx: TenantTx, purpose: ConsentPurpose): Promise<ConsentPolicyEntity | null> {
    return tx.from(ConsentPolicyEntity, 'p').where('p.purpose = :purpose', { purpose }).getOne();
  }

  /** How many agree today to which edition: the last decision of each counts. */
  standing(tx: TenantTx): Promise<ConsentStanding[]> {
    return tx.query(
      `select last.purpose, last.language, last.edition, count(*)::int as given from (
         select distinct on (c.person_id, c.purpose) c.purpose, c.language, c.edition, c.decision from privacy.consents c
         where c.organization_id = $1 order by c.person_id, c.purpose, c.id desc) last
       where last.decision = 'given' group by 1, 2, 3 order by 1, 2, 3`,
    );
  }

  /** Who of these consents to a purpose today. One query, whatever their number. */
  async given(tx: TenantTx, personIds: readonly Id[], purpose: ConsentPurpose): Promise<Set<Id>> {
    const rows = await tx.query<{ personId: Id }>(
      `select person_id as "personId" from (
         select distinct on (c.person_id) c.person_id, c.decision from privacy.consents c
         where c.organization_id = $1 and c.person_id = any($2) and c.purpose = $3 order by c.person_id, c.id desc) last
       where decision = 'given'`,
      [personIds, purpose],
    );
    return new Set(rows.map(({ personId }) => personId));
  }
}
