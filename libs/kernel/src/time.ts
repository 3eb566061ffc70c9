// Three kinds of time, never mixed: an instant (UTC), a day in a calendar (no zone), and the zone that joins them.
// Stays are counted in nights: the day of departure is not a night.
import * as z from 'zod';
import { issue } from './issues.js';

/** A calendar day `YYYY-MM-DD` that exists, in the years 1000 to 9998 so that sums stay four digits; no zone. */
export const LocalDate = z.iso
  .date()
  .refine((day) => day >= '1000-01-01' && day < '9999-01-01', issue('year_out_of_range'))
  .meta({ id: 'LocalDate' });
export type LocalDate = z.infer<typeof LocalDate>;

/** A wall-clock time without zone, `YYYY-MM-DDTHH:mm`; needs a site's zone to become an instant. */
export const LocalDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .refine((s) => z.iso.datetime({ local: true }).safeParse(`${s}:00`).success, issue('time_unknown'))
  .meta({ id: 'LocalDateTime' });
export type LocalDateTime = z.infer<typeof LocalDateTime>;

/** A moment in time, ISO 8601 with offset; Amity sends UTC. */
export const Instant = z.iso.datetime({ offset: true }).meta({ id: 'Instant' });
export type Instant = z.infer<typeof Instant>;

/** An IANA time zone that this runtime knows, for example `Asia/Tokyo`. */
export const Zone = z
  .string()
  .min(1)
  .max(64)
  .refine((name) => isZone(name), issue('zone_unknown'))
  .meta({ id: 'Zone' });
export type Zone = z.infer<typeof Zone>;

const knownZones = new Map<string, boolean>();

function isZone(name: string): boolean {
  let known = knownZones.get(name);
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      known = true;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error; // RangeError is how Intl says "no such zone"
      known = false;
    }
    if (knownZones.size < 2000) knownZones.set(name, known);
  }
  return known;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day `days` after `day`. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Nights of a stay `[from, to)`, each named by its evening; `[]` when it ends on or before its start. */
export function nightsOf(stay: { from: LocalDate; to: LocalDate }): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(stay.from, stay.to)) }, (_, i) => addDays(stay.from, i));
}

const calendars = new Map<Zone, Intl.DateTimeFormat>();

/** A day as seen in a zone at an instant. */
export function dayIn(zone: Zone, instant: Date): LocalDate {
  let calendar = calendars.get(zone);
  if (!calendar) {
    // Canadian English writes YYYY-MM-DD; making a formatter costs far more than using it
    calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    if (calendars.size < 600) calendars.set(zone, calendar);
  }
  return calendar.format(instant);
}
