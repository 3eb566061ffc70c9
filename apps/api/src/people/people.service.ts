// The one list of people. Other areas hand people in through `People`, inside their own transaction; the rule of sameness
// is here alone: the same e-mail address and the same name, whatever its accents and case, are the same person.
import type { Actor } from '@amity/access';
import type { AuditPage } from '@amity/audit';
import type { Id, Page } from '@amity/kernel';
import { foldedName, PersonDraft, type PeopleQuery, type Person, type PersonInput } from '@amity/people';
import { Injectable } from '@nestjs/common';
import { toAuditEntry } from '../audit/index.js';
import { newId } from '../database/new-id.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { PeopleRepository } from './people.repository.js';
import { PersonFilters } from './person-filters.js';
import { PersonEntity } from './person.entity.js';
import { toPerson } from './person.mapper.js';

@Injectable()
export class People {
  constructor(
    private readonly tenants: Tenants,
    private readonly people: PeopleRepository,
    private readonly filters: PersonFilters,
  ) {}

  list(actor: Actor, query: PeopleQuery): Promise<Page<Person>> {
    return this.tenants.read(actor, async (tx) => {
      const page = await this.people.list(tx, query);
      return { ...page, items: page.items.map(toPerson) };
    });
  }

  get(actor: Actor, id: Id): Promise<Person> {
    return this.tenants.read(actor, async (tx) => toPerson(await this.people.get(tx, id)));
  }

  /** Somebody new on the list, even when somebody of that name is there. */
  add(actor: Actor, draft: PersonDraft): Promise<Person> {
    return this.tenants.write(actor, (tx) => this.create(tx, draft));
  }

  change(actor: Actor, id: Id, version: number, draft: PersonDraft): Promise<Person> {
    return this.tenants.write(actor, async (tx) => {
      await this.people.get(tx, id);
      return this.update(tx, id, version, draft);
    });
  }

  timeline(actor: Actor, id: Id, page: { cursor?: string | undefined; limit: number }): Promise<typeof AuditPage._output> {
    return this.tenants.read(actor, async (tx) => {
      await this.people.get(tx, id);
      const entries = await this.people.timeline(tx, id, page);
      return { ...entries, items: entries.items.map(toAuditEntry) };
    });
  }

  /** For other areas: somebody on the list whom whoever is acting may see. */
  async known(tx: TenantTx, id: Id): Promise<Person> {
    return toPerson(await this.people.get(tx, id));
  }

  async create(tx: TenantTx, draft: PersonInput): Promise<Person> {
    return toPerson(await tx.insert(PersonEntity, PersonDraft.parse(draft)));
  }

  async update(tx: TenantTx, id: Id, version: number | 'any', draft: PersonInput): Promise<Person> {
    await tx.lock(PersonEntity, id, 'person');
    const kept = await this.filters.through(tx, id, PersonDraft.parse(draft));
    return toPerson(await tx.update(PersonEntity, id, version, kept, 'person', toPerson));
  }

  /** The person this is, or a new one. A known person's data stay as they are. */
  async findOrCreate(tx: TenantTx, draft: PersonInput): Promise<Person> {
    const [person] = await this.findOrCreateMany(tx, [draft]);
    if (!person) throw new Error('Nobody was found or created.');
    return person;
  }

  /** The same for many, in their order; a handful of queries, whatever their number. */
  async findOrCreateMany(tx: TenantTx, drafts: readonly PersonInput[]): Promise<Person[]> {
    const parsed = drafts.map((draft) => PersonDraft.parse(draft));
    const known = await this.people.known(tx, parsed);
    const made = new Map<string, PersonDraft & { id: Id }>();
    const ids = parsed.map((draft, at) => {
      if (known[at]) return known[at];
      const id = newId();
      const sameness = draft.email === null ? id : `${draft.email} ${foldedName(draft.givenName, draft.familyName)}`;
      const twin = made.get(sameness);
      if (!twin) made.set(sameness, { ...draft, id });
      return twin?.id ?? id;
    });
    await tx.insertMany(PersonEntity, [...made.values()]);
    const rows = await tx.from(PersonEntity, 'p').where('p.id = any(:ids)', { ids }).getMany();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []).map(toPerson);
  }
}
