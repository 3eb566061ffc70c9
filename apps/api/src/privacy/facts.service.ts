// What is told in confidence. Reading names a purpose and is on record; writing is not reading: whoever saves sees what they sent.
import type { Actor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { displayName } from '@amity/people';
import { type Fact, type FactDraft, factKinds, type FactPurpose, type Facts, type FactsAtAGlance } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { People, PersonEntity } from '../people/index.js';
import { toFact } from './fact.mapper.js';
import { FactsRepository } from './facts.repository.js';
import { FactEntity } from './privacy.entities.js';

@Injectable()
export class FactsService {
  constructor(
    private readonly tenants: Tenants,
    private readonly facts: FactsRepository,
    private readonly people: People,
  ) {}

  /** How much there is and who read it: nothing of what it says. */
  glance(actor: Actor, personId: Id): Promise<FactsAtAGlance> {
    return this.tenants.read(actor, async (tx) => {
      await this.people.known(tx, personId);
      return { kept: await this.facts.kept(tx, personId), reads: await this.facts.reads(tx, personId) };
    });
  }

  read(actor: Actor, personId: Id, purpose: FactPurpose): Promise<Facts> {
    return this.tenants.readSensitive(actor, purpose, async (tx) => {
      await this.people.known(tx, personId);
      const rows = await this.facts.of(tx, personId);
      const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
      await tx.recordRead(PersonEntity, rows.length > 0 ? [personId] : [], kinds.length > 0 ? kinds : factKinds, purpose); // where nothing is kept, nothing was read
      return { items: await this.shown(tx, rows) };
    });
  }

  add(actor: Actor, personId: Id, { kind, value }: FactDraft): Promise<Fact> {
    return this.tenants.write(actor, async (tx) => {
      const person = await this.people.known(tx, personId);
      const row = await tx.guarded(() => tx.insert(FactEntity, { personId, kind, value }), {
        facts_told_once: () => {
          throw new DomainError('privacy.fact_told', { name: displayName(person) });
        },
      });
      return this.one(tx, row);
    });
  }

  change(actor: Actor, personId: Id, id: Id, version: number, { kind, value }: FactDraft): Promise<Fact> {
    return this.tenants.write(actor, async (tx) => {
      const before = await this.mine(tx, personId, id);
      if (before.kind !== kind) throw new DomainError('privacy.fact_kind');
      return this.one(tx, await tx.update(FactEntity, id, version, { value }, 'entry'));
    });
  }

  remove(actor: Actor, personId: Id, id: Id, version: number): Promise<void> {
    return this.tenants.write(actor, async (tx) => {
      await this.mine(tx, personId, id);
      await tx.remove(FactEntity, id, version, 'entry');
    });
  }

  /** The fact, when it is this person's. */
  private async mine(tx: TenantTx, personId: Id, id: Id): Promise<FactEntity> {
    await this.people.known(tx, personId);
    const row = await tx.get(FactEntity, id, 'entry');
    if (row.personId !== personId) throw new DomainError('kernel.unknown', { what: 'entry' });
    return row;
  }

  private async one(tx: TenantTx, row: FactEntity): Promise<Fact> {
    const [fact] = await this.shown(tx, [row]);
    if (!fact) throw new Error('A fact was saved and cannot be shown.');
    return fact;
  }

  private async shown(tx: TenantTx, rows: readonly FactEntity[]): Promise<Fact[]> {
    const same = await this.facts.sameDocuments(tx, rows);
    return rows.map((row) => toFact(row, same.get(row.id) ?? []));
  }
}
