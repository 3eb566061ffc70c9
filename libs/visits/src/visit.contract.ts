// One delegation's stay as a program. Every delegation has exactly one visit; it exists as soon as somebody looks at it.
import { DelegationDirection, DelegationState, HouseRule } from '@amity/delegations';
import { Id, Instant, LocalDate, PageQuery, Version, pageOf } from '@amity/kernel';
import * as z from 'zod';

/** empty: nothing planned · draft: never published · published: as published · changed: differs from what was published */
export const VisitState = z.enum(['empty', 'draft', 'published', 'changed']).meta({ id: 'VisitState' });
export type VisitState = z.infer<typeof VisitState>;

export const Visit = z
  .object({
    id: Id,
    delegationId: Id,
    delegationName: z.string(),
    direction: DelegationDirection,
    arrivesOn: LocalDate,
    departsOn: LocalDate,
    /** Zone of the place where the delegation is a guest. */
    zone: z.string(),
    /** Name of the place in `zone`; null without a partnership. */
    placeName: z.string().nullable(),
    /** Where the delegation comes from, for the second clock. */
    homeZone: z.string().nullable(),
    homeName: z.string().nullable(),
    delegateCount: z.int(),
    rule: HouseRule,
    /** Whether the reader is shown the delegation's names. */
    known: z.boolean(),
    emergencyContact: z.string().nullable(),
    /** The latest published version. */
    published: z.object({ number: z.int(), at: Instant }).nullable(),
    version: Version,
  })
  .meta({ id: 'Visit' });
export type Visit = z.infer<typeof Visit>;

export const VisitDraft = z
  .object({
    emergencyContact: z
      .string()
      .trim()
      .max(200)
      .nullish()
      .transform((value) => value || null),
  })
  .meta({ id: 'VisitDraft' });
export type VisitDraft = z.infer<typeof VisitDraft>;

/** A line of the list of visits: the delegation and how far its program is. `id` is the delegation's. */
export const VisitSummary = z
  .object({
    id: Id,
    name: z.string(),
    direction: DelegationDirection,
    delegationState: DelegationState,
    rule: HouseRule,
    partnershipLabel: z.string().nullable(),
    arrivesOn: LocalDate,
    departsOn: LocalDate,
    appointmentCount: z.int(),
    tentativeCount: z.int(),
    publishedNumber: z.int().nullable(),
    state: VisitState,
  })
  .meta({ id: 'VisitSummary' });
export type VisitSummary = z.infer<typeof VisitSummary>;

export const VisitPage = pageOf(VisitSummary, 'VisitPage');

/** Latest arrival first. `q` is looked for in the delegation's name. */
export const VisitsQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  direction: DelegationDirection.optional(),
});
export type VisitsQuery = z.infer<typeof VisitsQuery>;

/** A personal address; whoever has it reads the published itinerary until it is revoked. It is shown once. */
export const FeedLink = z
  .object({
    /** For "subscribe by address": https. */
    feedUrl: z.string(),
    /** Opens the calendar of a phone or a desktop. */
    webcalUrl: z.string(),
    /** The pocket itinerary as a page. */
    pageUrl: z.string(),
  })
  .meta({ id: 'FeedLink' });
export type FeedLink = z.infer<typeof FeedLink>;
