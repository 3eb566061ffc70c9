// Host families as a test needs them: complete, cleared and free, so that a test says only what should stand in the way.
import type { CheckFacts, GuestFacts, HouseholdFacts, SignUpDraft } from '@amity/hosting';

/** A sign-up that could be sent: two adults, a child, a cat, one bed, two weeks in May of 2028. */
export function aSignUp(overrides: Partial<SignUpDraft> = {}): SignUpDraft {
  return {
    givenName: 'Lena',
    familyName: 'Okafor',
    email: 'lena.okafor@example.org',
    phone: '+1 555 010 0200',
    address: '12 Harbor Street',
    postalCode: '98225',
    town: 'Harbor City',
    beds: 1,
    room: 'own_room',
    stairs: false,
    members: [
      { givenName: 'Jonas', familyName: 'Okafor', relation: 'adult', birthDate: '' },
      { givenName: 'Mia', familyName: 'Okafor', relation: 'child', birthDate: '2020-03-14' },
    ],
    hasPets: true,
    pets: [{ species: 'cat', count: 1 }],
    smokers: false,
    dietOffered: ['vegetarian'],
    languages: ['en', 'de'],
    offers: [{ from: '2028-05-01', to: '2028-05-15' }],
    notes: '',
    agreesToTakePart: true,
    agreesToScreening: true,
    agreesToFollowUp: false,
    ...overrides,
  };
}

const lena = '01a2013f-7aa4-7873-8e08-000000000001';
const jonas = '01a2013f-7aa4-7873-8e08-000000000002';

function passed(requirementKey: string, memberId: string | null = null): CheckFacts {
  return { requirementKey, memberId, outcome: 'passed', checkedOn: '2028-01-10', validUntil: null };
}

/** An approved family of two adults, screened on 10 January 2028, with one free bed for all of May 2028. */
export function someHouseholdFacts(overrides: Partial<HouseholdFacts> = {}): HouseholdFacts {
  return {
    id: '01a2013f-7aa4-7873-8e08-000000000000',
    name: 'Okafor',
    state: 'approved',
    beds: 1,
    bedsFree: 1,
    stairs: false,
    smokers: false,
    pets: ['cat'],
    offers: [{ from: '2028-05-01', to: '2028-06-01' }],
    members: [
      { id: lena, name: 'Lena Okafor', relation: 'contact', birthDate: null },
      { id: jonas, name: 'Jonas Okafor', relation: 'adult', birthDate: '1985-02-03' },
    ],
    requirements: [
      { key: 'home_visit', label: 'Home visit and interview', scope: 'household', validMonths: 36 },
      { key: 'criminal_check', label: 'Criminal background check', scope: 'adult', validMonths: 12 },
    ],
    checks: [passed('home_visit'), passed('criminal_check', lena), passed('criminal_check', jonas)],
    ...overrides,
  };
}

export function someGuestFacts(overrides: Partial<GuestFacts> = {}): GuestFacts {
  return { petAllergies: [], ...overrides };
}
