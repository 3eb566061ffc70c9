import { someHouseholdFacts } from '@amity/testing';
import { addMonths, adultFrom, lapsesOn, lastGoodDay, screeningOn } from './screening.js';

describe('how long a check is good', () => {
  it('is the eve of its anniversary', () => {
    expect(lastGoodDay({ validMonths: 12 }, { checkedOn: '2028-05-01', validUntil: null })).toBe('2029-04-30');
  });

  it('is its own end when that comes first, and never longer than the requirement allows', () => {
    expect(lastGoodDay({ validMonths: 12 }, { checkedOn: '2028-05-01', validUntil: '2028-12-31' })).toBe('2028-12-31');
    expect(lastGoodDay({ validMonths: 12 }, { checkedOn: '2028-05-01', validUntil: '2031-12-31' })).toBe('2029-04-30');
  });

  it('is for good where neither says an end', () => {
    expect(lastGoodDay({ validMonths: null }, { checkedOn: '2028-05-01', validUntil: null })).toBe(null);
  });

  it('counts calendar months, with the last day where a month is too short', () => {
    expect([addMonths('2028-01-31', 1), addMonths('2027-01-31', 1), addMonths('2028-11-30', 14)]).toEqual([
      '2028-02-29',
      '2027-02-28',
      '2030-01-30',
    ]);
    expect(adultFrom('2010-02-28')).toBe('2028-02-28');
    expect(adultFrom('2008-02-29')).toBe('2026-02-28');
  });
});

describe('the checklist', () => {
  it('has one square for the household or for each adult, and knows what lapses first', () => {
    const facts = someHouseholdFacts();
    const cells = screeningOn('2028-05-01', facts);
    const [contact, adult] = facts.members;
    expect(cells).toEqual([
      { requirementKey: 'home_visit', memberId: null, status: 'met', checkedOn: '2028-01-10', validUntil: '2031-01-09' },
      { requirementKey: 'criminal_check', memberId: contact?.id, status: 'met', checkedOn: '2028-01-10', validUntil: '2029-01-09' },
      { requirementKey: 'criminal_check', memberId: adult?.id, status: 'met', checkedOn: '2028-01-10', validUntil: '2029-01-09' },
    ]);
    expect(lapsesOn(cells)).toBe('2029-01-10');
  });

  it('tells a lapsed check from a failed and from a missing one', () => {
    const facts = someHouseholdFacts();
    const [contact, adult] = facts.members;
    const failed = {
      requirementKey: 'criminal_check',
      memberId: contact?.id ?? null,
      outcome: 'failed' as const,
      checkedOn: '2028-02-01',
      validUntil: null,
    };
    const cells = screeningOn('2029-02-01', {
      ...facts,
      checks: [...facts.checks.filter((c) => c.requirementKey !== 'home_visit'), failed],
    });
    expect(cells.map(({ memberId, status }) => [memberId, status])).toEqual([
      [null, 'missing'],
      [contact?.id, 'failed'],
      [adult?.id, 'lapsed'],
    ]);
  });

  it('lets a later pass make good for a failure, and not one of the same day', () => {
    const facts = someHouseholdFacts();
    const failedOn = (checkedOn: string) =>
      screeningOn('2028-05-01', {
        ...facts,
        checks: [...facts.checks, { requirementKey: 'home_visit', memberId: null, outcome: 'failed', checkedOn, validUntil: null }],
      })[0]?.status;
    expect([failedOn('2028-01-09'), failedOn('2028-01-10')]).toEqual(['met', 'failed']);
  });
});
