import { addDays } from '@amity/kernel';
import fc from 'fast-check';
import { addMonths, endOf, type Period, shortestDays } from './calendar.js';
import { retentionClasses, retentionKeys } from './retention.classes.js';
import { isWithinBounds, type KeptRecord, latestStart, whatGoes } from './retention.rules.js';

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const period: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 400 }), unit: fc.constant('days' as const) }),
  fc.record({ count: fc.integer({ min: 1, max: 120 }), unit: fc.constant('months' as const) }),
);
const records: fc.Arbitrary<KeptRecord[]> = fc.array(fc.record({ id: fc.uuid(), from: fc.option(day), isHeld: fc.boolean() }));
const ids = (list: readonly KeptRecord[]) => list.map(({ id }) => id);

describe('what goes', () => {
  it('is known for these days', () => {
    expect([addMonths('2026-01-31', 1), addMonths('2028-01-31', 1), addMonths('2026-11-30', 3), addMonths('2026-03-31', -1)]).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2027-02-28',
      '2026-02-28',
    ]);
    expect(endOf('2026-12-05', { count: 30, unit: 'days' })).toBe('2027-01-04');
    const one = { id: 'x', from: '2026-05-01', isHeld: false };
    const on = (today: string) => ids(whatGoes([one], { count: 30, unit: 'days' }, today).goes);
    expect([on('2026-05-30'), on('2026-05-31')]).toEqual([[], ['x']]);
  });

  it('is in exactly one of three heaps, and nothing that is held goes', () =>
    fc.assert(
      fc.property(records, period, day, (all, keep, today) => {
        const { goes, held, stays } = whatGoes(all, keep, today);
        expect([...goes, ...held, ...stays].map(({ id }) => id).sort()).toEqual(ids(all).sort());
        expect(goes.some(({ isHeld }) => isHeld)).toBe(false);
        expect(held.every(({ isHeld }) => isHeld)).toBe(true);
        expect([...goes, ...held].some(({ from }) => from === null)).toBe(false);
      }),
    ));

  it('goes later as well, and never earlier under a longer period', () =>
    fc.assert(
      fc.property(records, period, day, fc.nat({ max: 400 }), fc.nat({ max: 24 }), (all, keep, today, later, longer) => {
        const now = new Set(ids(whatGoes(all, keep, today).goes));
        expect(ids(whatGoes(all, keep, addDays(today, later)).goes)).toEqual(expect.arrayContaining([...now]));
        const under = ids(whatGoes(all, { ...keep, count: keep.count + longer }, today).goes);
        expect(under.filter((id) => !now.has(id))).toEqual([]);
      }),
    ));

  it('is never missed by looking only at clocks that began by the latest start', () =>
    fc.assert(
      fc.property(day, period, day, (from, keep, today) => {
        if (endOf(from, keep) <= today) expect(from <= latestStart(keep, today)).toBe(true);
      }),
    ));
});

describe('the classes', () => {
  it('begin with periods within their own bounds, and refuse what lies outside', () => {
    for (const key of retentionKeys) {
      const { keep, least, most } = retentionClasses[key];
      expect([key, isWithinBounds(key, keep), isWithinBounds(key, least), isWithinBounds(key, most)]).toEqual([key, true, true, true]);
      expect(isWithinBounds(key, { ...most, count: most.count + 1 })).toBe(false);
    }
    expect(isWithinBounds('screening_evidence', { count: 30, unit: 'days' })).toBe(false);
  });

  it('keep what SAFEGUARDING says', () => {
    const written = Object.fromEntries(
      retentionKeys.map((key) => [key, `${retentionClasses[key].keep.count} ${retentionClasses[key].keep.unit}`]),
    );
    expect(written).toMatchObject({
      identity_documents: '30 days',
      medical_facts: '30 days',
      dialogue_notes: '90 days',
      survey_links: '24 months',
      screening_evidence: '36 months',
      import_files: '90 days',
      letters: '90 days',
    });
    expect(shortestDays({ count: 24, unit: 'months' })).toBeLessThanOrEqual(730);
  });
});
