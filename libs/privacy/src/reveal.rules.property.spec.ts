import fc from 'fast-check';
import { isOpenTo, objectionToDeciding, revealStates, visibleUntil } from './reveal.rules.js';

const account = fc.constantFrom('ada', 'ben', 'eve');
const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
const request = fc.record({ state: fc.constantFrom(...revealStates.states), requestedBy: account, visibleUntil: fc.option(moment) });

describe('a request for a real name', () => {
  it('is never decided by whoever asked, and only once', () => {
    fc.assert(
      fc.property(request, account, (asked, by) => {
        if (objectionToDeciding(asked, by) === null) expect([asked.state, asked.requestedBy === by]).toEqual(['requested', false]);
      }),
    );
  });

  it('opens to whoever asked alone, for fifteen minutes after the decision', () => {
    fc.assert(
      fc.property(account, account, moment, fc.integer({ min: -3_600_000, max: 3_600_000 }), (asked, by, decided, later) => {
        const approved = { state: 'approved' as const, requestedBy: asked, visibleUntil: visibleUntil(decided) };
        expect(isOpenTo(approved, by, new Date(decided.getTime() + later))).toBe(asked === by && later < 900_000);
      }),
    );
    fc.assert(fc.property(request, account, moment, (asked, by, now) => asked.state === 'approved' || !isOpenTo(asked, by, now)));
  });
});
