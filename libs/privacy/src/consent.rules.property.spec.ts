import fc from 'fast-check';
import { type ConsentPurpose, consentPurposes, type Decided, decisions } from './consent.contract.js';
import { consentStates, guardianNeedOn, isGiven, objectionTo, textFor } from './consent.rules.js';
import { defaultConsentTexts } from './consent.texts.js';

const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const purpose = fc.constantFrom<ConsentPurpose>(...consentPurposes);
const decided = fc.array(
  fc.record({ purpose, decision: fc.constantFrom(...decisions) }).map((each): Decided => ({
    ...each,
    id: '0193a000-0000-7000-8000-000000000001',
    language: 'en',
    edition: 1,
    by: 'self',
    guardianName: null,
    note: null,
    at: '2026-05-01T00:00:00.000Z',
  })),
);

describe('a consent', () => {
  it('is not there until it is given, and each stands for itself', () => {
    expect(consentStates([], [], 'en').map(({ isGiven }) => isGiven)).toEqual(consentPurposes.map(() => false));
    fc.assert(
      fc.property(decided, purpose, (before, one) => {
        const others = (list: readonly Decided[]) => consentStates(list, [], 'en').filter((state) => state.purpose !== one);
        const own = before.filter((each) => each.purpose !== one);
        expect(others(before)).toEqual(others(own));
        expect(isGiven(own, one)).toBe(false);
      }),
    );
  });

  it('is what was decided last', () => {
    fc.assert(
      fc.property(decided, purpose, (before, one) => {
        const last = before.filter((each) => each.purpose === one).at(-1);
        expect(isGiven(before, one)).toBe(last?.decision === 'given');
      }),
    );
  });

  it('can always be taken back, by anybody, and given by an adult without a guardian', () => {
    fc.assert(
      fc.property(fc.option(day), day, fc.option(fc.string({ minLength: 1 })), (born, today, guardianName) => {
        const need = guardianNeedOn(born, today);
        expect(objectionTo('withdrawn', need, guardianName)).toBeNull();
        expect(objectionTo('given', need, guardianName) === null).toBe(need === 'none' || guardianName !== null);
      }),
    );
  });

  it('of somebody under 18, or of unknown age, needs a guardian', () => {
    const cases = [
      ['2008-05-04', '2026-05-03'],
      ['2008-05-04', '2026-05-04'],
      ['2008-02-29', '2026-02-28'],
      ['2008-02-29', '2026-03-01'],
      [null, '2026-05-04'],
    ] as const;
    expect(cases.map(([born, today]) => guardianNeedOn(born, today))).toEqual([
      'under_18',
      'none',
      'under_18',
      'none',
      'birth_date_unknown',
    ]);
    fc.assert(
      fc.property(day, day, (born, today) => {
        // growing older never brings the guardian back
        if (guardianNeedOn(born, today) === 'none')
          expect(guardianNeedOn(born, `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`)).toBe('none');
      }),
    );
  });

  it('is read in the newest edition of one’s language, or in English', () => {
    const own = { purpose: 'photo', language: 'pt', edition: 1, text: 'Fotos' } as const;
    const newer = { purpose: 'photo', language: 'en', edition: 2, text: 'Photos, newer' } as const;
    expect([textFor([own, newer], 'photo', 'pt'), textFor([own, newer], 'photo', 'ja')]).toEqual([own, newer]);
    expect(textFor([], 'photo', 'ja')).toEqual(defaultConsentTexts.find((text) => text.purpose === 'photo'));
  });
});
