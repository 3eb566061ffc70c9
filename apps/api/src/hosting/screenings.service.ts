// Checks are recorded, never edited: a mistake is followed by the right check. A check stands on the day it was made and is
// good no longer than its requirement allows. What is kept is outcome, dates and provider; the report stays where it is.
import type { Actor } from '@amity/access';
import { lastGoodDay, type Check, type Household } from '@amity/hosting';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { CheckEntity, HouseholdEntity, MemberEntity } from './hosting.entities.js';
import { HouseholdWriter } from './household.writer.js';
import { Households } from './households.service.js';

@Injectable()
export class Screenings {
  constructor(
    private readonly tenants: Tenants,
    private readonly households: Households,
    private readonly writer: HouseholdWriter,
  ) {}

  recordCheck(actor: Actor, householdId: Id, check: Check): Promise<Household> {
    return this.tenants.write(actor, async (tx) => {
      await this.record(tx, householdId, check);
      return this.households.read(tx, householdId);
    });
  }

  /** For the demo and other areas: inside the caller's transaction. */
  async record(
    tx: TenantTx,
    householdId: Id,
    { requirementKey, memberId, outcome, checkedOn, validUntil, provider }: Check,
  ): Promise<void> {
    await tx.lock(HouseholdEntity, householdId, 'family');
    const requirement = (await this.writer.requirements(tx)).find(({ key }) => key === requirementKey);
    if (!requirement) throw new DomainError('hosting.requirement_unknown', { requirement: requirementKey });
    if (requirement.scope === 'household' && memberId !== null) throw refusal('household_check', 'memberId');
    if (requirement.scope !== 'household' && memberId === null) throw refusal('whose_check', 'memberId');
    if (memberId !== null) {
      const member = await tx.get(MemberEntity, memberId, 'person of this family');
      if (member.householdId !== householdId) throw new DomainError('kernel.unknown', { what: 'person of this family' });
    }
    if (checkedOn > (await this.households.today(tx))) throw refusal('check_in_future', 'checkedOn', { day: checkedOn });
    const limit = lastGoodDay(requirement, { checkedOn, validUntil: null });
    if (limit !== null && validUntil !== null && validUntil > limit) throw refusal('check_too_long', 'validUntil', { limit });
    await tx.insert(CheckEntity, {
      householdId,
      requirementId: requirement.id,
      memberId,
      outcome,
      checkedOn,
      validUntil: outcome === 'passed' ? (validUntil ?? limit) : null,
      provider,
    });
  }
}

const besideField = {
  household_check: 'Leave the person out.',
  whose_check: 'Choose whose check it is.',
  check_in_future: 'Choose today or an earlier day.',
  check_too_long: 'Choose an earlier day.',
} as const;

function refusal(code: keyof typeof besideField, path: string, params: Record<string, string> = {}): DomainError {
  return new DomainError(`hosting.${code}`, params, { errors: [{ path, detail: besideField[code] }] });
}
