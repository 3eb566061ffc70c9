import fc from 'fast-check';
import { consentsMissing, houseRules, isLooser, knowsNames, stricter, type HouseRule, type Loosening } from './house-rule.js';

const rule = fc.constantFrom<HouseRule>(...houseRules);
const ids = fc.array(fc.uuid({ version: 7 }), { maxLength: 6 });
const attendees = fc.array(fc.record<Loosening>({ delegateId: fc.uuid({ version: 7 }), agreedTo: fc.option(rule) }), { maxLength: 8 });

describe('the stricter of two rules', () => {
  it('is a lattice: of itself, in either order, in any grouping, with public as the least and closed as the most', () => {
    fc.assert(
      fc.property(rule, rule, rule, (a, b, c) => {
        expect(stricter(a, a)).toBe(a);
        expect(stricter(a, b)).toBe(stricter(b, a));
        expect(stricter(a, stricter(b, c))).toBe(stricter(stricter(a, b), c));
        expect(stricter('public', a)).toBe(a);
        expect(stricter('closed', a)).toBe('closed');
      }),
    );
  });

  it('is never looser than either, and is one of them', () => {
    fc.assert(
      fc.property(rule, rule, (a, b) => {
        expect([isLooser(stricter(a, b), a), isLooser(stricter(a, b), b)]).toEqual([false, false]);
        expect([a, b]).toContain(stricter(a, b));
      }),
    );
  });

  it('is known by heart', () => {
    expect(houseRules.map((a) => houseRules.map((b) => stricter(a, b)))).toEqual([
      ['public', 'chatham', 'closed'],
      ['chatham', 'chatham', 'closed'],
      ['closed', 'closed', 'closed'],
    ]);
  });

  it('orders: of two different rules exactly one is looser', () => {
    fc.assert(fc.property(rule, rule, (a, b) => Number(isLooser(a, b)) + Number(isLooser(b, a)) === Number(a !== b)));
  });
});

describe('whether names are shown', () => {
  it('never to more readers under a stricter rule', () => {
    fc.assert(
      fc.property(rule, rule, fc.uuid({ version: 7 }), ids, (a, b, accountId, known) => {
        const reader = { kind: 'member', accountId } as const;
        const list = new Set(known);
        return !knowsNames(stricter(a, b), reader, list) || knowsNames(a, reader, list);
      }),
    );
  });

  it('to everybody under public, to the list under the others, to Amity itself always, and to a link never', () => {
    const reader = { kind: 'member', accountId: '01a2013f-7aa4-7873-8e08-475a972c512e' } as const;
    const table = (list: ReadonlySet<string>) =>
      houseRules.map((each) => [
        knowsNames(each, reader, list),
        knowsNames(each, { kind: 'system' }, list),
        knowsNames(each, { kind: 'link' }, list),
      ]);
    expect(table(new Set())).toEqual([
      [true, true, true],
      [false, true, false],
      [false, true, false],
    ]);
    expect(table(new Set([reader.accountId]))).toEqual([
      [true, true, true],
      [true, true, false],
      [true, true, false],
    ]);
  });
});

describe('the consents to a looser rule', () => {
  it('are asked of nobody to tighten, and of everybody who has not agreed to as much', () => {
    fc.assert(
      fc.property(rule, rule, attendees, (present, wanted, people) => {
        const missing = new Set(consentsMissing(present, wanted, people));
        for (const { delegateId } of people)
          expect(missing.has(delegateId)).toBe(
            isLooser(wanted, present) &&
              people.some((p) => p.delegateId === delegateId && (p.agreedTo === null || isLooser(wanted, p.agreedTo))),
          );
      }),
    );
  });

  it('to something looser is one to what lies between; another consent never adds to what is missing', () => {
    fc.assert(
      fc.property(rule, rule, attendees, fc.uuid({ version: 7 }), (present, wanted, people, delegateId) => {
        const without = consentsMissing(present, wanted, [...people, { delegateId, agreedTo: null }]).length;
        const withIt = consentsMissing(present, wanted, [...people, { delegateId, agreedTo: 'public' }]).length;
        return withIt <= without && consentsMissing('closed', 'chatham', [{ delegateId, agreedTo: 'public' }]).length === 0;
      }),
    );
  });
});
