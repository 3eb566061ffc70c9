import fc from 'fast-check';
import { progressOf, progressSentence, wholePercent } from './progress.js';

describe('progress', () => {
  it.each([
    [40, 80, 60, 'under_way', 0.5],
    [40, 80, 80, 'reached', 1],
    [40, 80, 90, 'reached', 1.25],
    [40, 80, 30, 'away', -0.25],
    [40, 80, 40, 'unchanged', 0],
    [20, 5, 8, 'under_way', 0.8],
    [20, 5, 25, 'away', -1 / 3],
  ] as const)('from %d to %d, now %d, is %s', (baseline, target, actual, state, share) =>
    expect(progressOf(baseline, target, actual)).toEqual({ state, share }),
  );
  it('is unknown without a figure', () => expect(progressOf(1, 2, null)).toEqual({ state: 'unknown', share: null }));
  it('says so in words', () => expect(progressSentence(progressOf(40, 80, 60), '40', '80')).toBe('50 % of the way from 40 to 80.'));
  it('does not claim 100 % before the target', () => expect(wholePercent(progressOf(0, 1000, 999))).toBe(99));
  it('is the same turned around', () =>
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer(), (a, b, c) => {
        fc.pre(a !== b);
        expect(progressOf(-a, -b, -c).state).toBe(progressOf(a, b, c).state);
      }),
    ));
});
