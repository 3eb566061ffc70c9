// Clearance against what it promises, and against a slow oracle that walks every night and every rule by itself.
import { addDays, nightsOf, type Interval, type LocalDate } from '@amity/kernel';
import { petSpecies, type PetSpecies } from '@amity/people';
import * as fc from 'fast-check';
import { clearance } from './clearance.js';
import type { CheckFacts, GuestFacts, HouseholdFacts, MemberFacts, RequirementFacts } from './facts.js';
import { householdStateNames } from './household.contract.js';
import { requirementScopes } from './screening.contract.js';
import { adultFrom, lastGoodDay } from './screening.js';

const start = '2028-01-01';
const day = (max = 500): fc.Arbitrary<LocalDate> => fc.integer({ min: 0, max }).map((days) => addDays(start, days));
const span = (longest: number): fc.Arbitrary<Interval<LocalDate>> =>
  fc.tuple(day(420), fc.integer({ min: 1, max: longest })).map(([from, nights]) => ({ from, to: addDays(from, nights) }));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });

const memberIds = ['m1', 'm2', 'm3'] as const;
const requirementKeys = ['visit', 'record', 'talk'] as const;

const members: fc.Arbitrary<MemberFacts[]> = fc
  .array(
    fc.record({
      relation: fc.constantFrom('contact' as const, 'adult' as const, 'child' as const),
      // around eighteen within the tested days, so that birthdays fall into stays
      birthDate: maybe(
        fc.oneof(
          day(500).map((d) => `${Number(d.slice(0, 4)) - 18}${d.slice(4)}`),
          fc.constant('2020-02-29'),
        ),
      ),
    }),
    { maxLength: 3 },
  )
  .map((list) => list.map((member, at) => ({ ...member, id: memberIds[at] ?? 'm1', name: `Member ${at}` })));

const requirements: fc.Arbitrary<RequirementFacts[]> = fc.subarray([...requirementKeys]).chain((keys) =>
  fc.tuple(
    ...keys.map((key) =>
      fc.record({
        key: fc.constant(key),
        label: fc.constant(key),
        scope: fc.constantFrom(...requirementScopes),
        validMonths: maybe(fc.constantFrom(1, 6, 12)),
      }),
    ),
  ),
);

const check: fc.Arbitrary<CheckFacts> = fc
  .record({
    requirementKey: fc.constantFrom(...requirementKeys),
    memberId: maybe(fc.constantFrom(...memberIds)),
    outcome: fc.oneof({ weight: 6, arbitrary: fc.constant('passed' as const) }, { weight: 1, arbitrary: fc.constant('failed' as const) }),
    checkedOn: day(),
    days: maybe(fc.integer({ min: 0, max: 500 })),
  })
  .map(({ days, ...facts }) => ({ ...facts, validUntil: days === null ? null : addDays(facts.checkedOn, days) }));

const species: fc.Arbitrary<PetSpecies[]> = fc.subarray([...petSpecies], { maxLength: 2 });

const anyHousehold: fc.Arbitrary<HouseholdFacts> = fc.record({
  id: fc.constant('h'),
  name: fc.constant('H'),
  state: fc.oneof(
    { weight: 9, arbitrary: fc.constant('approved' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...householdStateNames) },
  ),
  beds: fc.integer({ min: 0, max: 3 }),
  bedsFree: maybe(fc.integer({ min: 0, max: 3 })),
  stairs: maybe(fc.boolean()),
  smokers: maybe(fc.boolean()),
  pets: maybe(species),
  offers: fc.array(span(500), { maxLength: 3 }),
  members,
  requirements,
  checks: fc.array(check, { maxLength: 8 }),
});

/** A household that is cleared for most stays: each requirement passed for everybody before the first day and never running out. */
const goodHousehold: fc.Arbitrary<HouseholdFacts> = anyHousehold.map((household) => ({
  ...household,
  state: 'approved',
  beds: 2,
  bedsFree: 2,
  pets: [],
  smokers: false,
  stairs: false,
  offers: [{ from: start, to: addDays(start, 1000) }],
  members: household.members.map((member, at) =>
    at === 0 ? { ...member, relation: 'contact' } : { ...member, birthDate: member.birthDate ?? '1980-01-01' },
  ),
  requirements: household.requirements.map((requirement) => ({ ...requirement, validMonths: null })),
  checks: household.requirements.flatMap(({ key, scope }): CheckFacts[] =>
    (scope === 'household' ? [null] : household.members.map(({ id }) => id)).map((memberId) => ({
      requirementKey: key,
      memberId,
      outcome: 'passed',
      checkedOn: '2027-12-01',
      validUntil: null,
    })),
  ),
}));

