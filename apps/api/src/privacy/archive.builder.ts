// The archive of one person: everything areas hold, as JSON for machines and as a page for people, without anybody else in it.
import { DomainError, type Id } from '@amity/kernel';
import { displayName, type NamedPerson } from '@amity/people';
import { type Others, withoutOthersIn } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import yazl from 'yazl';
import { Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { PersonEntity } from '../people/index.js';
import { archivePage } from './archive.page.js';
import { PersonalDataOf } from './personal-data.js';

@Injectable()
export class ArchiveBuilder {
  constructor(
    private readonly data: PersonalDataOf,
    private readonly organizations: Organizations,
  ) {}

  /** @returns a ZIP of `data.json` and `read-me.html` */
  async build(tx: TenantTx, personId: Id, now: Date): Promise<Buffer> {
    const person = await tx.find(PersonEntity, personId);
    if (!person) throw new DomainError('kernel.unknown', { what: 'person' });
    const { records, companions } = await this.data.gather(tx, personId);
    const { givenName, familyName, nativeName, salutation, email, phone, birthDate, countryCode, languages, worksAt } = person;
    const self = { givenName, familyName, nativeName, salutation, email, phone, birthDate, countryCode, languages, worksAt };
    const others = await this.others(tx, person, companions, JSON.stringify(records));
    const areas = withoutOthersIn(records, others) as typeof records;
    const content = { organization: (await this.organizations.of(tx)).name, madeAt: now.toISOString(), person: self, ...areas };
    return zipped({ 'data.json': `${JSON.stringify(content, null, 2)}\n`, 'read-me.html': archivePage(displayName(person), content) }, now);
  }

  /** Full names that stand anywhere in the texts, and every name of those who were close by; never a name that is the person's own. */
  private async others(tx: TenantTx, person: PersonEntity, companions: readonly Id[], text: string): Promise<Others> {
    const rows = await tx.query<NamedPerson & { id: Id; nativeName: string | null; worksAt: string | null }>(
      `select p.id, p.given_name as "givenName", p.family_name as "familyName", p.name_order as "nameOrder", p.native_name as "nativeName"
       from people.people p where p.organization_id = $1 and p.id <> $2 and (p.id = any($3)
         or (length(trim(p.given_name || p.family_name)) > 1 and (position(amity.fold(trim(p.given_name || ' ' || p.family_name)) in amity.fold($4)) > 0
           or position(amity.fold(trim(p.family_name || ' ' || p.given_name)) in amity.fold($4)) > 0)) or position(p.native_name in $4) > 0)`,
      [person.id, companions, text],
    );
    const own = new Set([person.givenName, person.familyName, displayName(person)].map((name) => name.toLowerCase()));
    const near = new Set(companions);
    const names = rows.flatMap(({ id, nativeName, ...named }) => [
      displayName(named),
      `${named.givenName} ${named.familyName}`,
      ...(nativeName === null ? [] : [nativeName]),
      ...(near.has(id) ? [named.givenName, named.familyName] : []),
    ]);
    return {
      names: names.filter((name) => !own.has(name.trim().toLowerCase())),
      own: [person.email, person.phone].filter((each) => each !== null),
    };
  }
}

/** The same files on the same day give the same bytes. */
async function zipped(files: Readonly<Record<string, string>>, mtime: Date): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name, { mtime });
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}
