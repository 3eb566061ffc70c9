import fc from 'fast-check';
import { comparableNumber } from './document.number.js';

const number = fc.stringMatching(/^[A-Z0-9]{1,20}$/);

describe('the number of an identity document', () => {
  it('is the same in any case and with any separators', () => {
    fc.assert(
      fc.property(number, fc.array(fc.constantFrom(' ', '-', '.', '/', '\u00a0')), fc.infiniteStream(fc.nat(20)), (bare, marks, places) => {
        const typed = [...bare.toLowerCase()];
        for (const mark of marks) typed.splice((places.next().value as number) % (typed.length + 1), 0, mark);
        expect(comparableNumber(typed.join(''))).toBe(bare);
      }),
    );
  });

  it('stays another number when a letter or digit differs', () => {
    fc.assert(fc.property(number, number, (one, other) => (comparableNumber(one) === comparableNumber(other)) === (one === other)));
  });

  it('is read from full-width digits as well', () => {
    expect([comparableNumber('ＡＢ１２３'), comparableNumber(' - ')]).toEqual(['AB123', '']);
  });
});
