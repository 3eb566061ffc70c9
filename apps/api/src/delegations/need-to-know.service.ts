// Who is shown the names of a delegation. Whoever is on the list adds others; an administrator may put themself on it, and has to
// say why. Every reason stands in the history, and the list never runs empty.
import type { Actor } from '@amity/access';
import type { KnowerDraft, NeedToKnow } from '@amity/delegations';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { DelegationEntity } from './delegation.entity.js';
import { HouseRulesRepository } from './house-rules.repository.js';
import { knownDelegation } from './known-delegation.js';
import { NeedToKnowEntity } from './need-to-know.entity.js';

@Injectable()
export class NeedToKnowLists {
  constructor(
    private readonly tenants: Tenants,
    private readonly rules: HouseRulesRepository,
  ) {}

  list(actor: Actor, delegationId: Id): Promise<NeedToKnow> {
    return this.tenants.read(actor, (tx) => this.show(tx, delegationId));
  }

  add(actor: Actor, delegationId: Id, draft: KnowerDraft): Promise<NeedToKnow> {
    return this.tenants.write(actor, async (tx) => {
      await tx.lock(DelegationEntity, delegationId, 'delegation');
      if (!mayJoin(actor) || draft.accountId !== accountOf(actor)) await this.listed(tx, delegationId);
      await this.put(tx, delegationId, draft);
      return this.show(tx, delegationId);
    });
  }

  remove(actor: Actor, delegationId: Id, id: Id): Promise<NeedToKnow> {
    return this.tenants.write(actor, async (tx) => {
      await tx.lock(DelegationEntity, delegationId, 'delegation');
      await this.listed(tx, delegationId);
      const knowers = await this.rules.knowers(tx, delegationId);
      if (!knowers.some((knower) => knower.id === id)) throw new DomainError('kernel.unknown', { what: 'entry' });
      if (knowers.length === 1) throw new DomainError('delegations.last_to_know');
      await tx.remove(NeedToKnowEntity, id, 'any', 'entry');
      return this.show(tx, delegationId);
    });
  }

  /** Whoever plans a delegation or puts it under a rule knows its names already. Does nothing for Amity itself. */
  async enter(tx: TenantTx, delegationId: Id, reason: string): Promise<void> {
    const accountId = accountOf(tx.actor);
    if (accountId === null) return;
    const knowers = await this.rules.knowers(tx, delegationId);
    if (!knowers.some((knower) => knower.account_id === accountId)) await this.put(tx, delegationId, { accountId, reason });
  }

  private async put(tx: TenantTx, delegationId: Id, draft: KnowerDraft): Promise<void> {
    await tx.guarded(() => tx.insert(NeedToKnowEntity, { ...draft, delegationId }), {
      need_to_know_once: () => {
        throw new DomainError('delegations.knows_already');
      },
      need_to_know_of_members: () => {
        throw new DomainError(
          'delegations.knower_unknown',
          {},
          { errors: [{ path: 'accountId', detail: 'Choose somebody from the list.' }] },
        );
      },
    });
  }

  /** Under public everybody is shown the names, and still only those on the list decide who will be when the rule is tightened. */
  private async listed(tx: TenantTx, delegationId: Id): Promise<void> {
    await knownDelegation(tx, delegationId, 'closed');
  }

  private async show(tx: TenantTx, delegationId: Id): Promise<NeedToKnow> {
    const { rule, known } = await this.rules.standing(tx, delegationId);
    const knowers = await this.rules.knowers(tx, delegationId);
    const isListed = knowers.some((knower) => knower.account_id === accountOf(tx.actor));
    return {
      rule,
      known,
      mayJoin: !isListed && mayJoin(tx.actor),
      items: knowers.map((row) => ({
        id: row.id,
        accountId: row.account_id,
        name: row.name,
        reason: isListed ? row.reason : null,
        since: row.created_at.toISOString(),
        version: row.version,
      })),
      staff: isListed ? await this.rules.otherStaff(tx, delegationId) : [],
    };
  }
}

/** Administrators answer for who may see what; anybody else asks somebody on the list. */
function mayJoin(actor: Actor): boolean {
  return actor.kind === 'member' && actor.permissions.has('access.manage_users');
}

function accountOf(actor: Actor): Id | null {
  return actor.kind === 'member' ? actor.accountId : null;
}
