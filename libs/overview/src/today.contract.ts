// Everything a coordinator looks at first in the morning, in one answer. Sentences are made on the page; here are the facts.
import { Id, Instant, LocalDate } from '@amity/kernel';
import * as z from 'zod';

const day = LocalDate;

/** A delegation that is here or comes within sixty days. */
export const TodayDelegation = z
  .object({
    id: Id,
    name: z.string(),
    direction: z.enum(['inbound', 'outbound']),
    arrivesOn: day,
    departsOn: day,
    /** Those who need a bed, and those of them who have one for every night. */
    guests: z.int(),
    placed: z.int(),
    travellers: z.int(),
    published: z.boolean(),
    /** The clock at home of those who visit; null without a partnership. */
    partner: z.object({ name: z.string(), zone: z.string() }).nullable(),
  })
  .meta({ id: 'TodayDelegation' });
export type TodayDelegation = z.infer<typeof TodayDelegation>;

export const TodayHome = z.object({ householdId: Id, name: z.string(), guests: z.int() }).meta({ id: 'TodayHome' });
export type TodayHome = z.infer<typeof TodayHome>;

export const TodayAppointment = z
  .object({
    id: Id,
    delegationId: Id,
    delegationName: z.string(),
    title: z.string(),
    kind: z.string(),
    state: z.enum(['tentative', 'confirmed']),
    start: Instant,
    end: Instant,
    /** Minutes after midnight on the organization's clock; an end after midnight is above 1440. */
    from: z.int(),
    to: z.int(),
    siteName: z.string().nullable(),
    /** How many take part; null for everyone. */
    people: z.int().nullable(),
  })
  .meta({ id: 'TodayAppointment' });
export type TodayAppointment = z.infer<typeof TodayAppointment>;

/** Something only a person can settle; `due` is the day from which it is too late. */
export const Need = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('bed'), due: day, delegationId: Id, delegation: z.string(), count: z.int(), of: z.int() }),
    z.object({
      kind: z.literal('lapse'),
      due: day,
      householdId: Id,
      household: z.string(),
      requirement: z.string(),
      member: z.string().nullable(),
      /** A guest sleeps there when it has lapsed. */
      blocks: z.boolean(),
    }),
    z.object({
      kind: z.literal('answer'),
      due: day,
      delegationId: Id,
      delegateId: Id,
      /** Null where the reader need not know who it is. */
      guest: z.string().nullable(),
      household: z.string(),
      askedOn: day,
    }),
    z.object({ kind: z.literal('screening'), due: day, count: z.int(), oldest: day }),
    z.object({ kind: z.literal('itinerary'), due: day, delegationId: Id, delegation: z.string() }),
  ])
  .meta({ id: 'Need' });
export type Need = z.infer<typeof Need>;

/** What exists at all; an organization that begins sees what to do first. */
export const Beginnings = z.object({ partnerships: z.int(), delegations: z.int(), households: z.int() }).meta({ id: 'Beginnings' });
export type Beginnings = z.infer<typeof Beginnings>;

export const TodayOverview = z
  .object({
    organization: z.object({ name: z.string(), slug: z.string(), zone: z.string() }),
    today: day,
    now: Instant,
    /** Here or within sixty days, soonest first. */
    delegations: z.array(TodayDelegation),
    tonight: z.object({ guests: z.int(), homes: z.array(TodayHome) }),
    appointments: z.array(TodayAppointment),
    /** Most urgent first. */
    needs: z.array(Need),
    beginnings: Beginnings,
  })
  .meta({ id: 'TodayOverview' });
export type TodayOverview = z.infer<typeof TodayOverview>;
