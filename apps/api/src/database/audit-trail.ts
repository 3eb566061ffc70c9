// The audit entries of one transaction, kept until just before its commit. The head of the organization's chain is locked while
// entries are written, so writing them last lets others wait for milliseconds, and makes the head the last lock there is: no two
// transactions can wait for each other over it. Why and for whom are the transaction's, so every entry of it says so.
import type { AuditAction, ReadPurpose } from '@amity/audit';
import { type Actor, nameOf } from '@amity/access';
import type { Id } from '@amity/kernel';
import type { EntityManager } from 'typeorm';
import { newId } from './new-id.js';

export interface TrailEntry {
  readonly action: AuditAction;
  /** `<area>.<table>` of the record. */
  readonly subject: string;
  readonly subjectId: Id;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly purpose?: ReadPurpose;
  readonly fields?: readonly string[];
}

/** The person for whom somebody acts, by the name they have today. */
export interface Behalf {
  readonly id: Id;
  readonly name: string;
}

const entriesAStatement = 5_000;

export class AuditTrail {
  private readonly entries: (TrailEntry & { readonly id: Id })[] = [];
  private reason: string | null = null;
  private behalf: Behalf | null = null;
  private readonly purposes = new Set<ReadPurpose>();

  constructor(private readonly actor: Actor) {}

  because(reason: string): void {
    this.reason = reason;
  }

  onBehalfOf(person: Behalf): void {
    this.behalf = person;
  }

  add(entries: readonly TrailEntry[]): void {
    for (const entry of entries) this.entries.push({ ...entry, id: newId() });
  }

  get length(): number {
    return this.entries.length;
  }

  /** Reads of any number of records, none included: that somebody looked and found nothing is still an answer with a purpose. */
  addReads(subject: string, ids: readonly Id[], fields: readonly string[], purpose: ReadPurpose): void {
    if (fields.length === 0) throw new Error('A read of no field at all cannot be recorded.');
    this.purposes.add(purpose);
    this.add(ids.map((subjectId) => ({ action: 'read', subject, subjectId, purpose, fields })));
  }

  /** Refuses unless reads were recorded, all of them for `purpose`. */
  mustBeReadsFor(purpose: ReadPurpose): void {
    if (this.purposes.size !== 1 || !this.purposes.has(purpose))
      throw new Error(`A sensitive read for "${purpose}" recorded ${[...this.purposes].join(', ') || 'nothing'}.`);
    if (this.entries.some(({ action }) => action !== 'read')) throw new Error('A sensitive read changed something.');
  }

  mustBeEmpty(): void {
    if (this.entries.length > 0 || this.purposes.size > 0)
      throw new Error('Sensitive fields are read under Tenants.readSensitive or write: a plain read keeps no record.');
  }

  /** Forgets what was added after the trail had `length` entries: a savepoint was rolled back, so it did not happen. */
  cutTo(length: number): void {
    this.entries.length = length;
  }

  /** Writes everything added so far, in the order in which it happened. */
  async write(manager: EntityManager): Promise<void> {
    for (let start = 0; start < this.entries.length; start += entriesAStatement) {
      await manager.query(
        `insert into audit.entries (organization_id, id, actor, account_id, reason, on_behalf_of, on_behalf_of_name,
           action, subject, subject_id, before, after, purpose, fields)
         select $1, e.id, $2, $3, $4, $5, $6, e.action, e.subject, e.subject_id, e.before, e.after, e.purpose, e.fields
         from rows from (jsonb_to_recordset($7::jsonb) as (
           id uuid, action text, subject text, subject_id uuid, before jsonb, after jsonb, purpose text, fields text[])) with ordinality
           as e(id, action, subject, subject_id, before, after, purpose, fields, place)
         order by e.place`,
        [
          this.actor.organizationId,
          nameOf(this.actor),
          this.actor.kind === 'member' ? this.actor.accountId : null,
          this.reason,
          this.behalf?.id ?? null,
          this.behalf?.name ?? null,
          JSON.stringify(
            this.entries.slice(start, start + entriesAStatement).map(({ subjectId, ...entry }) => ({ ...entry, subject_id: subjectId })),
          ),
        ],
      );
    }
  }
}
