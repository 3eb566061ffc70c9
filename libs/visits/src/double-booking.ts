// A double booking is refused with a sentence that helps on the telephone: who or what is taken, by which appointment of which
// delegation, where, and until when on the clock of that place.
import { overlaps, type ErrorParams, type Id, type Instant, type Interval } from '@amity/kernel';
import * as z from 'zod';
import { localIn } from './local-time.js';

/** The appointment that stands in the way. `who` is a person or a site. Travels in the problem's body as `conflict`. */
export const DoubleBooking = z
  .object({
    appointmentId: z.uuid(),
    delegationId: z.uuid(),
    title: z.string(),
    delegation: z.string(),
    who: z.string(),
    resource: z.enum(['person', 'site']),
    site: z.string().nullable(),
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }),
    zone: z.string(),
  })
  .meta({ id: 'DoubleBooking' });
export type DoubleBooking = z.infer<typeof DoubleBooking>;

/** What fills the sentence of `visits.double_booked`. */
export function doubleBookingParams(other: DoubleBooking): ErrorParams {
  const where = other.resource === 'person' && other.site ? ` at ${other.site}` : '';
  return { who: other.who, title: other.title, delegation: other.delegation, where, until: untilInWords(other.to, other.zone) };
}

/** `10:30 on Tuesday 12 May`, on the clock of the place. */
export function untilInWords(to: Instant, zone: string): string {
  const at = Date.parse(to);
  const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' }).format(at);
  return `${localIn(zone, at).slice(11)} on ${weekday.replace(',', '')}`;
}

/** One person or exclusive site, held for a span by an appointment. */
export interface Booking extends Interval<number> {
  readonly resourceId: Id;
  readonly appointmentId: Id;
}

/** The booking among `held` that stands in the way of `wanted`: the same resource at the same moment, for another appointment. */
export function standsInTheWay(held: readonly Booking[], wanted: Booking): Booking | null {
  return (
    held.find(
      (booking) => booking.resourceId === wanted.resourceId && booking.appointmentId !== wanted.appointmentId && overlaps(booking, wanted),
    ) ?? null
  );
}
