// The geometry of the week view: where an appointment stands among days and hours of the visit's zone, which ones lie side by
// side, and what a drag to another place means on the clock of the appointment's own site.
import { addDays, daysBetween, type LocalDate, type LocalDateTime } from '@amity/kernel';
import { localIn, resolveLocal, type Appointment } from '@amity/visits';

export interface Hours {
  /** First and last hour shown; `to` is exclusive, at most 24. */
  readonly from: number;
  readonly to: number;
}

/** An appointment's part in one day: minutes since midnight, and its lane among those at the same time. */
export interface Block {
  readonly appointment: Appointment;
  readonly day: LocalDate;
  readonly from: number;
  readonly to: number;
  readonly lane: number;
  readonly lanes: number;
}

/** A span on the wall clock of the visit's zone. */
export interface Span {
  readonly startsAt: LocalDateTime;
  readonly endsAt: LocalDateTime;
}

const dayMinutes = 24 * 60;
export const snap = 15;

/** The days to show: seven at a time from the first one on, all of a stay of at most seven days. */
export function weeksOf(stay: { readonly arrivesOn: LocalDate; readonly departsOn: LocalDate }): LocalDate[][] {
  const count = Math.min(daysBetween(stay.arrivesOn, stay.departsOn) + 1, 400);
  const days = Array.from({ length: count }, (_, i) => addDays(stay.arrivesOn, i));
  return Array.from({ length: Math.ceil(count / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** The stay widened to every day on which something is planned. */
export function daysInUse(
  stay: { readonly arrivesOn: LocalDate; readonly departsOn: LocalDate },
  appointments: readonly Appointment[],
  zone: string,
): { arrivesOn: LocalDate; departsOn: LocalDate } {
  const days = appointments.map((appointment) => localIn(zone, Date.parse(appointment.start)).slice(0, 10)).sort();
  const [first, last] = [days[0] ?? stay.arrivesOn, days.at(-1) ?? stay.departsOn];
  return { arrivesOn: first < stay.arrivesOn ? first : stay.arrivesOn, departsOn: last > stay.departsOn ? last : stay.departsOn };
}

/** At least 8 to 20 o'clock, and whatever the appointments of these days need. */
export function hoursOf(blocks: readonly Block[]): Hours {
  return {
    from: Math.min(8, ...blocks.map(({ from }) => Math.floor(from / 60))),
    to: Math.max(20, ...blocks.map(({ to }) => Math.ceil(to / 60))),
  };
}

/** Blocks of these days; an appointment over midnight has one in each day it touches. */
export function blocksOf(appointments: readonly Appointment[], days: readonly LocalDate[], zone: string): Block[] {
  return days.flatMap((day) => {
    const parts = appointments.flatMap((appointment) => {
      const from = minutesFrom(day, localIn(zone, Date.parse(appointment.start)));
      const to = minutesFrom(day, localIn(zone, Date.parse(appointment.end)));
      return to <= 0 || from >= dayMinutes
        ? []
        : [{ appointment, day, from: Math.max(0, from), to: Math.min(dayMinutes, Math.max(to, from + snap)) }];
    });
    return beside(parts.sort((a, b) => a.from - b.from || b.to - a.to));
  });
}

/** Gives each a lane so that none covers another; those that touch through others share their width. */
function beside(parts: readonly Omit<Block, 'lane' | 'lanes'>[]): Block[] {
  const blocks: Block[] = [];
  let cluster: { part: Omit<Block, 'lane' | 'lanes'>; lane: number }[] = [];
  let ends: number[] = [];
  const close = (): void => {
    blocks.push(...cluster.map(({ part, lane }) => ({ ...part, lane, lanes: ends.length })));
    [cluster, ends] = [[], []];
  };
  for (const part of parts) {
    if (cluster.length > 0 && ends.every((end) => end <= part.from)) close();
    const free = ends.findIndex((end) => end <= part.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = part.to;
    cluster.push({ part, lane });
  }
  close();
  return blocks;
}

function minutesFrom(day: LocalDate, local: LocalDateTime): number {
  return daysBetween(day, local.slice(0, 10)) * dayMinutes + Number(local.slice(11, 13)) * 60 + Number(local.slice(14));
}

/** A wall clock time from a day and minutes since its midnight, which may lie beyond it. */
export function localAt(day: LocalDate, minutes: number): LocalDateTime {
  return new Date(Date.parse(`${day}T00:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

/** The appointment moved by whole days and minutes on the visit's clock; it lasts as long as before. */
export function movedBy(appointment: Appointment, zone: string, days: number, minutes: number): Span | null {
  const start = Date.parse(appointment.start);
  const wall = localIn(zone, start);
  const at = resolveLocal(localAt(addDays(wall.slice(0, 10), days), minutesFrom(wall.slice(0, 10), wall) + minutes), zone);
  if (at.kind === 'missing') return null;
  return spanIn(appointment.zone, at.at, at.at + Date.parse(appointment.end) - start);
}

/** The appointment ending `minutes` later; never shorter than a quarter of an hour. */
export function endedBy(appointment: Appointment, minutes: number): Span {
  const [start, end] = [Date.parse(appointment.start), Date.parse(appointment.end)];
  return spanIn(appointment.zone, start, Math.max(start + snap * 60_000, end + minutes * 60_000));
}

function spanIn(zone: string, start: number, end: number): Span {
  return { startsAt: localIn(zone, start), endsAt: localIn(zone, end) };
}

/** What the clock at home shows when the visit's clock shows this hour; null where that hour is missing. */
export function elsewhere(day: LocalDate, hour: number, zone: string, otherZone: string): string | null {
  const time = resolveLocal(localAt(day, hour * 60), zone);
  return time.kind === 'missing' ? null : localIn(otherZone, time.at).slice(11);
}
