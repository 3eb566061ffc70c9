// A household opens its home: who lives there, what it offers and how far its screening is. What a guest must not meet
// (pets, smoke, stairs) is asked outright, because an empty answer never counts as a no.
import { Diet, PetSpecies } from '@amity/people';
import { Id, Instant, issue, LanguageTag, LocalDate, pageOf, PageQuery, Version } from '@amity/kernel';
import * as z from 'zod';
import { Check, RecordedCheck, Requirement, ScreeningCell } from './screening.contract.js';

export const householdStateNames = ['applied', 'vetting', 'approved', 'paused', 'declined'] as const;
export const HouseholdState = z.enum(householdStateNames).meta({ id: 'HouseholdState' });
export type HouseholdState = z.infer<typeof HouseholdState>;

export const rooms = ['own_room', 'shared_with_child', 'living_area'] as const;
export const Room = z.enum(rooms).meta({ id: 'Room' });
export type Room = z.infer<typeof Room>;

/** `contact` is the adult who signed up; there is one in every household. */
export const relations = ['contact', 'adult', 'child'] as const;
export const Relation = z.enum(relations).meta({ id: 'Relation' });
export type Relation = z.infer<typeof Relation>;

export const Pet = z.object({ species: PetSpecies, count: z.int().min(1).max(50) }).meta({ id: 'Pet' });
export type Pet = z.infer<typeof Pet>;

/** Nights a household offers, `[from, to)`: `to` is the morning on which the guest leaves. */
export const Offer = z
  .object({ from: LocalDate, to: LocalDate })
  .refine(({ from, to }) => from < to, { path: ['to'], error: issue('nights_reversed') })
  .meta({ id: 'Offer' });
export type Offer = z.infer<typeof Offer>;

export const Member = z
  .object({ id: Id, personId: Id, name: z.string(), relation: Relation, birthDate: LocalDate.nullable(), phone: z.string().nullable() })
  .meta({ id: 'HouseholdMember' });
export type Member = z.infer<typeof Member>;

/** One line of the list of host families. */
export const HouseholdSummary = z
  .object({
    id: Id,
    name: z.string(),
    state: HouseholdState,
    town: z.string(),
    beds: z.int(),
    people: z.int(),
    languages: z.array(z.string()),
    pets: z.array(PetSpecies),
    offers: z.array(Offer),
    /** Screening as of today: requirements met, of all that apply. */
    screeningMet: z.int(),
    screeningNeeded: z.int(),
    /** The first day on which something now in date no longer is; null when nothing lapses. */
    lapsesOn: LocalDate.nullable(),
    appliedAt: Instant,
    version: Version,
  })
  .meta({ id: 'HouseholdSummary' });
export type HouseholdSummary = z.infer<typeof HouseholdSummary>;

export const HouseholdPage = pageOf(HouseholdSummary, 'HouseholdPage').extend({
  /** How many stand in each state, whatever the filters. */
  counts: z.record(HouseholdState, z.int()),
});
export type HouseholdPage = z.infer<typeof HouseholdPage>;

/** With `from` and `to`: only families that offer every one of those nights. */
export const HouseholdsQuery = PageQuery.extend({
  /** Any of these states; repeat the name for several. */
  state: z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(HouseholdState).max(5).optional()),
  q: z.string().trim().max(100).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
}).refine(({ from, to }) => !from === !to && (!from || !to || from < to), {
  path: ['to'],
  error: issue('nights_incomplete'),
});
export type HouseholdsQuery = z.infer<typeof HouseholdsQuery>;

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);

/** What a coordinator or the family itself may change later. A field left out stays; `pets` and `offers` replace the whole list. */
export const HouseholdChange = z
  .object({
    name: z.string().trim().min(1).max(160),
    phone: optionalText(40),
    address: z.string().trim().min(1).max(300),
    postalCode: optionalText(20),
    town: z.string().trim().min(1).max(120),
    languages: z.array(LanguageTag).min(1).max(20),
    dietOffered: Diet,
    beds: z.int().min(0).max(20),
    room: Room,
    stairs: z.boolean(),
    smokers: z.boolean(),
    notes: optionalText(2000),
    pets: z
      .array(Pet)
      .max(7)
      .refine((pets) => new Set(pets.map(({ species }) => species)).size === pets.length, issue('pet_named_twice')),
    offers: z.array(Offer).max(40),
  })
  .partial()
  .meta({ id: 'HouseholdChange' });
export type HouseholdChange = z.infer<typeof HouseholdChange>;

/** What the family may change on its own page. */
export const HomeChange = HouseholdChange.pick({ phone: true, beds: true, pets: true, offers: true }).meta({ id: 'HomeChange' });
export type HomeChange = z.infer<typeof HomeChange>;

export const Consent = z
  .object({ key: z.enum(['participation', 'screening', 'follow_up']), wordingVersion: z.int(), givenAt: Instant })
  .meta({ id: 'HostConsent' });
export type Consent = z.infer<typeof Consent>;

export const Household = z
  .object({
    id: Id,
    name: z.string(),
    state: HouseholdState,
    /** The states this household may become next. */
    next: z.array(HouseholdState),
    email: z.string(),
    phone: z.string().nullable(),
    address: z.string(),
    postalCode: z.string().nullable(),
    town: z.string(),
    languages: z.array(z.string()),
    dietOffered: z.array(z.string()),
    beds: z.int(),
    room: Room,
    stairs: z.boolean(),
    smokers: z.boolean(),
    notes: z.string().nullable(),
    members: z.array(Member),
    pets: z.array(Pet),
    offers: z.array(Offer),
    consents: z.array(Consent),
    requirements: z.array(Requirement),
    checks: z.array(RecordedCheck),
    /** The checklist as of today: requirement × person. */
    screening: z.array(ScreeningCell),
    today: LocalDate,
    appliedAt: Instant,
    version: Version,
  })
  .meta({ id: 'Household' });
export type Household = z.infer<typeof Household>;

export const StateChange = z.object({ to: HouseholdState }).meta({ id: 'HouseholdStateChange' });
export type StateChange = z.infer<typeof StateChange>;

/** What happened to a household's record, for its timeline; never the contents of a field. */
export const HouseholdEvent = z
  .object({
    id: Id,
    at: Instant,
    actor: z.string(),
    action: z.enum(['created', 'changed', 'removed']),
    subject: z.enum(['households', 'members', 'pets', 'offers', 'checks', 'consents']),
    /** The fields that changed. */
    fields: z.array(z.string()),
    state: HouseholdState.nullable(),
    requirementKey: z.string().nullable(),
    outcome: Check.shape.outcome.nullable(),
  })
  .meta({ id: 'HouseholdEvent' });
export type HouseholdEvent = z.infer<typeof HouseholdEvent>;

export const HouseholdTimeline = pageOf(HouseholdEvent, 'HouseholdTimeline');
export type HouseholdTimeline = z.infer<typeof HouseholdTimeline>;

/** What the family sees of itself by its own link: no checks, no notes of the coordinators. */
export const Home = z
  .object({
    organization: z.string(),
    name: z.string(),
    state: HouseholdState,
    today: LocalDate,
    address: z.string(),
    town: z.string(),
    phone: z.string().nullable(),
    beds: z.int(),
    pets: z.array(Pet),
    offers: z.array(Offer),
    members: z.array(z.object({ name: z.string(), relation: Relation })),
    /** Requirements met and needed, so that the family sees how far it is. */
    screeningMet: z.int(),
    screeningNeeded: z.int(),
    version: Version,
  })
  .meta({ id: 'HostHome' });
export type Home = z.infer<typeof Home>;
