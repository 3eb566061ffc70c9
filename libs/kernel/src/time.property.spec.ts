import fc from 'fast-check';
import { DateTime } from 'luxon';
import { addDays, dayIn, daysBetween, LocalDate, nightsOf } from './time.js';

const epoch = Date.parse('1900-01-01T00:00:00Z');
const day = fc.integer({ min: 0, max: 110_000 }).map((n) => new Date(epoch + n * 86_400_000).toISOString().slice(0, 10));
const span = fc.integer({ min: -40_000, max: 40_000 });
const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));

describe('the algebra of days', () => {
  it('daysBetween undoes addDays, and adding is associative', () => {
    fc.assert(
      fc.property(day, span, span, (d, n, m) => {
        expect(daysBetween(d, addDays(d, n))).toBe(n);
        expect(addDays(addDays(d, n), m)).toBe(addDays(d, n + m));
        expect(LocalDate.safeParse(addDays(d, n)).success).toBe(true);
      }),
    );
  });

  it('earlier days sort first as text', () => {
    fc.assert(fc.property(day, day, (a, b) => Math.sign(daysBetween(a, b)) === (a < b ? 1 : a > b ? -1 : 0)));
  });

  it('a stay has as many nights as days lie between, each once, in order, the departure not among them', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5, max: 400 }), (from, n) => {
        const to = addDays(from, n);
        const nights = nightsOf({ from, to });
        expect(nights).toHaveLength(Math.max(0, n));
        expect(nights).toEqual([...new Set(nights)].sort());
        expect(nights.every((night) => from <= night && night < to)).toBe(true);
      }),
    );
  });

  it('splitting a stay splits its nights', () => {
    fc.assert(
      fc.property(day, fc.nat(60), fc.nat(60), (from, n, m) => {
        const [middle, to] = [addDays(from, n), addDays(from, n + m)];
        expect([...nightsOf({ from, to: middle }), ...nightsOf({ from: middle, to })]).toEqual(nightsOf({ from, to }));
      }),
    );
  });

  it('dayIn agrees with another implementation of the zones, at every instant from 1970 to 2100', () => {
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 4_102_444_800_000 }), (name, ms) => {
        expect(dayIn(name, new Date(ms))).toBe(DateTime.fromMillis(ms, { zone: name }).toISODate());
      }),
    );
  });

  it('dayIn never goes back while time goes on, except where a zone moved over the date line', () => {
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 1_325_376_000_000, max: 4_102_444_800_000 }),
        fc.nat(40 * 86_400_000),
        (name, ms, later) => dayIn(name, new Date(ms)) <= dayIn(name, new Date(ms + later)),
      ),
    );
  });
});
