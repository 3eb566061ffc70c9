// The model that the database's exclusion constraints are held to: bookings accepted one after the other never overlap.
import fc from 'fast-check';
import { overlaps } from '@amity/kernel';
import { standsInTheWay, type Booking } from './double-booking.js';

const booking = fc
  .record({
    resourceId: fc.constantFrom('a', 'b', 'c'),
    appointmentId: fc.constantFrom('1', '2', '3', '4', '5'),
    from: fc.nat(50),
    length: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ length, ...rest }): Booking => ({ ...rest, to: rest.from + length }));

describe('bookings', () => {
  it('of one resource for different appointments never overlap, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(booking, { maxLength: 40 }), (wanted) => {
        const held: Booking[] = [];
        for (const one of wanted) if (!standsInTheWay(held, one)) held.push(one);
        for (const a of held)
          for (const b of held)
            if (a.appointmentId !== b.appointmentId && a.resourceId === b.resourceId) expect(overlaps(a, b)).toBe(false);
      }),
    );
  });

  it('are refused only for a reason, and the reason does not depend on who asks first', () => {
    fc.assert(
      fc.property(booking, booking, (a, b) => {
        const refused = standsInTheWay([a], b) !== null;
        expect(refused).toBe(a.resourceId === b.resourceId && a.appointmentId !== b.appointmentId && a.from < b.to && b.from < a.to);
        expect(standsInTheWay([b], a) !== null).toBe(refused);
      }),
    );
  });
});
