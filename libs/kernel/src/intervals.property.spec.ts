import fc from 'fast-check';
import { contains, overlaps, peakOverlap, type Interval } from './intervals.js';

const end = fc.integer({ min: 0, max: 24 });
const interval = fc.record({ from: end, to: end });
const proper = interval.filter((i) => i.from < i.to);

/** Every whole point of a half-open interval: the slow truth that the rules must agree with. */
const points = (i: Interval<number>): number[] => Array.from({ length: Math.max(0, i.to - i.from) }, (_, n) => i.from + n);

describe('intervals against counting points', () => {
  it('overlap when they share a point', () => {
    fc.assert(fc.property(interval, interval, (a, b) => overlaps(a, b) === points(a).some((p) => points(b).includes(p))));
  });

  it('overlap both ways, and a proper one overlaps itself', () => {
    fc.assert(fc.property(proper, interval, (a, b) => overlaps(a, b) === overlaps(b, a) && overlaps(a, a)));
  });

  it('contain when every point is inside', () => {
    fc.assert(
      fc.property(interval, proper, (outer, inner) => contains(outer, inner) === points(inner).every((p) => points(outer).includes(p))),
    );
  });

  it('peak where most of them hold one point', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 30 }), (all) => {
        const counts = Array.from({ length: 25 }, (_, p) => all.filter((i) => i.from <= p && p < i.to).length);
        expect(peakOverlap(all)).toBe(Math.max(0, ...counts));
      }),
    );
  });

  it('work on days as they do on numbers, and ends that touch do not overlap', () => {
    expect(overlaps({ from: '2026-05-01', to: '2026-05-04' }, { from: '2026-05-04', to: '2026-05-06' })).toBe(false);
    expect(
      peakOverlap([
        { from: '2026-05-01', to: '2026-05-04' },
        { from: '2026-05-04', to: '2026-05-06' },
        { from: '2026-05-03', to: '2026-05-05' },
      ]),
    ).toBe(2);
  });
});
