// The itinerary by days, as people read it: every day of the stay, free ones too, and days outside it on which something happens.
import { addDays, daysBetween, type LocalDate } from '@amity/kernel';

interface Timed {
  readonly startsAt: string;
}

export interface ItineraryDayOf<T> {
  readonly day: LocalDate;
  /** 1 on the day of arrival; null outside the stay. */
  readonly ordinal: number | null;
  readonly items: readonly T[];
}

/** @param items in the order of time; each belongs to the local day on which it starts */
export function itineraryDays<T extends Timed>(
  stay: { readonly arrivesOn: LocalDate; readonly departsOn: LocalDate },
  items: readonly T[],
): ItineraryDayOf<T>[] {
  const within = Array.from({ length: Math.min(400, daysBetween(stay.arrivesOn, stay.departsOn) + 1) }, (_, i) =>
    addDays(stay.arrivesOn, i),
  );
  const days = [...new Set([...within, ...items.map(dayOf)])].sort();
  return days.map((day) => ({
    day,
    ordinal: stay.arrivesOn <= day && day <= stay.departsOn ? daysBetween(stay.arrivesOn, day) + 1 : null,
    items: items.filter((item) => dayOf(item) === day),
  }));
}

function dayOf({ startsAt }: Timed): LocalDate {
  return startsAt.slice(0, 10);
}
