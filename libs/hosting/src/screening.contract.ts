// Screening: what a household and the people in it must have passed, and what was found. Of a check the outcome, the date,
// the provider and the expiry are kept, never the report itself.
import { Id, issue, LocalDate, Version } from '@amity/kernel';
import * as z from 'zod';

export const requirementStages = ['interest', 'application', 'vetting', 'approval', 'upkeep'] as const;
export const requirementScopes = ['household', 'adult', 'member'] as const;

export const RequirementScope = z.enum(requirementScopes).meta({ id: 'RequirementScope' });
export type RequirementScope = z.infer<typeof RequirementScope>;

export const Requirement = z
  .object({
    id: Id,
    key: z.string(),
    label: z.string(),
    stage: z.enum(requirementStages),
    scope: RequirementScope,
    /** Calendar months a passed check stays good; null for as long as the household stands. */
    validMonths: z.int().nullable(),
    /** The policy pack this comes from, and its version. */
    source: z.string(),
    sourceVersion: z.string(),
  })
  .meta({ id: 'HostRequirement' });
export type Requirement = z.infer<typeof Requirement>;

export const CheckOutcome = z.enum(['passed', 'failed']).meta({ id: 'CheckOutcome' });
export type CheckOutcome = z.infer<typeof CheckOutcome>;

/** A check to be recorded. `memberId` where the requirement is each person's own; `validUntil` (its last good day) only to shorten. */
export const Check = z
  .object({
    requirementKey: z.string().regex(/^[a-z0-9_]+$/),
    memberId: Id.nullish().transform((value) => value ?? null),
    outcome: CheckOutcome,
    checkedOn: LocalDate,
    validUntil: LocalDate.nullish().transform((value) => value ?? null),
    provider: z
      .string()
      .trim()
      .max(160)
      .nullish()
      .transform((value) => value || null),
  })
  .refine(({ checkedOn, validUntil }) => validUntil === null || validUntil >= checkedOn, {
    path: ['validUntil'],
    error: issue('check_lapses_before_made'),
  })
  .meta({ id: 'HostCheck' });
export type Check = z.infer<typeof Check>;
export type CheckInput = z.input<typeof Check>;

export const RecordedCheck = z
  .object({
    id: Id,
    requirementKey: z.string(),
    memberId: Id.nullable(),
    outcome: CheckOutcome,
    checkedOn: LocalDate,
    validUntil: LocalDate.nullable(),
    provider: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'RecordedHostCheck' });
export type RecordedCheck = z.infer<typeof RecordedCheck>;

/** One square of the checklist: a requirement and, where it is each person's own, the person. */
export const ScreeningCell = z
  .object({
    requirementKey: z.string(),
    memberId: Id.nullable(),
    status: z.enum(['met', 'missing', 'lapsed', 'failed']),
    /** The check that decides, newest first. */
    checkedOn: LocalDate.nullable(),
    /** The last good day; null when it does not run out or was never met. */
    validUntil: LocalDate.nullable(),
  })
  .meta({ id: 'ScreeningCell' });
export type ScreeningCell = z.infer<typeof ScreeningCell>;
