import fc from 'fast-check';
import { countsIn, wasDryRun } from './job.counts.js';

describe('the counts of a job', () => {
  it.each([
    [null, []],
    ['done', []],
    [
      { counts: { new: 3, changed: 0, refused: 1 }, rows: 4 },
      [
        { name: 'new', count: 3 },
        { name: 'refused', count: 1 },
      ],
    ],
    [{ added: 2, fileName: 'roster.csv', share: 0.5 }, [{ name: 'added', count: 2 }]],
    [
      { new: 0, changed: 0 },
      [
        { name: 'new', count: 0 },
        { name: 'changed', count: 0 },
      ],
    ],
  ])('of %j are %j', (result, counts) => expect(countsIn(result)).toEqual(counts));

  it('are found in whatever a job left', () => {
    fc.assert(fc.property(fc.jsonValue(), (result) => countsIn(result).every(({ count }) => Number.isInteger(count))));
  });

  it('know a trial run', () => {
    expect([wasDryRun({ dryRun: true }), wasDryRun({ dryRun: false }), wasDryRun(null)]).toEqual([true, false, false]);
  });
});
