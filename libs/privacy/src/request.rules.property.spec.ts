import { addDays } from '@amity/kernel';
import fc from 'fast-check';
import { requestStates } from './request.contract.js';
import { byUrgency, daysLeft, dueOn, isOpen, mayExtend, requestFlow } from './request.rules.js';

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const state = fc.constantFrom(...requestStates);

describe('the clock of a request', () => {
  it('is known for these days', () => {
    expect(['2026-01-31', '2028-01-31', '2026-03-15', '2026-12-01'].map((from) => [dueOn(from, false), dueOn(from, true)])).toEqual([
      ['2026-02-28', '2026-04-30'],
      ['2028-02-29', '2028-04-30'],
      ['2026-04-15', '2026-06-15'],
      ['2027-01-01', '2027-03-01'],
    ]);
    expect(daysLeft({ state: 'received', dueOn: '2026-05-01' }, '2026-05-04')).toBe(-3);
  });

  it('runs at least 28 days, three times as many months when extended, and never backwards', () =>
    fc.assert(
      fc.property(day, fc.nat({ max: 60 }), (from, later) => {
        expect(dueOn(from, false) >= addDays(from, 28)).toBe(true);
        expect(dueOn(from, true) > dueOn(from, false)).toBe(true);
        expect(dueOn(addDays(from, later), false) >= dueOn(from, false)).toBe(true);
      }),
    ));

  it('stands still when it is closed, and is extended once, in time', () =>
    fc.assert(
      fc.property(state, day, day, fc.option(fc.constant('many journeys')), (at, due, today, extendedBecause) => {
        const request = { state: at, dueOn: due, extendedBecause };
        expect(daysLeft(request, today) === null).toBe(!isOpen(at));
        expect(mayExtend(request, today)).toBe(isOpen(at) && extendedBecause === null && today <= due);
      }),
    ));
});

describe('the flow of a request', () => {
  it('answers nobody whose identity was not checked, and what is closed stays closed', () => {
    expect(requestFlow.allows('received', 'answered')).toBe(false);
    for (const from of requestStates.filter((each) => !isOpen(each)))
      expect(requestStates.filter((to) => requestFlow.allows(from, to))).toEqual([]);
  });

  it('is listed by urgency: open before closed, the first due first, in one order for everybody', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ state, dueOn: day, closedOn: fc.option(day) })), (list) => {
        const sorted = [...list].sort(byUrgency);
        const open = sorted.filter((each) => isOpen(each.state));
        expect(sorted.slice(0, open.length)).toEqual(open);
        expect(open.map((each) => each.dueOn)).toEqual(open.map((each) => each.dueOn).sort());
      }),
    ));
});
