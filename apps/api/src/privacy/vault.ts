// Where real names lie. A row is sealed under a key that opens nothing else, and opened here alone: for two people who agreed, to open it or to
// end it, for whoever it is when they signed in, for a letter on its way, for a form that was opened before the name changed, and for renaming
// what was written down.
import type { Id } from '@amity/kernel';
import { type Naming, Renaming, type ProtectedBy } from '@amity/privacy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '../database/new-id.js';
import type { SealedPlace } from '../database/sealing/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Forwarding } from '../messages/index.js';
import { PersonFilters } from '../people/index.js';
import { VaultEntity } from './protection.entities.js';
import { ProtectionRepository } from './protection.repository.js';

export interface VaultedIdentity {
  readonly real: Naming;
  /** As it was given; the record may have been changed since, as any record. */
  readonly alias: Naming;
  readonly reason: string | null;
}

@Injectable()
export class Vault implements OnModuleInit {
  constructor(
    private readonly forwarding: Forwarding,
    private readonly filters: PersonFilters,
    private readonly protection: ProtectionRepository,
  ) {}

  onModuleInit(): void {
    this.forwarding.register(async (tx, address) => {
      const aliasEmail = address.toLowerCase();
      const row = await tx.from(VaultEntity, 'v').where('v.aliasEmail = :aliasEmail', { aliasEmail }).limit(1).getOne();
      return row ? (await this.open(tx, row)).real.email : this.formerAddress(tx, aliasEmail);
    });
    // A form that was opened before still has the real name in it, and must neither bring it back nor be refused
    this.filters.register(async (tx, id, draft) => {
      const row = await this.of(tx, id);
      if (!row) return draft;
      const { real, alias } = await this.open(tx, row);
      return new Renaming(real, alias).value(draft, 'own');
    });
  }

  /** Letters to an address of a protection that ended: it belongs to nobody, or to a stranger, and the person may be protected anew. */
  private async formerAddress(tx: TenantTx, aliasEmail: string): Promise<string | null> {
    const person = await this.protection.formerly(tx, aliasEmail);
    const row = person && (await this.of(tx, person.id));
    return row ? (await this.open(tx, row)).real.email : (person?.email ?? null);
  }

  of(tx: TenantTx, personId: Id): Promise<VaultEntity | null> {
    return tx.from(VaultEntity, 'v').where('v.personId = :personId', { personId }).getOne();
  }

  async put(tx: TenantTx, personId: Id, by: ProtectedBy, identity: VaultedIdentity): Promise<VaultEntity> {
    const id = newId();
    const sealed = (await tx.sealing.vault()).seal(placeOf(id), identity);
    return tx.insert(VaultEntity, { id, personId, by, identity: sealed, aliasEmail: identity.alias.email });
  }

  async open(tx: TenantTx, { id, identity }: VaultEntity): Promise<VaultedIdentity> {
    return (await tx.sealing.vault()).open(placeOf(id), identity) as VaultedIdentity; // sealed by `put` and bound to this row
  }
}

function placeOf(row: Id): SealedPlace {
  return { table: 'privacy.vault', column: 'identity', row };
}
