// Puts the planned rows of a roster into the database. Only what the file says is written: a blank cell leaves the stored
// value alone. After it, the same file has nothing new and nothing changed, also where a person was known before.
import { rosterKey, type RosterRow } from '@amity/delegations';
import { canonicalJson, type Existing, type ImportPlan, type PlannedRow } from '@amity/interchange';
import { DomainError, type Id } from '@amity/kernel';
import { displayName, type Person, type PersonInput } from '@amity/people';
import { Injectable } from '@nestjs/common';
import type { OwnColumns } from '../database/tenant-row.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { People, toPerson } from '../people/index.js';
import { DelegateEntity } from './delegate.entity.js';
import { toDelegate, type DelegateWithPerson } from './delegations.mapper.js';
import { DelegationsRepository } from './delegations.repository.js';

const rowsAtOnce = 100;

type RosterEntry = Partial<OwnColumns<DelegateEntity>> & Pick<DelegateEntity, 'delegationId' | 'personId' | 'rosterKey'>;
type New = Extract<PlannedRow<RosterRow>, { kind: 'new' }>;
type Changed = Extract<PlannedRow<RosterRow>, { kind: 'changed' }>;

@Injectable()
export class RosterWriter {
  constructor(
    private readonly people: People,
    private readonly delegations: DelegationsRepository,
  ) {}

  /** What the roster holds now, by the key it was entered under and by the key its person has today. */
  async stored(tx: TenantTx, delegationId: Id): Promise<Map<string, Existing<RosterRow>>> {
    const rows = await this.delegations.roster(tx, delegationId);
    const entries = rows.map((row) => [row, { id: row.id, values: rowOf(row) }] as const);
    return new Map([
      ...entries.map(([row, entry]) => [row.rosterKey, entry] as const),
      ...entries.map(([row, entry]) => [rosterKey(row.person), entry] as const),
    ]);
  }

  async write(
    tx: TenantTx,
    delegationId: Id,
    plan: ImportPlan<RosterRow>,
    report: (done: number, total: number) => Promise<void>,
  ): Promise<void> {
    const added = plan.rows.filter((row): row is New => row.kind === 'new');
    const changed = plan.rows.filter((row): row is Changed => row.kind === 'changed');
    const total = added.length + changed.length;
    await report(0, total);
    for (let start = 0; start < added.length; start += rowsAtOnce) {
      await this.add(tx, delegationId, added.slice(start, start + rowsAtOnce));
      await report(Math.min(start + rowsAtOnce, added.length), total);
    }
    for (const [at, row] of changed.entries()) {
      await this.change(tx, delegationId, row);
      if ((at + 1) % rowsAtOnce === 0 || at + 1 === changed.length) await report(added.length + at + 1, total);
    }
  }

  private async add(tx: TenantTx, delegationId: Id, rows: readonly New[]): Promise<void> {
    const people = await this.people.findOrCreateMany(
      tx,
      rows.map(({ values }) => personOf(values)),
    );
    const drafts: RosterEntry[] = [];
    for (const [at, { values }] of rows.entries()) {
      const person = people[at];
      if (!person) throw new Error('A person of the roster was neither found nor created.');
      const current = await this.brought(tx, person, values);
      drafts.push({ ...needsOf(values), delegationId, personId: current.id, rosterKey: rosterKey(current) });
    }
    const refuse = async (): Promise<never> => {
      const twin = (await this.delegations.roster(tx, delegationId)).find((row) =>
        drafts.some((draft) => draft.personId === row.personId || draft.rosterKey === row.rosterKey),
      );
      throw new DomainError('delegations.import_conflict', { name: twin ? displayName(twin.person) : '?' });
    };
    await tx.guarded(() => tx.insertMany(DelegateEntity, drafts), { delegates_travel_once: refuse, delegates_listed_once: refuse });
  }

  private async change(tx: TenantTx, delegationId: Id, { id, values }: Changed): Promise<void> {
    const current = await this.delegations.delegate(tx, delegationId, id);
    const person = await this.brought(tx, toPerson(current.person), values);
    await tx.update(DelegateEntity, id, 'any', { ...needsOf(values), rosterKey: rosterKey(person) }, 'delegate');
  }

  /** The person with what the file says about it; nothing is asked of the database when it says nothing new. */
  private async brought(tx: TenantTx, person: Person, values: RosterRow): Promise<Person> {
    const said = personOf(values);
    const news = Object.entries(said).some(([key, value]) => canonicalJson(value) !== canonicalJson(Reflect.get(person, key)));
    return news ? this.people.update(tx, person.id, 'any', { ...person, ...said }) : person;
  }
}

/** The part of a row that is the person's. Fields the file leaves blank stay out. */
function personOf({ givenName, familyName, email, phone, birthDate, languages }: RosterRow): PersonInput {
  return present({ givenName, familyName, email, phone, birthDate, languages });
}

/** The part of a row that is the delegate's. */
function needsOf({ role, gender, diet, petAllergies, needsBed, notes }: RosterRow) {
  return present({ role, gender, diet, petAllergies, needsBed, notes });
}

function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** A stored delegate in the fields of a roster row. */
function rowOf(row: DelegateWithPerson): Existing<RosterRow>['values'] {
  const { person, role, gender, diet, petAllergies, needsBed, notes } = toDelegate(row, row.person);
  const { givenName, familyName, email, phone, birthDate, languages } = person;
  return { givenName, familyName, email, phone, birthDate, languages, role, gender, diet, petAllergies, needsBed, notes };
}