const household = fc.oneof(anyHousehold, goodHousehold);
const guest: fc.Arbitrary<GuestFacts> = fc.record(
  { petAllergies: maybe(species), avoidsSmoke: fc.boolean(), avoidsStairs: fc.boolean() },
  { requiredKeys: ['petAllergies'] },
);
const today = fc.option(day(), { nil: undefined });

/** The same question asked night by night, from the words of the rule. */
function oracle(home: HouseholdFacts, visitor: GuestFacts, nights: Interval<LocalDate>, now: LocalDate | undefined): boolean {
  const all = nightsOf(nights);
  if (all.length === 0 || home.state !== 'approved' || home.requirements.length === 0) return false;
  if (!home.members.some((m) => m.relation === 'contact' || m.relation === 'adult')) return false;
  if (home.members.some((m) => m.relation === 'child' && m.birthDate === null)) return false;
  if (home.bedsFree === null || home.bedsFree < 1 || home.beds < 1) return false;
  if (visitor.petAllergies === null) return false;
  if (visitor.petAllergies.length > 0 && (home.pets === null || visitor.petAllergies.some((s) => home.pets?.includes(s)))) return false;
  if (visitor.avoidsSmoke && home.smokers !== false) return false;
  if (visitor.avoidsStairs && home.stairs !== false) return false;
  for (const night of all) {
    if (!home.offers.some((o) => o.from <= night && night < o.to)) return false;
    for (const requirement of home.requirements) {
      const who =
        requirement.scope === 'household'
          ? [null]
          : home.members
              .filter(
                (m) =>
                  requirement.scope === 'member' || m.relation !== 'child' || (m.birthDate !== null && adultFrom(m.birthDate) <= night),
              )
              .map((m) => m.id);
      for (const memberId of who) {
        const own = home.checks.filter((c) => c.requirementKey === requirement.key && c.memberId === memberId);
        const isGood = own.some(
          (c) =>
            c.outcome === 'passed' &&
            !own.some((f) => f.outcome === 'failed' && f.checkedOn >= c.checkedOn) &&
            (now === undefined || c.checkedOn <= now) &&
            c.checkedOn <= night &&
            (lastGoodDay(requirement, c) ?? '9999') >= night,
        );
        if (!isGood) return false;
      }
    }
  }
  return true;
}

describe('clearance', () => {
  it('agrees with the oracle that walks every night', () => {
    let cleared = 0;
    fc.assert(
      fc.property(household, guest, span(60), today, (home, visitor, nights, now) => {
        const answer = clearance(home, visitor, nights, now);
        if (answer.cleared) cleared++;
        expect(answer.cleared).toBe(oracle(home, visitor, nights, now));
        expect(answer.reasons.length > 0).toBe(!answer.cleared);
      }),
      { numRuns: 3000 },
    );
    expect(cleared).toBeGreaterThan(50); // the test would prove nothing if nobody were ever cleared
  });

  it('is never lost by one more passed check', () => {
    fc.assert(
      fc.property(household, guest, span(60), today, check, (home, visitor, nights, now, extra) => {
        const before = clearance(home, visitor, nights, now).cleared;
        const after = clearance({ ...home, checks: [...home.checks, { ...extra, outcome: 'passed' }] }, visitor, nights, now).cleared;
        expect(before && !after).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  it('is never won by a longer stay', () => {
    fc.assert(
      fc.property(household, guest, span(60), fc.nat(40), fc.nat(40), today, (home, visitor, nights, earlier, later, now) => {
        const longer = { from: addDays(nights.from, -earlier), to: addDays(nights.to, later) };
        expect(clearance(home, visitor, longer, now).cleared && !clearance(home, visitor, nights, now).cleared).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  it('is never lost when a pet moves out', () => {
    fc.assert(
      fc.property(household, guest, span(60), fc.constantFrom(...petSpecies), (home, visitor, nights, gone) => {
        const before = clearance(home, visitor, nights).cleared;
        const after = clearance({ ...home, pets: home.pets?.filter((pet) => pet !== gone) ?? null }, visitor, nights).cleared;
        expect(before && !after).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  it('is refused whenever the only check runs out before the last night', () => {
    fc.assert(
      fc.property(goodHousehold, guest, span(60), fc.nat(300), (home, visitor, nights, early) => {
        const expiring = home.requirements[0];
        fc.pre(expiring !== undefined && expiring.scope === 'household');
        const validUntil = addDays(nights.to, -2 - early);
        const checks = home.checks.map((c) => (c.requirementKey === expiring?.key ? { ...c, checkedOn: '2026-01-01', validUntil } : c));
        const answer = clearance({ ...home, checks }, visitor, nights);
        const failsOn = validUntil < nights.from ? nights.from : addDays(validUntil, 1);
        expect(answer.reasons.filter((r) => r.code === 'check_lapses')).toEqual([
          expect.objectContaining({ requirementKey: expiring?.key, failsOn }),
        ]);
      }),
      { numRuns: 500 },
    );
  });
});
