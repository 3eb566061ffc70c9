// Periods of law run in calendar months: from the 31st one month later is the last day of a shorter month (Regulation 1182/71, art. 3).
import { addDays, type LocalDate } from '@amity/kernel';
import * as z from 'zod';

export const Period = z.object({ count: z.int().min(1).max(3660), unit: z.enum(['days', 'months']) });
export type Period = z.infer<typeof Period>;

/** The day `months` after `day`; the last of the month where that one has fewer days. May be negative. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, length));
  return first.toISOString().slice(0, 10);
}

/** The day on which a period that begins on `from` is over. */
export function endOf(from: LocalDate, { count, unit }: Period): LocalDate {
  return unit === 'days' ? addDays(from, count) : addMonths(from, count);
}

/** At least how many days a period has, wherever it begins: what is compared before the exact day is known. */
export function shortestDays({ count, unit }: Period): number {
  return unit === 'days' ? count : Math.floor((count * 365) / 12) - 3;
}
