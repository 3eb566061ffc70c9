import { someGuestFacts, someHouseholdFacts } from '@amity/testing';
import { clearance } from './clearance.js';
import { clearanceSentences, reasonSentence } from './clearance.sentences.js';
import { clearanceCodes, type GuestFacts, type HouseholdFacts } from './facts.js';

const week = { from: '2028-05-10', to: '2028-05-17' };
const against = (household: Partial<HouseholdFacts>, guest: Partial<GuestFacts> = {}, nights = week) =>
  clearance(someHouseholdFacts(household), someGuestFacts(guest), nights).reasons.map(reasonSentence);

describe('a household that hosts a guest', () => {
  it('is cleared when every requirement is met and nothing stands against it', () => {
    expect(clearance(someHouseholdFacts(), someGuestFacts(), week)).toEqual({ cleared: true, reasons: [] });
  });

  it('is told everything that stands against it, not only the first thing', () => {
    expect(against({ state: 'paused', bedsFree: 0, offers: [] }, { petAllergies: ['cat', 'dog'] })).toEqual([
      'The family is not approved: it is paused.',
      'The family does not offer the night of 2028-05-10.',
      'Every bed is given on these nights.',
      'The guest is allergic to an animal that lives here: cat.',
    ]);
  });

  it('is told where an unapproved family stands, in words', () => {
    expect((['applied', 'vetting', 'paused', 'declined'] as const).map((state) => against({ state })[0])).toEqual([
      'The family is not approved: it has signed up and waits for its screening.',
      'The family is not approved: its screening is under way.',
      'The family is not approved: it is paused.',
      'The family is not approved: it was declined.',
    ]);
  });

  it('names the night on which a check is no longer good, and whose it is', () => {
    const household = someHouseholdFacts();
    const checks = household.checks.map((c, at) => (at === 2 ? { ...c, validUntil: '2028-05-14' } : c));
    expect(clearance({ ...household, checks }, someGuestFacts(), week).reasons).toEqual([
      {
        code: 'check_lapses',
        params: { requirement: 'Criminal background check', member: 'Jonas Okafor', date: '2028-05-15' },
        failsOn: '2028-05-15',
        requirementKey: 'criminal_check',
        memberName: 'Jonas Okafor',
      },
    ]);
  });

  it('is cleared by a check that is good through the last night, and not by one that ends a day before', () => {
    const household = someHouseholdFacts();
    const until = (validUntil: string) => household.checks.map((c) => (c.requirementKey === 'home_visit' ? { ...c, validUntil } : c));
    expect(against({ checks: until('2028-05-16') })).toEqual([]);
    expect(against({ checks: until('2028-05-15') })).toEqual(['Home visit and interview: no longer good on 2028-05-16.']);
  });

  it('is asked for a check of the child who turns 18 during the stay', () => {
    const members = [...someHouseholdFacts().members, { id: 'x', name: 'Mia Okafor', relation: 'child' as const, birthDate: '2010-05-16' }];
    expect(against({ members })).toEqual(['Mia Okafor – Criminal background check: not done yet.']);
    expect(against({ members }, {}, { from: '2028-05-10', to: '2028-05-16' })).toEqual([]);
  });

  it('is not cleared by what nobody asked', () => {
    expect(
      against(
        { pets: null, smokers: null, stairs: null, bedsFree: null },
        { petAllergies: ['dog'], avoidsSmoke: true, avoidsStairs: true },
      ),
    ).toEqual([
      clearanceSentences.beds_unknown,
      clearanceSentences.pets_unknown,
      clearanceSentences.smoke_unknown,
      clearanceSentences.stairs_unknown,
    ]);
    expect(against({ requirements: [] })).toEqual([clearanceSentences.no_requirements]);
    expect(against({}, { petAllergies: null })).toEqual([clearanceSentences.guest_needs_unknown]);
  });

  it('does not count a check of the future yet', () => {
    expect(clearance(someHouseholdFacts(), someGuestFacts(), week, '2028-01-09').cleared).toBe(false);
    expect(clearance(someHouseholdFacts(), someGuestFacts(), week, '2028-01-10').cleared).toBe(true);
  });

  it('has a sentence for every reason there is', () => {
    expect(Object.keys(clearanceSentences).sort()).toEqual([...clearanceCodes].sort());
  });
});
