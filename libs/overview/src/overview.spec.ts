import * as fc from 'fast-check';
import { lanesOf } from './lanes.js';
import { needsOf, type NeedFacts } from './needs.js';
import type { TodayDelegation } from './today.contract.js';

const id = '01a2013f-7aa4-7873-8e08-000000000001';
const delegation = (overrides: Partial<TodayDelegation> = {}): TodayDelegation => ({
  id,
  name: 'Tamano teachers',
  direction: 'inbound',
  arrivesOn: '2026-05-20',
  departsOn: '2026-05-27',
  guests: 8,
  placed: 8,
  travellers: 9,
  published: true,
  partner: null,
  ...overrides,
});
const facts = (overrides: Partial<NeedFacts> = {}): NeedFacts => ({
  today: '2026-05-12',
  delegations: [],
  lapses: [],
  unanswered: [],
  waiting: { count: 0, oldest: null },
  ...overrides,
});

describe('what needs a person', () => {
  it('is nothing when all is settled', () => {
    expect(needsOf(facts({ delegations: [delegation()] }))).toEqual([]);
  });

  it('is a bed for every guest of a delegation we receive, as long as it is here', () => {
    const kinds = (one: Partial<TodayDelegation>) =>
      needsOf(facts({ delegations: [delegation({ placed: 6, ...one })] })).map(({ kind }) => kind);
    expect([kinds({}), kinds({ direction: 'outbound' }), kinds({ arrivesOn: '2026-05-01', departsOn: '2026-05-12' })]).toEqual([
      ['bed'],
      [],
      [],
    ]);
  });

  it('is an itinerary from two weeks before the arrival', () => {
    const kinds = (arrivesOn: string) =>
      needsOf(facts({ delegations: [delegation({ published: false, arrivesOn })] })).map(({ kind }) => kind);
    expect([kinds('2026-05-26'), kinds('2026-05-27')]).toEqual([['itinerary'], []]);
  });

  it('begins with what stands in a sleeping guest’s way, then goes by the day it is due', () => {
    const lapse = { householdId: id, household: 'Brennan', requirement: 'Criminal background check', member: null, due: '2026-05-30' };
    const needs = needsOf(
      facts({
        delegations: [delegation({ placed: 7, published: false })],
        lapses: [
          { ...lapse, blocks: false },
          { ...lapse, blocks: true },
        ],
        unanswered: [{ delegationId: id, delegateId: id, guest: 'Yuki', household: 'Okafor', askedOn: '2026-05-09' }],
        waiting: { count: 3, oldest: '2026-05-10' },
      }),
    );
    expect(needs.map(({ kind, due }) => `${due} ${kind}`)).toEqual([
      '2026-05-30 lapse',
      '2026-05-11 answer',
      '2026-05-20 bed',
      '2026-05-20 itinerary',
      '2026-05-24 screening',
      '2026-05-30 lapse',
    ]);
  });
});

describe('the lanes of a day', () => {
  it('hold spans that never overlap, and no lane is opened while another is free', () => {
    const span = fc.tuple(fc.nat(1300), fc.integer({ min: 1, max: 300 })).map(([from, minutes]) => ({ from, to: from + minutes }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), (spans) => {
        const lanes = lanesOf(spans);
        const peak = Math.max(0, ...spans.map(({ from }) => spans.filter((other) => other.from <= from && from < other.to).length));
        expect(new Set(lanes).size).toBe(spans.length === 0 ? 0 : peak);
        spans.forEach((a, i) =>
          spans.forEach((b, j) => expect(i !== j && lanes[i] === lanes[j] && a.from < b.to && b.from < a.to).toBe(false)),
        );
      }),
    );
  });
});
