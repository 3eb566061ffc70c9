// One tenant's open transaction. Every statement runs under `app.organization_id`, so row-level security already hides
// other tenants; the predicate is added as well. A write, its audit entry and the sealing of what is sensitive are one call: none can be
// forgotten.
import { changesBetween, type ReadPurpose } from '@amity/audit';
import type { Actor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity, SelectQueryBuilder } from 'typeorm';
import { AuditTrail, type Behalf } from './audit-trail.js';
import { violationOf, type Violation } from './constraint-violation.js';
import { newId } from './new-id.js';
import { columnOf, initialValues, sealedColumnsOf, type Sealing } from './sealing/index.js';
import { TenantRow, type OwnColumns } from './tenant-row.js';

type EntityClass<E extends TenantRow> = (new () => E) & { readonly unrecorded: readonly string[] };
type Draft<E extends TenantRow> = Partial<OwnColumns<E>> & { id?: Id };

/** What to do when a named constraint refuses: look up the other record and throw a DomainError that names it. */
export type OnViolation = Readonly<Record<string, (violation: Violation) => Promise<never> | never>>;

export class TenantTx {
  private savepoints = 0;
  /** What this transaction did; `Tenants` writes it just before the commit. */
  readonly trail: AuditTrail;

  constructor(
    readonly manager: EntityManager,
    readonly actor: Actor,
    readonly sealing: Sealing,
  ) {
    this.trail = new AuditTrail(actor);
  }

  get organizationId(): Id {
    return this.actor.organizationId;
  }

  /** Why this transaction is done, in somebody's words: every entry of it says so, before and after this call. */
  because(reason: string): this {
    this.trail.because(reason);
    return this;
  }

  /** For whom this transaction is done, when a member acts for somebody else: every entry of it says so. */
  onBehalfOf(person: Behalf): this {
    this.trail.onBehalfOf(person);
    return this;
  }

  /** Sensitive fields were read: one entry a record. Only under `Tenants.readSensitive` or `write`, where it can be kept. */
  recordRead<E extends TenantRow>(
    entity: EntityClass<E>,
    ids: readonly Id[],
    fields: readonly string[],
    purpose: ReadPurpose,
  ): Promise<void> {
    this.trail.addReads(this.tableOf(entity), ids, fields, purpose);
    return Promise.resolve();
  }

  /** Records left Amity as a file. `what` says which; the reason must have been given with `because`. */
  recordExport(subject: string, subjectId: Id, what: Readonly<Record<string, unknown>>): void {
    this.trail.add([{ action: 'exported', subject, subjectId, after: what }]);
  }

  /** A query over one table, already limited to the tenant; a later `.where` adds to that and cannot replace it. */
  from<E extends TenantRow>(entity: EntityClass<E>, alias: string): SelectQueryBuilder<E> {
    const query = this.manager.createQueryBuilder(entity, alias);
    query.where(`${alias}.organizationId = :organizationId`, { organizationId: this.organizationId });
    query.where = query.andWhere.bind(query);
    return query;
  }

  find<E extends TenantRow>(entity: EntityClass<E>, id: Id): Promise<E | null> {
    return this.from(entity, 'row').where('row.id = :id', { id }).getOne();
  }

  /** The row, or the refusal "this {what} does not exist, or you may not see it". */
  async get<E extends TenantRow>(entity: EntityClass<E>, id: Id, what: string): Promise<E> {
    const row = await this.find(entity, id);
    if (!row) throw new DomainError('kernel.unknown', { what });
    return row;
  }

  /** The row, locked until the transaction ends. */
  async lock<E extends TenantRow>(entity: EntityClass<E>, id: Id, what: string): Promise<E> {
    const row = await this.from(entity, 'row').where('row.id = :id', { id }).setLock('pessimistic_write').getOne();
    if (!row) throw new DomainError('kernel.unknown', { what });
    return row;
  }

  async insert<E extends TenantRow>(entity: EntityClass<E>, values: Draft<E>): Promise<E> {
    const [row] = await this.insertMany(entity, [values]);
    if (!row) throw new Error('An insert returned no row.');
    return row;
  }

  /** Inserts all rows and their audit entries in as few statements as PostgreSQL's 65 535 parameters allow. */
  async insertMany<E extends TenantRow>(entity: EntityClass<E>, drafts: readonly Draft<E>[]): Promise<E[]> {
    const metadata = this.manager.connection.getMetadata(entity);
    const size = Math.max(1, Math.floor(60_000 / metadata.columns.length));
    const rows: E[] = [];
    for (let start = 0; start < drafts.length; start += size) {
      const part = drafts
        .slice(start, start + size)
        .map((draft) => ({ id: newId(), ...initialValues(entity), ...draft, organizationId: this.organizationId }));
      await this.manager
        .createQueryBuilder()
        .insert()
        .into(entity)
        .values((await Promise.all(part.map((draft) => this.sealing.sealed(metadata, draft.id, draft)))) as QueryDeepPartialEntity<E>[])
        .updateEntity(false)
        .execute();
      const ids = part.map((p) => p.id);
      const stored = await this.from(entity, 'row').where('row.id = any(:ids)', { ids }).getMany();
      const byId = new Map(stored.map((row) => [row.id, row]));
      rows.push(...ids.flatMap((id) => byId.get(id) ?? []));
    }
    const subject = this.tableOf(entity);
    this.trail.add(rows.map((row) => ({ action: 'created', subject, subjectId: row.id, after: masked(entity, snapshot(row)) })));
    return rows;
  }

