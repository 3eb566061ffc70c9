// One item of the itinerary. Times are written on the clock of its place: the site's zone, or the delegation's where there is
// no site. Whoever takes part is booked for the span, so that nobody can be in two places.
import { Id, Instant, issue, LocalDate, LocalDateTime, Version } from '@amity/kernel';
import { HouseRule, Track } from '@amity/delegations';
import * as z from 'zod';
import { AppointmentState } from './appointment.states.js';

export const appointmentKinds = ['meeting', 'meal', 'ceremony', 'tour', 'transfer', 'free_time'] as const;
export const AppointmentKind = z.enum(appointmentKinds).meta({ id: 'AppointmentKind' });
export type AppointmentKind = z.infer<typeof AppointmentKind>;

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);

const people = (max: number) =>
  z
    .array(Id)
    .max(max)
    .default([])
    .transform((ids) => [...new Set(ids)]);

export const AppointmentDraft = z
  .object({
    title: z.string().trim().min(1, issue('appointment_title_missing')).max(160),
    kind: AppointmentKind.default('meeting'),
    track: Track.nullish().transform((value) => value ?? null),
    siteId: Id.nullish().transform((value) => value ?? null),
    startsAt: LocalDateTime,
    endsAt: LocalDateTime,
    state: AppointmentState.default('confirmed'),
    /** All delegates of the delegation, those who join later included. */
    everyone: z.boolean().default(true),
    /** People of the roster, where it is not for everyone. */
    participantIds: people(500),
    interpreterIds: people(20),
    escortIds: people(20),
    /** Left out, a new appointment has its delegation's rule and a changed one keeps its own. */
    rule: HouseRule.optional(),
    appointmentHost: optionalText(200),
    notes: optionalText(4000),
  })
  .refine((draft) => draft.endsAt > draft.startsAt, { path: ['endsAt'], error: issue('appointment_ends_before_start') })
  .refine((draft) => draft.everyone || draft.participantIds.length > 0, {
    path: ['participantIds'],
    error: issue('participants_missing'),
  })
  .meta({ id: 'AppointmentDraft' });
export type AppointmentDraft = z.infer<typeof AppointmentDraft>;
export type AppointmentInput = z.input<typeof AppointmentDraft>;

export const BookedPerson = z
  .object({ personId: Id, name: z.string(), as: z.enum(['participant', 'interpreter', 'escort']) })
  .meta({ id: 'BookedPerson' });
export type BookedPerson = z.infer<typeof BookedPerson>;

/** Something a coordinator should know and may leave as it is. */
export const AppointmentNotice = z.enum(['outside_stay', 'earlier_of_two']).meta({
  id: 'AppointmentNotice',
  description: 'outside_stay: not within the days of the delegation; earlier_of_two: the clock shows this time twice, the first is meant',
});
export type AppointmentNotice = z.infer<typeof AppointmentNotice>;

export const AppointmentSite = z
  .object({
    id: Id,
    name: z.string(),
    address: z.string(),
    zone: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    accessNotes: z.string().nullable(),
  })
  .meta({ id: 'AppointmentSite' });
export type AppointmentSite = z.infer<typeof AppointmentSite>;

export const Appointment = z
  .object({
    id: Id,
    visitId: Id,
    title: z.string(),
    kind: AppointmentKind,
    track: Track.nullable(),
    site: AppointmentSite.nullable(),
    startsAt: LocalDateTime,
    endsAt: LocalDateTime,
    /** Zone of `startsAt` and `endsAt`. */
    zone: z.string(),
    start: Instant,
    end: Instant,
    state: AppointmentState,
    everyone: z.boolean(),
    /** All who take part, by name; for everyone, the roster as it is now. */
    people: z.array(BookedPerson),
    appointmentHost: z.string().nullable(),
    notes: z.string().nullable(),
    /** Its own rule, and the one that holds: the stricter of it and its delegation's. */
    rule: HouseRule,
    effectiveRule: HouseRule,
    /** Whether the reader is shown the names. If not, `people` is empty and notes are withheld; of a closed one, title, site and host too. */
    known: z.boolean(),
    notices: z.array(AppointmentNotice),
    version: Version,
  })
  .meta({ id: 'Appointment' });
export type Appointment = z.infer<typeof Appointment>;

/** The appointments of a visit in the order of time. A visit is small enough to be read at once. */
export const AppointmentList = z.object({ items: z.array(Appointment) }).meta({ id: 'AppointmentList' });

/** Days of the visit's zone; appointments that touch them. */
export const AppointmentsQuery = z.object({ from: LocalDate.optional(), to: LocalDate.optional() });
export type AppointmentsQuery = z.infer<typeof AppointmentsQuery>;

export const AppointmentStateChange = z.object({ state: AppointmentState }).meta({ id: 'AppointmentStateChange' });
export type AppointmentStateChange = z.infer<typeof AppointmentStateChange>;
