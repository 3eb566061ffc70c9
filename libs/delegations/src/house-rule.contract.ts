// Who is let into the names of a delegation, and who agreed that they may be known more widely. Neither list is ever a list of
// names for somebody who is not on it: of those who know, only staff are named, so that there is somebody to ask.
import { Id, Instant, Version, issue } from '@amity/kernel';
import * as z from 'zod';
import { HouseRule } from './house-rule.js';

export const HouseRuleChange = z.object({ rule: HouseRule }).meta({ id: 'HouseRuleChange' });
export type HouseRuleChange = z.infer<typeof HouseRuleChange>;

/** The reason stays in the history for good. */
export const KnowerDraft = z
  .object({ accountId: Id, reason: z.string().trim().min(3, issue('need_to_know_missing')).max(500) })
  .meta({ id: 'KnowerDraft' });
export type KnowerDraft = z.infer<typeof KnowerDraft>;

/** A member of the organization who needs to know the names. The reason is shown to those on the list only. */
export const Knower = z
  .object({ id: Id, accountId: Id, name: z.string(), reason: z.string().nullable(), since: Instant, version: Version })
  .meta({ id: 'Knower' });
export type Knower = z.infer<typeof Knower>;

export const NeedToKnow = z
  .object({
    rule: HouseRule,
    /** Whether the reader is shown the names. */
    known: z.boolean(),
    /** Whether the reader may put themself on the list, with a reason. */
    mayJoin: z.boolean(),
    items: z.array(Knower),
    /** Members who could be added, for those who may add them. */
    staff: z.array(z.object({ accountId: Id, name: z.string() })),
  })
  .meta({ id: 'NeedToKnow' });
export type NeedToKnow = z.infer<typeof NeedToKnow>;

/** A delegate agreed, and somebody wrote it down. It counts until the rule changes the next time. */
export const LooseningConsentDraft = z
  .object({ delegateId: Id, rule: HouseRule.exclude(['closed']) })
  .meta({ id: 'LooseningConsentDraft' });
export type LooseningConsentDraft = z.infer<typeof LooseningConsentDraft>;

export const LooseningConsent = z
  .object({
    delegateId: Id,
    name: z.string(),
    /** The consent to the loosest rule; null where there is none. */
    consent: z.object({ id: Id, rule: HouseRule, recordedBy: z.string(), recordedAt: Instant }).nullable(),
  })
  .meta({ id: 'LooseningConsent' });
export type LooseningConsent = z.infer<typeof LooseningConsent>;

/** Everybody on the roster, in its order. */
export const LooseningConsents = z.object({ rule: HouseRule, items: z.array(LooseningConsent) }).meta({ id: 'LooseningConsents' });
export type LooseningConsents = z.infer<typeof LooseningConsents>;
