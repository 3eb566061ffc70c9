import { K } from '@amity/outcomes';
import fc from 'fast-check';
import type { ChapterFigures } from './chapters.contract.js';
import { type ChapterCounts, hasWithheld, publishedFigures, totalOf } from './chapters.rules.js';

const few = fc.integer({ min: 0, max: 12 });
const counts: fc.Arbitrary<ChapterCounts> = fc.record({
  partnerships: few,
  inbound: few,
  outbound: few,
  travellers: few,
  delegateDays: fc.integer({ min: 0, max: 300 }),
  homes: few,
  hostNights: fc.integer({ min: 0, max: 300 }),
});
const figureNames = ['partnerships', 'inbound', 'outbound', 'travellers', 'delegateDays', 'homes', 'hostNights'] as const;

describe('what an umbrella is told', () => {
  it('never names one to four people or homes, nor their days and nights, and changes nothing else', () => {
    fc.assert(
      fc.property(counts, (found) => {
        const told = publishedFigures(found);
        const few = { people: found.travellers > 0 && found.travellers < K, homes: found.homes > 0 && found.homes < K };
        expect(told).toEqual({
          ...found,
          ...(few.people ? { travellers: null, delegateDays: null } : {}),
          ...(few.homes ? { homes: null, hostNights: null } : {}),
        });
        expect(hasWithheld(told)).toBe(few.people || few.homes);
      }),
    );
  });

  it('is the same whatever a withheld figure was: no sum gives it away', () => {
    const small = fc.integer({ min: 1, max: K - 1 });
    fc.assert(
      fc.property(
        fc.array(counts, { maxLength: 5 }),
        counts,
        small,
        small,
        fc.nat(300),
        fc.nat(300),
        (others, one, people, homes, days, nights) => {
          const told = (chapter: ChapterCounts): [ChapterFigures[], ChapterFigures] => {
            const each = [...others, chapter].map(publishedFigures);
            return [each, totalOf(each)];
          };
          const least = { ...one, travellers: 1, homes: 1, delegateDays: 1, hostNights: 1 };
          expect(told({ ...one, travellers: people, homes, delegateDays: days, hostNights: nights })).toEqual(told(least));
        },
      ),
    );
  });

  it('adds up when nothing is withheld', () => {
    const many = counts.map((found) => ({ ...found, travellers: found.travellers + K, homes: found.homes + K }));
    fc.assert(
      fc.property(fc.array(many, { maxLength: 5 }), (chapters) => {
        const total = totalOf(chapters.map(publishedFigures));
        for (const name of figureNames) expect(total[name]).toBe(chapters.reduce((sum, each) => sum + each[name], 0));
      }),
    );
  });
});
