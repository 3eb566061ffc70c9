import fc from 'fast-check';
import { meanOf } from './statistics.js';
import { isSmall, K, publishedDistribution, publishedEstimate, publishedFlow, publishedTexts } from './suppression.js';

const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 11 });

describe('suppression', () => {
  it('never shows a count from 1 to 4', () =>
    fc.assert(fc.property(counts, (given) => expect(publishedDistribution(given).filter((c) => c !== null && isSmall(c))).toEqual([]))));

  it('leaves at least two cells and five people behind every withheld cell, so that none can be computed from the total', () =>
    fc.assert(
      fc.property(counts, (given) => {
        const hidden = publishedDistribution(given).flatMap((count, i) => (count === null ? [given[i] ?? 0] : []));
        if (hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThanOrEqual(2);
        expect(hidden.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(K);
      }),
    ));

  it('changes no count it shows', () =>
    fc.assert(
      fc.property(counts, (given) => {
        publishedDistribution(given).forEach((count, i) => expect(count ?? given[i]).toBe(given[i]));
      }),
    ));

  it('withholds every statistic of one to four people and none of five or more', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 20 }), (values) => {
        const estimate = publishedEstimate(meanOf(values));
        expect(estimate.withheld).toBe(values.length < 5);
        if (estimate.withheld) expect(estimate).toEqual({ n: null, mean: null, low: null, high: null, withheld: true });
      }),
    ));

  it('shows no rate from which a withheld count follows', () =>
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (a, b) => {
        const flow = publishedFlow(Math.max(a, b), Math.min(a, b));
        if (flow.answered === null) expect(flow.rate).toBeNull();
      }),
    ));

  it('shows words only once five have answered', () => {
    expect(publishedTexts(['a'], 4)).toBeNull();
    expect(publishedTexts(['a'], 5)).toEqual(['a']);
  });

  it.each([
    [
      [0, 0, 0, 1, 5],
      [0, 0, 0, null, null],
    ],
    [
      [0, 0, 1, 2, 3],
      [0, 0, null, null, null],
    ],
    [
      [6, 1, 1, 9, 0],
      [null, null, null, 9, 0],
    ],
    [
      [0, 0, 0, 0, 6],
      [0, 0, 0, 0, 6],
    ],
    [[0, 0, 0, 2, 2], []],
  ])('of %j shows %j', (given, shown) => expect(publishedDistribution(given)).toEqual(shown));
});
