import type { Id } from '@amity/kernel';
import { displayName, foldedName, type NamedPerson } from '@amity/people';
import { type Hints, type Naming, type ProtectedPerson, wordsOf } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { PersonEntity } from '../people/index.js';
import { EndingEntity } from './protection.entities.js';

/** Where an address may be when nobody else on the list has one. */
const lastDomain = 'post.example';

@Injectable()
export class ProtectionRepository {
  /** Newest first; of one person, or of all. One query. */
  async protectedPeople(tx: TenantTx, personId: Id | null = null): Promise<ProtectedPerson[]> {
    const rows = await tx.query<NamedPerson & Omit<ProtectedPerson, 'name' | 'since'> & { since: Date }>(
      `select v.person_id as "personId", v.by, v.created_at as since, p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder"
       from privacy.vault v join people.people p on p.organization_id = v.organization_id and p.id = v.person_id
       where v.organization_id = $1 and ($2::uuid is null or v.person_id = $2) order by v.id desc`,
      [personId],
    );
    return rows.map(({ personId: id, by, since, ...named }) => ({
      personId: id,
      name: displayName(named),
      by,
      since: since.toISOString(),
    }));
  }

  /** What the records of these people bear, pseudonym or not. */
  async names(tx: TenantTx, personIds: readonly Id[]): Promise<Map<Id, string>> {
    const people = await tx.from(PersonEntity, 'p').where('p.id = any(:personIds)', { personIds }).getMany();
    return new Map(people.map((person) => [person.id, displayName(person)]));
  }

  /** Somebody hid their name again: whoever wanted to show it is no longer asked. @returns true when somebody wanted to */
  async withdrawEnding(tx: TenantTx, personId: Id): Promise<boolean> {
    const open = await tx.from(EndingEntity, 'e').where(`e.personId = :personId and e.state = 'requested'`, { personId }).getOne();
    if (open) await tx.update(EndingEntity, open.id, 'any', { state: 'withdrawn', decidedAt: new Date() }, 'request');
    return open !== null;
  }

  /** The person whose protection ended and who had this address meanwhile. */
  async formerly(tx: TenantTx, aliasEmail: string): Promise<PersonEntity | null> {
    const ended = await tx.from(EndingEntity, 'e').where('e.aliasEmail = :aliasEmail', { aliasEmail }).orderBy('e.id', 'DESC').getOne();
    return ended && tx.find(PersonEntity, ended.personId);
  }

  /** Which of these are under protection. */
  async among(tx: TenantTx, personIds: readonly Id[]): Promise<Set<Id>> {
    const rows = await tx.query<{ id: Id }>(
      `select person_id as id from privacy.vault where organization_id = $1 and person_id = any($2)`,
      [personIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What a pseudonym must fit to: who they seem to be, and what addresses are usual here. */
  async hints(tx: TenantTx, { id, nameOrder, countryCode, salutation, givenName, familyName }: PersonEntity): Promise<Hints> {
    const [known] = await tx.query<{ gender: string | null; domains: string[] | null }>(
      `select (select g.gender from delegations.delegates g where g.organization_id = $1 and g.person_id = $2 and g.gender is not null order by g.id desc limit 1) as gender,
         (select array_agg(d.domain) from (
           select split_part(p.email, '@', 2) as domain from people.people p
           where p.organization_id = $1 and p.id <> $2 and p.email is not null group by 1 order by count(*) desc, 1 limit 5) d) as domains`,
      [id],
    );
    const words = wordsOf({ givenName, familyName });
    const usual = (known?.domains ?? []).filter((domain) => !words.some((word) => foldedName(domain, '').includes(word)));
    return { nameOrder, countryCode, salutation, gender: known?.gender ?? null, domains: usual.length > 0 ? usual : [lastDomain] };
  }

  /** Everybody's names, to find one that is nobody's. */
  async foldedNames(tx: TenantTx): Promise<Set<string>> {
    const rows = await tx.query<{ given: string; family: string }>(
      `select given_name as given, family_name as family from people.people where organization_id = $1`,
    );
    return new Set(rows.map(({ given, family }) => foldedName(given, family)));
  }

  /** In every order, the names of those who share a word with this one: they keep theirs. */
  async namesakes(tx: TenantTx, personId: Id, real: Naming): Promise<string[]> {
    const rows = await tx.query<{ given: string; family: string; native: string | null }>(
      `select given_name as given, family_name as family, native_name as native from people.people
       where organization_id = $1 and id <> $2
         and (string_to_array(amity.fold(given_name || ' ' || family_name), ' ') && (select array_agg(amity.fold(word)) from unnest($3::text[]) word))`,
      [
        personId,
        [real.givenName, real.familyName, ...real.givenName.split(' '), ...real.familyName.split(' ')].filter((word) => word !== ''),
      ],
    );
    return rows.flatMap(({ given, family, native }) => [
      ...(family === '' ? [] : [`${given} ${family}`, `${family} ${given}`, `${family}, ${given}`]),
      ...(native ? [native] : []),
    ]);
  }

  /** The record bears the pseudonym. Neither its version nor its history tells that it was another one. */
  async rename(tx: TenantTx, personId: Id, alias: Naming): Promise<void> {
    await tx.query(
      `update people.people set given_name = $3, family_name = $4, native_name = $5, email = $6, phone = $7, birth_date = $8, works_at = $9
       where organization_id = $1 and id = $2`,
      [personId, alias.givenName, alias.familyName, alias.nativeName, alias.email, alias.phone, alias.birthDate, alias.worksAt],
    );
  }

  /** What was packed for them under the name they had; whoever needs an archive makes it anew. */
  async dropArchives(tx: TenantTx, personId: Id): Promise<void> {
    await tx.query(
      `delete from privacy.archives a using privacy.requests r
       where a.organization_id = $1 and r.organization_id = a.organization_id and r.id = a.request_id and r.person_id = $2`,
      [personId],
    );
  }
}