  /**
   * Changes a row that still has `version`. A row that moved on is refused with 412 and its present state, through `show`
   * so that no column leaves that the reader may not see.
   */
  async update<E extends TenantRow>(
    entity: EntityClass<E>,
    id: Id,
    version: number | 'any',
    values: Partial<OwnColumns<E>>,
    what: string,
    show?: (current: E) => unknown,
  ): Promise<E> {
    const before = await this.lock(entity, id, what);
    if (version !== 'any' && before.version !== version) throw stale(what, version, before, show);
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    const changes = changesBetween(snapshot(before), { ...snapshot(before), ...given });
    if (!changes) return before;
    const metadata = this.manager.connection.getMetadata(entity);
    await this.manager
      .createQueryBuilder()
      .update(entity as EntityTarget<ObjectLiteral>)
      .set({
        ...(await this.sealing.sealed(metadata, id, onlyChanged(given, changes.after))),
        version: before.version + 1,
        updatedAt: () => 'now()',
      })
      .where('organizationId = :organizationId and id = :id', { organizationId: this.organizationId, id })
      .execute();
    const after = await this.get(entity, id, what);
    this.trail.add([
      {
        action: 'changed',
        subject: this.tableOf(entity),
        subjectId: id,
        before: masked(entity, changes.before),
        after: masked(entity, changes.after),
      },
    ]);
    return after;
  }

  async remove<E extends TenantRow>(entity: EntityClass<E>, id: Id, version: number | 'any', what: string): Promise<void> {
    const before = await this.lock(entity, id, what);
    if (version !== 'any' && before.version !== version) throw stale(what, version, before);
    await this.manager
      .createQueryBuilder()
      .delete()
      .from(entity)
      .where('organizationId = :organizationId and id = :id', { organizationId: this.organizationId, id })
      .execute();
    this.trail.add([{ action: 'removed', subject: this.tableOf(entity), subjectId: id, before: masked(entity, snapshot(before)) }]);
  }

  /** A statement of its own. Write `organization_id = $1` in it and pass the rest of the parameters: `$1` is always the tenant. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, [this.organizationId, ...parameters]);
  }

  /** What a statement of one's own read from a sealed column of this row. */
  async unseal(entity: EntityClass<TenantRow>, property: string, id: Id, sealed: Buffer | null): Promise<unknown> {
    const metadata = this.manager.connection.getMetadata(entity);
    return sealed && this.sealing.unseal({ table: metadata.tablePath, column: columnOf(metadata, property), row: id }, sealed);
  }

  /** Blind indexes under which this value of a sealed column stands; look for rows with any of them. */
  indexesOf(entity: EntityClass<TenantRow>, property: string, value: unknown): Promise<Buffer[]> {
    return this.sealing.indexesOf(this.manager.connection.getMetadata(entity), property, value);
  }

  /** Runs `work` under a savepoint; when one of the named constraints refuses, only `work` is undone and the handler can still ask the database why. */
  async guarded<T>(work: () => Promise<T>, onViolation: OnViolation): Promise<T> {
    const savepoint = `amity_${++this.savepoints}`;
    const recorded = this.trail.length;
    await this.manager.query(`savepoint ${savepoint}`);
    try {
      const result = await work();
      await this.manager.query(`release savepoint ${savepoint}`);
      return result;
    } catch (error) {
      const violation = violationOf(error);
      const handler = violation ? onViolation[violation.constraint] : undefined;
      if (!violation || !handler) throw error;
      await this.manager.query(`rollback to savepoint ${savepoint}`);
      this.trail.cutTo(recorded);
      return await handler(violation);
    }
  }

  private tableOf(entity: EntityClass<TenantRow>): string {
    return this.manager.connection.getMetadata(entity).tablePath;
  }
}

const unrecordedMark = '(not recorded)';

/** Sealed columns and their blind indexes are unrecorded without anybody having to say so. */
function masked(entity: EntityClass<TenantRow>, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const sealed = sealedColumnsOf(entity).flatMap(({ property, index }) => (index ? [property, index.property] : [property]));
  const unrecorded = new Set([...entity.unrecorded, ...sealed]);
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, unrecorded.has(key) && value !== null ? unrecordedMark : value]),
  );
}

/** A form sends every field; a sealed value that stays the same is not sealed anew. */
function onlyChanged(given: Record<string, unknown>, changed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([key]) => key in changed));
}

function snapshot(row: TenantRow): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row));
}

function stale<E extends TenantRow>(what: string, yours: number, current: E, show?: (row: E) => unknown): DomainError {
  return new DomainError('kernel.stale_version', { what }, { yours, currentVersion: current.version, current: show?.(current) ?? null });
}
