import { nightsOf, overlaps, type Interval } from '@amity/kernel';
import * as fc from 'fast-check';
import { bedFreeFrom, firstOpenNights, freeBeds, type HeldBed } from './beds.js';

const day = (offset: number): string => new Date(Date.UTC(2026, 4, 1 + offset)).toISOString().slice(0, 10);
const nights = fc
  .tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }))
  .map(([from, length]): Interval<string> => ({ from: day(from), to: day(from + length) }));

describe('beds', () => {
  it('given one after the other never sleep more guests than there are beds, on any night', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.array(nights, { maxLength: 25 }), (beds, wishes) => {
        const held: HeldBed[] = [];
        for (const wish of wishes) {
          const [bed] = freeBeds(beds, held, wish);
          if (bed !== undefined) held.push({ bed, nights: wish });
        }
        for (let night = 0; night < 30; night++) {
          const asleep = held.filter(({ nights: n }) => overlaps(n, { from: day(night), to: day(night + 1) }));
          expect(asleep.length).toBeLessThanOrEqual(beds);
          expect(new Set(asleep.map(({ bed }) => bed)).size).toBe(asleep.length);
        }
      }),
    );
  });

  it('are refused only when, for the whole stay, none is free, and then one is free from the named day on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.array(nights, { maxLength: 12 }), nights, (beds, wishes, wanted) => {
        const held: HeldBed[] = [];
        for (const wish of wishes) {
          const [bed] = freeBeds(beds, held, wish);
          if (bed !== undefined) held.push({ bed, nights: wish });
        }
        const until = bedFreeFrom(beds, held, wanted);
        if (freeBeds(beds, held, wanted).length > 0) expect(until).toBe(wanted.from);
        else {
          expect(until === null || until > wanted.from).toBe(true);
          if (until !== null && until < wanted.to) expect(freeBeds(beds, held, { from: until, to: wanted.to }).length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('are still counted when the family offers fewer than it sleeps', () => {
    const stay = { from: day(0), to: day(3) };
    expect(freeBeds(1, [{ bed: 2, nights: stay }], stay)).toEqual([]);
    expect(freeBeds(0, [], stay)).toEqual([]);
    expect(freeBeds(2, [{ bed: 1, nights: stay }], stay)).toEqual([2]);
    expect(freeBeds(2, [{ bed: 1, nights: stay }], { from: day(3), to: day(4) })).toEqual([1, 2]); // leaving and arriving on one day
    expect(bedFreeFrom(0, [], stay)).toBeNull();
  });
});

describe('open nights', () => {
  it('are the first run that no placement covers', () => {
    fc.assert(
      fc.property(nights, fc.array(nights, { maxLength: 6 }), (stay, covered) => {
        const open = firstOpenNights(stay, covered);
        const bare = nightsOf(stay).filter((night) => !covered.some((c) => c.from <= night && night < c.to));
        if (open === null) expect(bare).toEqual([]);
        else {
          const run = nightsOf(open);
          expect(run).toEqual(bare.slice(0, run.length));
          expect(bare[run.length]).not.toBe(open.to);
        }
      }),
    );
  });
});
