// A group that travels: inbound, we receive it; outbound, we send it. Its days are calendar days in the zone of the place
// where it is a guest, and it never ends before it starts.
import { Id, issue, LocalDate, pageOf, PageQuery, Version, Zone } from '@amity/kernel';
import * as z from 'zod';
import { HouseRule } from './house-rule.js';
import { programFormatKeys } from './program-formats.js';

export const DelegationDirection = z.enum(['inbound', 'outbound']).meta({ id: 'DelegationDirection' });
export type DelegationDirection = z.infer<typeof DelegationDirection>;

export const DelegationState = z.enum(['planned', 'confirmed', 'completed', 'cancelled']).meta({ id: 'DelegationState' });
export type DelegationState = z.infer<typeof DelegationState>;

/** One of the nine tracks of multi-track diplomacy; their names are in `tracks`. */
export const Track = z.int().min(1).max(9).meta({ id: 'Track' });

const ExistingDate = z.iso.date(issue('day_unknown'));

export const DelegationDraft = z
  .object({
    name: z.string().trim().min(1, issue('delegation_name_missing')).max(160),
    direction: DelegationDirection,
    partnershipId: Id.nullish().transform((value) => value ?? null),
    programFormat: z.enum(programFormatKeys, issue('format_missing')),
    track: Track,
    arrivesOn: ExistingDate,
    departsOn: ExistingDate,
    /** Zone of the place where the delegation is a guest. */
    zone: Zone,
    /** Left out, a new delegation is public and a changed one keeps its rule. */
    rule: HouseRule.optional(),
    notes: z
      .string()
      .trim()
      .max(4000)
      .nullish()
      .transform((value) => value || null),
  })
  .refine((draft) => draft.departsOn >= draft.arrivesOn, { path: ['departsOn'], error: issue('delegation_ends_before_start') })
  .meta({ id: 'DelegationDraft' });
export type DelegationDraft = z.infer<typeof DelegationDraft>;
export type DelegationInput = z.input<typeof DelegationDraft>;

export const Delegation = z
  .object({
    id: Id,
    name: z.string(),
    direction: DelegationDirection,
    partnershipId: Id.nullable(),
    /** "Home ↔ Partner", or null without a partnership. */
    partnershipLabel: z.string().nullable(),
    programFormat: z.string(),
    track: Track,
    arrivesOn: LocalDate,
    departsOn: LocalDate,
    zone: z.string(),
    state: DelegationState,
    rule: HouseRule,
    /** Whether the reader is shown the names. If not, notes are withheld; of a closed delegation, its name and partnership as well. */
    known: z.boolean(),
    notes: z.string().nullable(),
    delegateCount: z.int(),
    version: Version,
  })
  .meta({ id: 'Delegation' });
export type Delegation = z.infer<typeof Delegation>;

export const DelegationPage = pageOf(Delegation, 'DelegationPage');

/** A filter that may be given once or several times; several mean any of them. */
const anyOf = <S extends z.ZodType<string>>(one: S) =>
  z
    .union([one, z.array(one).max(10)])
    .transform((given): z.output<S>[] => [given].flat() as z.output<S>[])
    .optional();

/** Latest arrival first. `q` is looked for in the name and in the names of the two communities. */
export const DelegationsQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  direction: anyOf(DelegationDirection),
  state: anyOf(DelegationState),
  partnershipId: Id.optional(),
});
export type DelegationsQuery = z.infer<typeof DelegationsQuery>;

export const DelegationStateChange = z.object({ state: DelegationState }).meta({ id: 'DelegationStateChange' });
export type DelegationStateChange = z.infer<typeof DelegationStateChange>;
