// The rule of a delegation, changed. Tightening asks nobody. Loosening asks everybody on the roster, and the database asks
// again: somebody who joins meanwhile either is counted or joins under the looser rule, never in between.
import type { Actor } from '@amity/access';
import {
  consentsMissing,
  isLooser,
  type Delegation,
  type HouseRule,
  type LooseningConsentDraft,
  type LooseningConsents,
} from '@amity/delegations';
import { nameOf } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { displayName } from '@amity/people';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { DelegationEntity } from './delegation.entity.js';
import { toDelegation } from './delegations.mapper.js';
import { DelegationsRepository } from './delegations.repository.js';
import { HouseRulesRepository, type ConsentRow } from './house-rules.repository.js';
import { knownDelegation } from './known-delegation.js';
import { LooseningConsentEntity } from './need-to-know.entity.js';
import { NeedToKnowLists } from './need-to-know.service.js';

@Injectable()
export class HouseRules {
  constructor(
    private readonly tenants: Tenants,
    private readonly rules: HouseRulesRepository,
    private readonly delegations: DelegationsRepository,
    private readonly needToKnow: NeedToKnowLists,
  ) {}

  change(actor: Actor, id: Id, version: number, rule: HouseRule): Promise<Delegation> {
    return this.tenants.write(actor, async (tx) => {
      const present = await tx.lock(DelegationEntity, id, 'delegation');
      const current = toDelegation(await this.delegations.get(tx, id));
      if (present.version === version) await this.prepare(tx, present, rule);
      await tx.update(DelegationEntity, id, version, { rule }, 'delegation', () => current);
      return toDelegation(await this.delegations.get(tx, id));
    });
  }

  /** What must be true before `rule` is written: whoever tightens a public delegation goes on knowing; to loosen, all have agreed. */
  async prepare(tx: TenantTx, { id, rule: present }: Pick<DelegationEntity, 'id' | 'rule'>, rule: HouseRule): Promise<void> {
    if (isLooser(present, rule) && present === 'public') await this.needToKnow.enter(tx, id, 'Put the delegation under this rule');
    if (!isLooser(rule, present)) return;
    await knownDelegation(tx, id);
    this.refuse(await this.rules.consents(tx, id), present, rule);
  }

  /** The same for an appointment, whose participants are asked. `present` and `wanted` are the rules that hold with its delegation's. */
  async prepareAppointment(
    tx: TenantTx,
    delegationId: Id,
    present: HouseRule,
    wanted: HouseRule,
    people: ReadonlySet<Id> | 'everyone',
  ): Promise<void> {
    if (present === 'public' && isLooser(present, wanted))
      await this.needToKnow.enter(tx, delegationId, 'Put an appointment under this rule');
    if (!isLooser(wanted, present)) return;
    const rows = await this.rules.consents(tx, delegationId);
    this.refuse(people === 'everyone' ? rows : rows.filter((row) => people.has(row.person_id)), present, wanted);
  }

  consents(actor: Actor, delegationId: Id): Promise<LooseningConsents> {
    return this.tenants.read(actor, (tx) => this.show(tx, delegationId));
  }

  record(actor: Actor, delegationId: Id, draft: LooseningConsentDraft): Promise<LooseningConsents> {
    return this.tenants.write(actor, async (tx) => {
      await knownDelegation(tx, delegationId);
      await this.delegations.delegate(tx, delegationId, draft.delegateId);
      const { strictest } = await this.rules.standing(tx, delegationId);
      if (!isLooser(draft.rule, strictest)) throw new DomainError('delegations.nothing_to_consent');
      const given = (await this.rules.consents(tx, delegationId)).find((row) => row.delegate_id === draft.delegateId)?.rule;
      if (!given || isLooser(draft.rule, given))
        await tx.insert(LooseningConsentEntity, { ...draft, delegationId, recordedBy: nameOf(actor) });
      return this.show(tx, delegationId);
    });
  }

  /** As easily taken back as given, as long as the rule is what it was. */
  withdraw(actor: Actor, delegationId: Id, id: Id): Promise<LooseningConsents> {
    return this.tenants.write(actor, async (tx) => {
      await knownDelegation(tx, delegationId);
      const consent = await tx.get(LooseningConsentEntity, id, 'consent');
      if (consent.delegationId !== delegationId) throw new DomainError('kernel.unknown', { what: 'consent' });
      const same = await tx
        .from(LooseningConsentEntity, 'c')
        .where('c.delegateId = :delegateId and c.ruleEpoch = :ruleEpoch', consent)
        .getMany();
      for (const each of same) await tx.remove(LooseningConsentEntity, each.id, 'any', 'consent');
      return this.show(tx, delegationId);
    });
  }

  private async show(tx: TenantTx, delegationId: Id): Promise<LooseningConsents> {
    await knownDelegation(tx, delegationId);
    const { strictest } = await this.rules.standing(tx, delegationId);
    const rows = await this.rules.consents(tx, delegationId);
    return {
      rule: strictest,
      items: rows.map((row) => ({
        delegateId: row.delegate_id,
        name: nameIn(row),
        consent:
          row.consent_id && row.rule && row.recorded_by && row.created_at
            ? { id: row.consent_id, rule: row.rule, recordedBy: row.recorded_by, recordedAt: row.created_at.toISOString() }
            : null,
      })),
    };
  }

  private refuse(rows: readonly ConsentRow[], present: HouseRule, wanted: HouseRule): void {
    const asked = rows.map((row) => ({ delegateId: row.delegate_id, agreedTo: row.rule }));
    const ids = new Set(consentsMissing(present, wanted, asked));
    const missing = rows.filter((row) => ids.has(row.delegate_id)).map((row) => ({ delegateId: row.delegate_id, name: nameIn(row) }));
    if (missing.length > 0)
      throw new DomainError('delegations.consents_missing', { names: missing.map(({ name }) => name).join(', ') }, { missing });
  }
}

function nameIn(row: ConsentRow): string {
  return displayName({ givenName: row.given_name, familyName: row.family_name, nameOrder: row.name_order });
}
