// How far the names of a delegation or an appointment may travel. public: as usual. chatham: what was said may be told, never
// who was there. closed: neither; outsiders get counts. An appointment is never looser than its delegation.
import type { Actor } from '@amity/access';
import type { Id } from '@amity/kernel';
import * as z from 'zod';

/** Loosest first. The database orders them the same way, in `delegations.strictness`. */
export const houseRules = ['public', 'chatham', 'closed'] as const;
export const HouseRule = z.enum(houseRules).meta({ id: 'HouseRule' });
export type HouseRule = z.infer<typeof HouseRule>;

/** What stands in place of a closed delegation's name, and of the title of a closed appointment, for whoever need not know. */
export const closedDelegation = 'Closed delegation';
export const closedAppointment = 'Closed appointment';

/** The one that holds where both apply. */
export function stricter(a: HouseRule, b: HouseRule): HouseRule {
  return strictness(a) >= strictness(b) ? a : b;
}

/** Anybody who may edit may tighten; what is looser than before needs the consent of everybody it is about. */
export function isLooser(rule: HouseRule, than: HouseRule): boolean {
  return strictness(rule) < strictness(than);
}

/** Whether names under `rule` are shown to this reader. Says the same as `delegations.knows` in the database. */
export function knowsNames(
  rule: HouseRule,
  reader: Pick<Actor, 'kind'> & { readonly accountId?: Id },
  needToKnow: ReadonlySet<Id>,
): boolean {
  if (rule === 'public' || reader.kind === 'system') return true;
  return reader.kind === 'member' && reader.accountId !== undefined && needToKnow.has(reader.accountId);
}

export interface Loosening {
  readonly delegateId: Id;
  /** The loosest rule this delegate agreed to since the present one was set; null without a consent. */
  readonly agreedTo: HouseRule | null;
}

/** Whose consent is missing before `wanted` may replace `present`. Nobody's when it is not looser. */
export function consentsMissing(present: HouseRule, wanted: HouseRule, attendees: readonly Loosening[]): Id[] {
  if (!isLooser(wanted, present)) return [];
  return attendees.filter(({ agreedTo }) => agreedTo === null || isLooser(wanted, agreedTo)).map(({ delegateId }) => delegateId);
}

function strictness(rule: HouseRule): number {
  return houseRules.indexOf(rule);
}
