// The roster by hand: one delegate is added, changed or taken off. A delegate and the person it is are saved together, or not
// at all, and nobody stands on one roster twice.
import type { Actor } from '@amity/access';
import {
  inRosterOrder,
  rosterKey,
  type Delegate,
  type DelegateChange,
  type DelegateDraft,
  type PartnerEntryDraft,
} from '@amity/delegations';
import { DomainError, type Id } from '@amity/kernel';
import { displayName, type Person } from '@amity/people';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { Outbox } from '../messages/index.js';
import { People } from '../people/index.js';
import { DelegateEntity } from './delegate.entity.js';
import { DelegationEntity } from './delegation.entity.js';
import { toDelegate } from './delegations.mapper.js';
import { DelegationsRepository } from './delegations.repository.js';
import { knownDelegation } from './known-delegation.js';
import { takenOver } from './taken-over.js';

@Injectable()
export class Rosters {
  constructor(
    private readonly tenants: Tenants,
    private readonly people: People,
    private readonly delegations: DelegationsRepository,
    private readonly outbox: Outbox,
  ) {}

  list(actor: Actor, delegationId: Id): Promise<{ items: Delegate[] }> {
    return this.tenants.read(actor, async (tx) => {
      await knownDelegation(tx, delegationId);
      const rows = await this.delegations.roster(tx, delegationId);
      return { items: inRosterOrder(rows.map((row) => toDelegate(row, row.person))) };
    });
  }

  add(actor: Actor, delegationId: Id, draft: DelegateDraft): Promise<Delegate> {
    return this.tenants.write(actor, (tx) => this.put(tx, delegationId, draft));
  }

  /** For other areas and the demo: inside the caller's transaction. */
  async put(tx: TenantTx, delegationId: Id, { person: given, ...needs }: DelegateDraft): Promise<Delegate> {
    await knownDelegation(tx, delegationId);
    const person = 'id' in given ? await this.people.known(tx, given.id) : await this.people.findOrCreate(tx, given);
    const key = rosterKey(person);
    const { id } = await this.once(tx, { delegationId, id: null }, person, key, () =>
      tx.insert(DelegateEntity, { ...needs, delegationId, personId: person.id, rosterKey: key }),
    );
    return this.read(tx, delegationId, id);
  }

  change(actor: Actor, delegationId: Id, id: Id, version: number, change: DelegateChange): Promise<Delegate> {
    return this.tenants.write(actor, (tx) => this.save(tx, delegationId, id, version, change));
  }

  /** Saves what a partner says of a delegate; the rest stays as it stands at this moment. */
  async takeOver(tx: TenantTx, delegationId: Id, id: Id, said: PartnerEntryDraft): Promise<Delegate> {
    const { version } = await tx.lock(DelegateEntity, id, 'delegate');
    return this.save(tx, delegationId, id, version, takenOver(await this.delegations.delegate(tx, delegationId, id), said));
  }

  private async save(tx: TenantTx, delegationId: Id, id: Id, version: number, change: DelegateChange): Promise<Delegate> {
    const {
      person: { version: personVersion, ...draft },
      ...needs
    } = change;
    await knownDelegation(tx, delegationId);
    await tx.lock(DelegateEntity, id, 'delegate');
    const current = await this.delegations.delegate(tx, delegationId, id);
    const person = await this.people.update(tx, current.personId, personVersion, draft);
    const key = rosterKey(person);
    await this.once(tx, current, person, key, () =>
      tx.update(DelegateEntity, id, version, { ...needs, rosterKey: key }, 'delegate', (row) => toDelegate(row, current.person)),
    );
    return this.read(tx, delegationId, id);
  }

  remove(actor: Actor, delegationId: Id, id: Id, version: number): Promise<void> {
    return this.tenants.write(actor, async (tx) => {
      await tx.lock(DelegationEntity, delegationId, 'delegation'); // whoever books the roster right now books it before or after
      await knownDelegation(tx, delegationId);
      const { person } = await this.delegations.delegate(tx, delegationId, id);
      const name = displayName(person);
      await tx.guarded(() => tx.remove(DelegateEntity, id, version, 'delegate'), {
        placements_organization_id_delegate_id_fkey: async () => {
          throw new DomainError('delegations.delegate_placed', { name, ...(await this.delegations.placementOf(tx, id)) });
        },
        invitations_organization_id_delegate_id_fkey: () => {
          throw new DomainError('delegations.delegate_asked', { name });
        },
      });
      await this.outbox.publish(tx, { kind: 'delegations.delegate_removed', delegationId, personId: person.id });
    });
  }

  private async read(tx: TenantTx, delegationId: Id, id: Id): Promise<Delegate> {
    const row = await this.delegations.delegate(tx, delegationId, id);
    return toDelegate(row, row.person);
  }

  /** Runs `work`; when somebody else stands on the roster in its way, says under which name. */
  private once<T>(tx: TenantTx, own: { delegationId: Id; id: Id | null }, person: Person, key: string, work: () => Promise<T>): Promise<T> {
    const refuse = async (): Promise<never> => {
      const other = await this.delegations.listedAs(tx, own, person.id, key);
      throw new DomainError('delegations.listed_already', { name: displayName(other?.person ?? person) }, { delegateId: other?.id });
    };
    return tx.guarded(work, { delegates_travel_once: refuse, delegates_listed_once: refuse });
  }
}
