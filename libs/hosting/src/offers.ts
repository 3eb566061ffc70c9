// The nights a household offers are a set: however they were typed, overlapping and touching ranges become one.
import type { Interval, LocalDate } from '@amity/kernel';

/** The same nights in as few ranges as possible, earliest first; empty ranges vanish. */
export function mergedOffers(offers: readonly Interval<LocalDate>[]): Interval<LocalDate>[] {
  const merged: { from: LocalDate; to: LocalDate }[] = [];
  for (const { from, to } of [...offers].filter((o) => o.from < o.to).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (!last || last.to < from) merged.push({ from, to });
    else if (last.to < to) last.to = to;
  }
  return merged;
}

/** The first night of the stay that is not offered; null when all are. */
export function firstNightNotOffered(offers: readonly Interval<LocalDate>[], nights: Interval<LocalDate>): LocalDate | null {
  let night = nights.from;
  for (const { from, to } of mergedOffers(offers)) if (from <= night && night < to) night = to;
  return night < nights.to ? night : null;
}
