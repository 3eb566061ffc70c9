import type { PeopleQuery } from '@amity/people';
import { DomainError, type Id, type Page } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { AuditEntity } from '../audit/index.js';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { PersonEntity } from './person.entity.js';

/** Somebody to look for: the address in lower case, and the name as it is written. Without an address nobody is found. */
export interface Sought {
  readonly email: string | null;
  readonly givenName: string;
  readonly familyName: string;
}

@Injectable()
export class PeopleRepository {
  /** By family name, without those whom the reader need not know. Every word of `q` must occur somewhere in the person's searchable text. */
  list(tx: TenantTx, query: PeopleQuery): Promise<Page<PersonEntity>> {
    const people = tx
      .from(PersonEntity, 'p')
      .where(`not ${hidden('p')}`)
      .where('p.erasedAt is null');
    (query.q ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 8)
      .forEach((word, i) => people.where(`p.search like '%' || amity.fold(:word${i}) || '%'`, { [`word${i}`]: literal(word) }));
    return keysetPage(
      people,
      [
        { by: 'p.familyName', type: 'text' },
        { by: 'p.givenName', type: 'text' },
        { by: 'p.id', type: 'uuid' },
      ],
      query,
      (person) => [person.familyName, person.givenName, person.id],
    );
  }

  /** Somebody whom the reader could only know from a delegation whose names are withheld is nobody. */
  async get(tx: TenantTx, id: Id): Promise<PersonEntity> {
    const person = await tx
      .from(PersonEntity, 'p')
      .where(`p.id = :id and not ${hidden('p')}`, { id })
      .getOne();
    if (!person) throw new DomainError('kernel.unknown', { what: 'person' });
    return person;
  }

  /**
   * Who of these is known already, in their order; null for somebody new. One query, whatever their number. The addresses
   * are locked until the transaction ends, so that two of these at once never create one person twice.
   */
  async known(tx: TenantTx, sought: readonly Sought[]): Promise<(Id | null)[]> {
    const list = JSON.stringify(sought.map((one, at) => ({ at, email: one.email, name: `${one.givenName} ${one.familyName}` })));
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended(email, 4711))
       from (select distinct $1::text || lower(s.email) as email from jsonb_to_recordset($2::jsonb) as s(email text) where s.email is not null order by 1) addresses`,
      [list],
    );
    const found = await tx.query<{ at: number; id: Id }>(
      `select distinct on (s.at) s.at, p.id
       from jsonb_to_recordset($2::jsonb) as s(at int, email text, name text)
       join people.people p on p.organization_id = $1 and p.email = lower(s.email)
        and amity.fold(trim(p.given_name || ' ' || p.family_name)) = amity.fold(trim(s.name))
       order by s.at, p.id`,
      [list],
    );
    const byPlace = new Map(found.map((row) => [row.at, row.id]));
    return sought.map((_, at) => byPlace.get(at) ?? null);
  }

  /** What happened to a person's record, newest first. */
  timeline(tx: TenantTx, id: Id, page: { cursor?: string | undefined; limit: number }): Promise<Page<AuditEntity>> {
    const entries = tx.manager
      .createQueryBuilder(AuditEntity, 'e')
      .where('e.organizationId = :organizationId and e.subjectId = :id', { organizationId: tx.organizationId, id })
      .andWhere(`e.action in ('created', 'changed', 'removed')`);
    return keysetPage(entries, [{ by: 'e.number', type: 'bigint', descending: true }], page, (entry) => [entry.number]);
  }
}

/** The Chatham House rule in the list of people. The predicate is the database's, because it looks into areas above this one. */
function hidden(person: string): string {
  return `delegations.hides_person(${person}.organizationId, ${person}.id)`;
}

/** `%` and `_` in what somebody types mean themselves. */
function literal(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
