// The pocket itinerary as it is printed: one booklet per traveller or subgroup, in the reader's language. Every string arrives
// already translated and formatted in the site's local time; protected participants arrive under their pseudonym or not at all.
import * as z from 'zod';

const Line = z.string().max(300);
const Text = z.string().max(4000);

const Community = z.object({
  name: Line.min(1),
  /** State and country, or country alone. */
  region: Line.optional(),
});

const Appointment = z.object({
  kind: z.literal('appointment'),
  /** Wall-clock time at the site, as the reader writes it: "09:00" or "9:00 AM". */
  starts: Line.min(1),
  ends: Line.optional(),
  title: Line.min(1),
  site: Line.optional(),
  address: Line.optional(),
  /** Who receives the delegation there. */
  metBy: Line.optional(),
  /** The part of the delegation this is for; absent means everyone. */
  subgroup: Line.optional(),
  /** A word such as "Tentative"; absent means confirmed. */
  mark: Line.optional(),
  notes: Text.optional(),
});

const Transfer = z.object({
  kind: z.literal('transfer'),
  starts: Line.min(1),
  /** "Minibus to City Hall" */
  title: Line.min(1),
  /** "12 minutes · meet in the lobby" */
  detail: Line.optional(),
  subgroup: Line.optional(),
});

export const ItineraryEntry = z.discriminatedUnion('kind', [Appointment, Transfer]);
export type ItineraryEntry = z.infer<typeof ItineraryEntry>;

export const ItineraryDay = z.object({
  /** "Tuesday 12 May" */
  heading: Line.min(1),
  /** "Day 2" */
  ordinal: Line.optional(),
  /** One line for the overview: "City hall, fisheries co-op, home dinner" */
  summary: Line.optional(),
  notes: Text.optional(),
  /** In the order of the day; empty prints `labels.freeDay`. */
  entries: z.array(ItineraryEntry),
});
export type ItineraryDay = z.infer<typeof ItineraryDay>;

const Contact = z.object({
  name: Line.min(1),
  /** "Coordinator", "Your host family" */
  role: Line,
  phone: Line.optional(),
  notes: Line.optional(),
});

export const ItineraryDocument = z
  .object({
    organization: Line.min(1),
    title: Line.min(1),
    /** "11–17 May 2026" */
    dates: Line.min(1),
    /** The community that travels. */
    travelling: Community,
    /** The community that receives. */
    receiving: Community,
    /** Whose booklet this is: "Hana Mori · School group". */
    reader: Line.optional(),
    welcome: Text.optional(),
    /** "All times are local: Pacific time, 16 hours behind Tateyama." */
    zoneNote: Line.optional(),
    /** "Version 3, published 2 May 2026" */
    version: Line,
    days: z.array(ItineraryDay).max(400),
    /** Numbers that help at once: police, ambulance, the 24-hour line. */
    emergency: z.array(z.object({ label: Line.min(1), phone: Line.min(1), notes: Line.optional() })),
    contacts: z.array(Contact),
    labels: z.object({
      overview: Line,
      metBy: Line,
      contacts: Line,
      emergency: Line,
      freeDay: Line,
      notes: Line,
      /** `{page}` and `{pages}` are filled in: "{page} of {pages}" */
      pageOf: Line,
    }),
  })
  .meta({ id: 'ItineraryDocument' });
export type ItineraryDocument = z.infer<typeof ItineraryDocument>;
