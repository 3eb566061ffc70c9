// Which bed a guest gets: the lowest number that is free on every night. Beds are numbered 1 to `beds`; a number beyond that
// (the family offers fewer beds than before) stays taken until its guest leaves, but is never given again.
import { overlaps, type Interval, type LocalDate } from '@amity/kernel';

/** A bed held by an offered or accepted placement. */
export interface HeldBed {
  readonly bed: number;
  readonly nights: Interval<LocalDate>;
}

/** Bed numbers free on all of `nights`, lowest first. A home never sleeps more guests than it has beds on any night. */
export function freeBeds(beds: number, held: readonly HeldBed[], nights: Interval<LocalDate>): number[] {
  const inTheWay = held.filter((other) => overlaps(other.nights, nights));
  const taken = new Set(inTheWay.map(({ bed }) => bed));
  const beyond = new Set([...taken].filter((bed) => bed > beds)).size; // guests in beds the family no longer counts still sleep somewhere
  const free = Array.from({ length: Math.max(0, beds) }, (_, i) => i + 1).filter((bed) => !taken.has(bed));
  return free.slice(0, Math.max(0, free.length - beyond));
}

/** The day from which some bed is free until the end of `nights`, when none is free on all of them; null when there are no beds. */
export function bedFreeFrom(beds: number, held: readonly HeldBed[], nights: Interval<LocalDate>): LocalDate | null {
  const ends = Array.from({ length: Math.max(0, beds) }, (_, i) => {
    const taken = held.filter(({ bed, nights: other }) => bed === i + 1 && overlaps(other, nights));
    return taken.reduce((latest, { nights: other }) => (other.to > latest ? other.to : latest), nights.from);
  });
  return ends.sort()[0] ?? null;
}

/** The first run of nights of a stay that no placement covers; null when every night has a bed. */
export function firstOpenNights(stay: Interval<LocalDate>, covered: readonly Interval<LocalDate>[]): Interval<LocalDate> | null {
  let from = stay.from;
  const ordered = [...covered].filter((one) => overlaps(one, stay)).sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const { from: start, to: end } of ordered) {
    if (start > from) return { from, to: start };
    if (end > from) from = end;
  }
  return from < stay.to ? { from, to: stay.to } : null;
}
