import fc from 'fast-check';
import { shippedInstruments } from './instruments.js';
import { itemsOf, outOf100, scaleScore, scored } from './scoring.js';
import type { Item } from './instrument.contract.js';

const [template] = shippedInstruments.flatMap((instrument) => instrument.items.filter((item) => item.kind === 'scale'));
if (!template) throw new Error('no scale item is shipped');

const anItems = fc.array(fc.record({ reverse: fc.boolean(), answer: fc.option(fc.integer({ min: 1, max: 7 }), { nil: null }) }), {
  minLength: 1,
  maxLength: 12,
});
const built = (drafts: readonly { reverse: boolean; answer: number | null }[]) => ({
  items: drafts.map((draft, i): Item => ({ ...template, key: `i${i}`, min: 1, max: 7, reverse: draft.reverse })),
  sheet: Object.fromEntries(drafts.flatMap((draft, i) => (draft.answer === null ? [] : [[`i${i}`, draft.answer]]))),
});

describe('scoring', () => {
  it('does not depend on the order of the items', () =>
    fc.assert(
      fc.property(anItems, fc.infiniteStream(fc.integer()), (drafts, keys) => {
        const { items, sheet } = built(drafts);
        const shuffled = items
          .map((item) => ({ item, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
        expect(scaleScore(shuffled, sheet)).toBe(scaleScore(items, sheet));
      }),
    ));
  it('is back where it was after reversing twice', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.boolean(), (answer, reverse) => {
        const item = { min: 1, max: 7, reverse };
        expect(scored(item, scored(item, answer))).toBe(answer);
      }),
    ));
  it('stays inside the range of its items, and exists exactly when 80 % are answered', () =>
    fc.assert(
      fc.property(anItems, (drafts) => {
        const { items, sheet } = built(drafts);
        const score = scaleScore(items, sheet);
        expect(score !== null).toBe(Object.keys(sheet).length / items.length >= 0.8);
        if (score !== null) expect(score >= 1 && score <= 7).toBe(true);
      }),
    ));
  it('maps the ends of a range to 0 and 100', () =>
    expect([outOf100(1, { min: 1, max: 7 }), outOf100(7, { min: 1, max: 7 })]).toEqual([0, 100]));
});

describe('the shipped instruments', () => {
  it('have keys of their own, and every scale has items of one range', () => {
    expect(new Set(shippedInstruments.map((i) => i.key)).size).toBe(shippedInstruments.length);
    for (const { scales, items } of shippedInstruments)
      for (const scale of scales) expect(new Set(itemsOf(scale, items).map((item) => `${item.min}-${item.max}`)).size).toBe(1);
  });
  it('ask for harm wherever they ask for stories', () => {
    for (const { items } of shippedInstruments)
      if (items.some((item) => item.kind === 'text' && !item.harm))
        expect(items.filter((item) => item.harm).map((item) => item.key)).toEqual(['harm']);
  });
});
