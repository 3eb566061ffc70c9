// Where a partner says something else than the roster, and taking it over. What is taken is saved as if it had been typed: the person and
// the delegate keep their history, with the partner's name as the reason.
import type { Actor } from '@amity/access';
import { cellOf, type Difference, type Differences } from '@amity/delegations';
import { DomainError, type Id } from '@amity/kernel';
import { displayName } from '@amity/people';
import { mayLeaveToPartners } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { Protection } from '../privacy/index.js';
import { DelegationsRepository } from './delegations.repository.js';
import { knownDelegation } from './known-delegation.js';
import { asSaid, PartnerEntries } from './partner-entries.js';
import { Rosters } from './roster.service.js';
import { PartnerEntryEntity } from './share.entities.js';
import { rosterValues } from './shared.service.js';

@Injectable()
export class DifferencesService {
  constructor(
    private readonly tenants: Tenants,
    private readonly delegations: DelegationsRepository,
    private readonly entries: PartnerEntries,
    private readonly rosters: Rosters,
    private readonly protection: Protection,
  ) {}

  list(actor: Actor, delegationId: Id): Promise<Differences> {
    return this.tenants.read(actor, async (tx) => ({ items: await this.show(tx, delegationId) }));
  }

  /** @param version of the partner's entry as it was seen */
  take(actor: Actor, delegationId: Id, entryId: Id, version: number): Promise<Differences> {
    return this.tenants.write(actor, async (tx) => {
      await knownDelegation(tx, delegationId);
      const entry = await tx.lock(PartnerEntryEntity, entryId, 'entry');
      const open = (await this.entries.ofDelegation(tx, delegationId)).some(({ id }) => id === entryId);
      if (!open) throw new DomainError('kernel.unknown', { what: 'entry' });
      if (entry.version !== version)
        throw new DomainError('kernel.stale_version', { what: 'entry' }, { yours: version, currentVersion: entry.version, current: null });
      const difference = (await this.show(tx, delegationId)).find((one) => one.entryId === entryId);
      if (!difference) throw new DomainError('delegations.entry_settled');
      tx.because(`Taken over from ${difference.partner}`);
      await this.rosters.takeOver(tx, delegationId, entry.delegateId, asSaid(entry));
      return { items: await this.show(tx, delegationId) };
    });
  }

  private async show(tx: TenantTx, delegationId: Id): Promise<Difference[]> {
    await knownDelegation(tx, delegationId);
    const entries = await this.entries.ofDelegation(tx, delegationId);
    const roster = new Map((await this.delegations.roster(tx, delegationId)).map((row) => [row.id, row]));
    const partners = await this.entries.partnerNames(
      tx,
      entries.map(({ accountId }) => accountId),
    );
    const hidden = await this.protection.among(
      tx,
      [...roster.values()].map(({ personId }) => personId),
    );
    return entries.flatMap((entry): Difference[] => {
      const row = roster.get(entry.delegateId);
      if (!row) return []; // taken off the roster while this was read
      // A name that a partner misspelled would tell as much as the real one
      if (!mayLeaveToPartners({ isProtected: hidden.has(row.personId) })) return [];
      const cell = cellOf(entry.field, rosterValues(row), [asSaid(entry)]);
      if (!cell.disagrees) return [];
      const { id: entryId, version, delegateId, accountId } = entry;
      return [{ entryId, version, delegateId, name: displayName(row.person), partner: partners.get(accountId) ?? '', cell }];
    });
  }
}
