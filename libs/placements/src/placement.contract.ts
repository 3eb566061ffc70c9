// A placement gives one guest one bed of one family for a span of nights. It is offered; the family accepts or declines by its
// link, or the coordinator answers for it; until the stay is over it can be cancelled. Nights are `[from, to)`.
import { DelegateRole, DelegationState, HouseRule } from '@amity/delegations';
import { HouseholdState } from '@amity/hosting';
import { Id, Instant, issue, LocalDate, pageOf, PageQuery, Version } from '@amity/kernel';
import { PetSpecies } from '@amity/people';
import * as z from 'zod';
import { ageGroups } from './age-group.js';

export const placementStateNames = ['offered', 'accepted', 'declined', 'cancelled'] as const;
export const PlacementState = z.enum(placementStateNames).meta({ id: 'PlacementState' });
export type PlacementState = z.infer<typeof PlacementState>;

/** Nights of a stay: `from` is the first night, `to` the morning of leaving. */
export const Nights = z
  .object({ from: LocalDate, to: LocalDate })
  .refine(({ from, to }) => from < to, { path: ['to'], error: issue('nights_reversed') })
  .meta({ id: 'Nights' });
export type Nights = z.infer<typeof Nights>;

const optionalText = z
  .string()
  .trim()
  .max(1000)
  .nullish()
  .transform((value) => value || null);

/** Offers a bed to a guest. Without `nights`: every night of the delegation's stay. `message` goes into the family's letter. */
export const PlacementDraft = z
  .object({ delegateId: Id, householdId: Id, nights: Nights.optional(), message: optionalText })
  .meta({ id: 'PlacementDraft' });
export type PlacementDraft = z.infer<typeof PlacementDraft>;
export type PlacementInput = z.input<typeof PlacementDraft>;

export const PlacementAnswer = z.object({ answer: z.enum(['accepted', 'declined']), note: optionalText }).meta({ id: 'PlacementAnswer' });
export type PlacementAnswer = z.infer<typeof PlacementAnswer>;
export type PlacementAnswerInput = z.input<typeof PlacementAnswer>;

export const Placement = z
  .object({
    id: Id,
    delegateId: Id,
    /** Null where the reader need not know who it is. */
    guestName: z.string().nullable(),
    delegationId: Id,
    delegationName: z.string(),
    householdId: Id,
    householdName: z.string(),
    town: z.string(),
    bed: z.int(),
    nights: z.object({ from: LocalDate, to: LocalDate }),
    state: PlacementState,
    offeredAt: Instant,
    answeredAt: Instant.nullable(),
    answeredBy: z.enum(['family', 'coordinator']).nullable(),
    answerNote: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'Placement' });
export type Placement = z.infer<typeof Placement>;

/** Placements of one household, the coming ones first. */
export const HouseholdPlacements = z.object({ items: z.array(Placement) }).meta({ id: 'HouseholdPlacements' });
export type HouseholdPlacements = z.infer<typeof HouseholdPlacements>;

/** A delegate who needs a bed, with every placement that still counts and those a family declined. */
export const Guest = z
  .object({
    delegateId: Id,
    name: z.string(),
    nativeName: z.string().nullable(),
    role: DelegateRole,
    ageGroup: z.enum(ageGroups).nullable(),
    languages: z.array(z.string()),
    diet: z.array(z.string()),
    petAllergies: z.array(PetSpecies),
    placements: z.array(Placement),
    /** The first span of nights without a bed; null when every night is covered. */
    open: z.object({ from: LocalDate, to: LocalDate }).nullable(),
  })
  .meta({ id: 'PlacementGuest' });
export type Guest = z.infer<typeof Guest>;

/** How far a delegation is: guests who need a bed, who have one for every night, and whose families have all said yes. */
export const PlacementTally = z
  .object({
    delegationId: Id,
    name: z.string(),
    partnershipLabel: z.string().nullable(),
    arrivesOn: LocalDate,
    departsOn: LocalDate,
    state: DelegationState,
    rule: HouseRule,
    guests: z.int(),
    placed: z.int(),
    accepted: z.int(),
  })
  .meta({ id: 'PlacementTally' });
export type PlacementTally = z.infer<typeof PlacementTally>;

export const PlacementTallyPage = pageOf(PlacementTally, 'PlacementTallyPage');
export type PlacementTallyPage = z.infer<typeof PlacementTallyPage>;

/** Delegations we receive: those still to come or here, soonest first; with `past`, those that left, latest first. */
export const PlacementTalliesQuery = PageQuery.extend({ past: z.stringbool().default(false) });
export type PlacementTalliesQuery = z.infer<typeof PlacementTalliesQuery>;

export const DelegationPlacements = z.object({ delegation: PlacementTally, guests: z.array(Guest) }).meta({ id: 'DelegationPlacements' });
export type DelegationPlacements = z.infer<typeof DelegationPlacements>;

/** Something that stands against a placement, as code and in words. */
export const Objection = z.object({ code: z.string(), sentence: z.string() }).meta({ id: 'PlacementObjection' });
export type Objection = z.infer<typeof Objection>;

export const Candidate = z
  .object({
    householdId: Id,
    name: z.string(),
    town: z.string(),
    state: HouseholdState,
    beds: z.int(),
    /** Beds free on every one of these nights. */
    bedsFree: z.int(),
    languages: z.array(z.string()),
    sharedLanguages: z.array(z.string()),
    /** What the guest asks for at the table and this home does not offer. */
    dietMissing: z.array(z.string()),
    pets: z.array(PetSpecies),
    cleared: z.boolean(),
    /** 0 to 100; how it is made stands with `scoreOf`. */
    score: z.int().min(0).max(100),
    /** The one thing that stands against it most; null when nothing does. */
    against: Objection.nullable(),
    /** Everything that stands in the way of an offer; empty when cleared. */
    reasons: z.array(Objection),
  })
  .meta({ id: 'PlacementCandidate' });
export type Candidate = z.infer<typeof Candidate>;

/** Families for one guest on these nights: cleared ones first, then by score; the first hundred of `total`. */
export const Candidates = z
  .object({
    delegateId: Id,
    nights: z.object({ from: LocalDate, to: LocalDate }),
    total: z.int(),
    cleared: z.int(),
    items: z.array(Candidate),
  })
  .meta({ id: 'PlacementCandidates' });
export type Candidates = z.infer<typeof Candidates>;

/** Both or neither: without them, the first nights the guest still lacks. */
export const CandidatesQuery = z
  .object({ from: LocalDate.optional(), to: LocalDate.optional() })
  .refine(({ from, to }) => !from === !to && (!from || !to || from < to), {
    path: ['to'],
    error: issue('nights_incomplete'),
  });
export type CandidatesQuery = z.infer<typeof CandidatesQuery>;

/** What the family sees by its link. Who comes is told only while the offer stands. */
export const FamilyOffer = z
  .object({
    organization: z.string(),
    family: z.string(),
    state: PlacementState,
    nights: z.object({ from: LocalDate, to: LocalDate }),
    delegation: z.string(),
    message: z.string().nullable(),
    guest: z
      .object({
        givenName: z.string(),
        ageGroup: z.enum(ageGroups).nullable(),
        languages: z.array(z.string()),
        diet: z.array(z.string()),
        petAllergies: z.array(PetSpecies),
      })
      .nullable(),
    answeredAt: Instant.nullable(),
    version: Version,
  })
  .meta({ id: 'FamilyOffer' });
export type FamilyOffer = z.infer<typeof FamilyOffer>;
