// Which delegations somebody meets who does not meet them all: a volunteer the assigned ones, a delegate the own ones, a partner what was
// shared. What was shared of a delegation under the Chatham House rule is nothing.
import { anyOf, type RowRule } from '@amity/access';
import type { Id } from '@amity/kernel';
import type { HouseRule } from './house-rule.js';
import { type SharedField, sharedFields } from './sharing.contract.js';

export interface RowReader {
  readonly accountId: Id;
  readonly email: string;
}

/** A share as far as who may read by it goes. */
export interface ShareFacts {
  readonly accountId: Id;
  readonly partnershipId: Id | null;
  readonly delegationId: Id | null;
  readonly fields: readonly SharedField[];
  readonly isRevoked: boolean;
}

export interface DelegationFacts {
  readonly id: Id;
  readonly partnershipId: Id | null;
  readonly rule: HouseRule;
  /** Accounts of those who are assigned to it. */
  readonly assigned: ReadonlySet<Id>;
  /** Addresses of the people on its roster. */
  readonly emails: ReadonlySet<string>;
  /** Every share of the organization. */
  readonly shares: readonly ShareFacts[];
}

/** Says the same as `delegations.is_assigned` in the database. */
export const isAssigned: RowRule<RowReader, Pick<DelegationFacts, 'assigned'>> = ({ accountId }, { assigned }) => assigned.has(accountId);

/** Says the same as `people.is_own` of one of its delegates. */
export const isOwnDelegation: RowRule<RowReader, Pick<DelegationFacts, 'emails'>> = ({ email }, { emails }) => emails.has(email);

/** What of a delegation a partner is shown. Says the same as `delegations.shared_fields`. */
export function fieldsSharedWith({ accountId }: RowReader, { id, partnershipId, rule, shares }: DelegationFacts): SharedField[] {
  if (rule !== 'public') return [];
  const theirs = shares.filter((share) => share.accountId === accountId && !share.isRevoked);
  const ofThis = theirs.filter(
    (share) => share.delegationId === id || (share.partnershipId !== null && share.partnershipId === partnershipId),
  );
  return sharedFields.filter((field) => ofThis.some(({ fields }) => fields.includes(field)));
}

export const isShared: RowRule<RowReader, DelegationFacts> = (reader, delegation) => fieldsSharedWith(reader, delegation).length > 0;

/** Everything somebody may meet of a delegation for a reason of their own. */
export const isMet = anyOf<RowReader, DelegationFacts>(isAssigned, isOwnDelegation, isShared);
