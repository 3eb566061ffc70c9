// A legal hold keeps what names a person, or belongs to a delegation, from being deleted by anybody, until it is released. Both
// have a reason and a name; a hold is never removed.
import { type Actor, nameOf } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import type { HoldDraft, HoldRelease, LegalHold, LegalHolds } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { People } from '../people/index.js';
import { HoldsRepository } from './holds.repository.js';
import { LegalHoldEntity } from './retention.entities.js';
import { toHold } from './retention.mapper.js';

@Injectable()
export class Holds {
  constructor(
    private readonly tenants: Tenants,
    private readonly holds: HoldsRepository,
    private readonly people: People,
  ) {}

  /** Those in force first, then the released ones, each newest first. */
  list(actor: Actor): Promise<LegalHolds> {
    return this.tenants.read(actor, async (tx) => this.all(tx));
  }

  place(actor: Actor, draft: HoldDraft): Promise<LegalHold> {
    return this.tenants.write(actor, async (tx) => {
      if (draft.personId !== null) await this.people.known(tx, draft.personId);
      const heldAlready = () => {
        throw new DomainError('privacy.held_already');
      };
      const row = await tx.guarded(
        () => tx.insert(LegalHoldEntity, { ...draft, placedBy: nameOf(actor), releasedAt: null, releasedBy: null, releaseReason: null }),
        {
          legal_holds_person_once: heldAlready,
          legal_holds_delegation_once: heldAlready,
          legal_holds_of_delegation: () => {
            throw new DomainError('kernel.unknown', { what: 'delegation' });
          },
        },
      );
      return this.one(tx, row.id);
    });
  }

  release(actor: Actor, id: Id, version: number, { reason }: HoldRelease): Promise<LegalHold> {
    return this.tenants.write(actor, async (tx) => {
      if ((await tx.lock(LegalHoldEntity, id, 'hold')).releasedAt) throw new DomainError('privacy.hold_released');
      await tx.update(LegalHoldEntity, id, version, { releasedAt: new Date(), releasedBy: nameOf(actor), releaseReason: reason }, 'hold');
      return this.one(tx, id);
    });
  }

  private async one(tx: TenantTx, id: Id): Promise<LegalHold> {
    const found = (await this.all(tx)).items.find((hold) => hold.id === id);
    if (!found) throw new DomainError('kernel.unknown', { what: 'hold' });
    return found;
  }

  private async all(tx: TenantTx): Promise<LegalHolds> {
    const names = await this.holds.names(tx);
    return { items: (await this.holds.all(tx)).map((row) => toHold(row, names.get(row.id) ?? null)) };
  }
}
