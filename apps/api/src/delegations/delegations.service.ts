// Delegations: planned, changed, moved through their states. What a delegation refuses, the schema says first and the
// database again.
import type { Actor } from '@amity/access';
import { delegationStates, type Delegation, type DelegationDraft, type DelegationState, type DelegationsQuery } from '@amity/delegations';
import { DomainError, type Id, type Page } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { Outbox } from '../messages/index.js';
import { DelegationEntity } from './delegation.entity.js';
import { toDelegation } from './delegations.mapper.js';
import { DelegationsRepository } from './delegations.repository.js';
import { HouseRules } from './house-rules.service.js';
import { knownDelegation } from './known-delegation.js';
import { NeedToKnowLists } from './need-to-know.service.js';

@Injectable()
export class Delegations {
  constructor(
    private readonly tenants: Tenants,
    private readonly delegations: DelegationsRepository,
    private readonly outbox: Outbox,
    private readonly rules: HouseRules,
    private readonly needToKnow: NeedToKnowLists,
  ) {}

  list(actor: Actor, query: DelegationsQuery): Promise<Page<Delegation>> {
    return this.tenants.read(actor, async (tx) => {
      const page = await this.delegations.list(tx, query);
      return { ...page, items: page.items.map(toDelegation) };
    });
  }

  get(actor: Actor, id: Id): Promise<Delegation> {
    return this.tenants.read(actor, async (tx) => toDelegation(await this.delegations.get(tx, id)));
  }

  plan(actor: Actor, draft: DelegationDraft): Promise<Delegation> {
    return this.tenants.write(actor, (tx) => this.create(tx, draft));
  }

  /** For other areas, the demo and the command line: inside the caller's transaction. */
  async create(tx: TenantTx, draft: DelegationDraft): Promise<Delegation> {
    const { id } = await inKnownPartnership(tx, () => tx.insert(DelegationEntity, draft));
    await this.needToKnow.enter(tx, id, 'Planned the delegation');
    return toDelegation(await this.delegations.get(tx, id));
  }

  change(actor: Actor, id: Id, version: number, draft: DelegationDraft): Promise<Delegation> {
    return this.tenants.write(actor, async (tx) => {
      const present = await tx.lock(DelegationEntity, id, 'delegation');
      await knownDelegation(tx, id);
      const current = await this.delegations.get(tx, id);
      if (draft.rule && present.version === version) await this.rules.prepare(tx, present, draft.rule);
      await inKnownPartnership(tx, () => tx.update(DelegationEntity, id, version, draft, 'delegation', () => toDelegation(current)));
      return toDelegation(await this.delegations.get(tx, id));
    });
  }

  move(actor: Actor, id: Id, version: number, state: DelegationState): Promise<Delegation> {
    return this.tenants.write(actor, async (tx) => {
      const { state: from } = await tx.lock(DelegationEntity, id, 'delegation');
      const current = await this.delegations.get(tx, id);
      if (current.version === version && !delegationStates.allows(from, state))
        throw new DomainError('kernel.state', { what: 'delegation', from, to: state });
      await tx.update(DelegationEntity, id, version, { state }, 'delegation', () => toDelegation(current));
      if (state === 'cancelled') await this.outbox.publish(tx, { kind: 'delegations.cancelled', delegationId: id });
      return toDelegation(await this.delegations.get(tx, id));
    });
  }
}

function inKnownPartnership<T>(tx: TenantTx, work: () => Promise<T>): Promise<T> {
  return tx.guarded(work, {
    delegations_of_partnership: () => {
      throw new DomainError(
        'delegations.partnership_unknown',
        {},
        { errors: [{ path: 'partnershipId', detail: 'Choose a partnership of the list.' }] },
      );
    },
  });
}
