// A record goes on the day on which its period is over, counted from the day its class says; while somebody holds it, it stays however
// old it is, and goes with the first run after the hold is released. What has no day to count from stays: its clock has not begun.
import { addDays, type LocalDate } from '@amity/kernel';
import { endOf, type Period, shortestDays } from './calendar.js';
import { type RetentionKey, retentionClasses } from './retention.classes.js';

export interface KeptRecord<Id = string> {
  readonly id: Id;
  /** The day its clock began; null while it has not. */
  readonly from: LocalDate | null;
  readonly isHeld: boolean;
}

export interface Sorted<Id = string> {
  readonly goes: readonly KeptRecord<Id>[];
  /** Would go, and somebody holds it. */
  readonly held: readonly KeptRecord<Id>[];
  readonly stays: readonly KeptRecord<Id>[];
}

/** What goes on a day, what is held and what stays: every record is in exactly one of the three. */
export function whatGoes<Id>(records: readonly KeptRecord<Id>[], keep: Period, on: LocalDate): Sorted<Id> {
  const isDue = ({ from }: KeptRecord<Id>) => from !== null && endOf(from, keep) <= on;
  return {
    goes: records.filter((record) => isDue(record) && !record.isHeld),
    held: records.filter((record) => isDue(record) && record.isHeld),
    stays: records.filter((record) => !isDue(record)),
  };
}

/** No record whose clock began after this day can go by `on`; some that began before may stay. */
export function latestStart(keep: Period, on: LocalDate): LocalDate {
  return addDays(on, -shortestDays(keep));
}

/** Periods are compared by their shortest length. */
export function isWithinBounds(key: RetentionKey, keep: Period): boolean {
  const { least, most } = retentionClasses[key];
  return shortestDays(keep) >= shortestDays(least) && shortestDays(keep) <= shortestDays(most);
}
