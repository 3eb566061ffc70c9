// What travellers hold in their hands: a snapshot of the program, complete in itself, numbered when it is published. Later
// changes of the program do not touch it; the next version says what is different.
import { Id, Instant, LocalDate, LocalDateTime, Version } from '@amity/kernel';
import * as z from 'zod';
import { AppointmentKind } from './appointment.contract.js';

export const ItineraryItem = z
  .object({
    id: Id,
    title: z.string(),
    kind: AppointmentKind,
    track: z.int().nullable(),
    startsAt: LocalDateTime,
    endsAt: LocalDateTime,
    zone: z.string(),
    start: Instant,
    end: Instant,
    tentative: z.boolean(),
    site: z.string().nullable(),
    address: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    accessNotes: z.string().nullable(),
    /** Who receives the delegation there. */
    metBy: z.string().nullable(),
    /** Names of those it is for; null means everyone. */
    people: z.array(z.string()).nullable(),
    interpreters: z.array(z.string()),
    escorts: z.array(z.string()),
    notes: z.string().nullable(),
  })
  .meta({ id: 'ItineraryItem' });
export type ItineraryItem = z.infer<typeof ItineraryItem>;

const Place = z.object({ name: z.string(), region: z.string().nullable() });

export const ItineraryContent = z
  .object({
    organization: z.string(),
    title: z.string(),
    arrivesOn: LocalDate,
    departsOn: LocalDate,
    zone: z.string(),
    travelling: Place.nullable(),
    receiving: Place.nullable(),
    emergencyContact: z.string().nullable(),
    /** In the order of time. */
    items: z.array(ItineraryItem),
    /** Items of earlier versions that are no longer in the program; calendars must hear of them. */
    withdrawn: z.array(ItineraryItem),
  })
  .meta({ id: 'ItineraryContent' });
export type ItineraryContent = z.infer<typeof ItineraryContent>;

const ChangedField = z.object({ field: z.string(), from: z.json(), to: z.json() });
export type ChangedField = z.infer<typeof ChangedField>;

const fields = z.array(ChangedField).min(1);

/** One difference between two versions. `moved`: at another time; `changed`: something else; `visit`: the head of the itinerary. */
export const ItineraryChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('added'), item: ItineraryItem }),
    z.object({ kind: z.literal('removed'), item: ItineraryItem }),
    z.object({ kind: z.literal('moved'), id: Id, title: z.string(), zone: z.string(), fields }),
    z.object({ kind: z.literal('changed'), id: Id, title: z.string(), zone: z.string(), fields }),
    z.object({ kind: z.literal('visit'), fields }),
  ])
  .meta({ id: 'ItineraryChange' });
export type ItineraryChange = z.infer<typeof ItineraryChange>;

/** What publishing now would change. `number` is that of the version to come. */
export const ItineraryPreview = z
  .object({ number: z.int(), changes: z.array(ItineraryChange), appointmentCount: z.int(), tentativeCount: z.int() })
  .meta({ id: 'ItineraryPreview' });
export type ItineraryPreview = z.infer<typeof ItineraryPreview>;

export const ItineraryVersion = z
  .object({
    id: Id,
    number: z.int(),
    publishedAt: Instant,
    publishedBy: z.string(),
    appointmentCount: z.int(),
    changes: z.array(ItineraryChange),
    version: Version,
  })
  .meta({ id: 'ItineraryVersion' });
export type ItineraryVersion = z.infer<typeof ItineraryVersion>;

/** Latest first. */
export const ItineraryVersions = z.object({ items: z.array(ItineraryVersion) }).meta({ id: 'ItineraryVersions' });

/** What the pocket itinerary shows: the latest published version. */
export const PocketItinerary = z
  .object({ number: z.int(), publishedAt: Instant, content: ItineraryContent })
  .meta({ id: 'PocketItinerary' });
export type PocketItinerary = z.infer<typeof PocketItinerary>;

/** The latest published version of each visit that a delegate travels with. */
export const OwnItineraries = z
  .object({ items: z.array(z.object({ delegationId: Id, itinerary: PocketItinerary })) })
  .meta({ id: 'OwnItineraries' });
export type OwnItineraries = z.infer<typeof OwnItineraries>;

/** `?draft=1` prints the program as it stands, marked as a draft. */
export const PaperQuery = z.object({
  draft: z
    .enum(['0', '1', 'false', 'true'])
    .optional()
    .transform((value) => value === '1' || value === 'true'),
});
export type PaperQuery = z.infer<typeof PaperQuery>;
