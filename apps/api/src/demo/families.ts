// The families of the demo: invented, and different from one another. Nights and checks are days from today.
import type { HouseholdState, Room } from '@amity/hosting';
import type { PetSpecies } from '@amity/people';

export interface FamilyPlan {
  readonly key: string;
  readonly state: HouseholdState;
  /** How far the screening is. */
  readonly screened: 'whole' | 'begun' | 'no';
  /** When the adults' checks were made, where it matters. */
  readonly checkedOn?: number;
  readonly offers: readonly (readonly [from: number, to: number])[];
  readonly signUp: {
    readonly givenName: string;
    readonly familyName: string;
    readonly phone: string;
    readonly address: string;
    readonly town: string;
    readonly postalCode?: string;
    readonly beds: number;
    readonly room: Room;
    readonly stairs: boolean;
    readonly smokers: boolean;
    readonly members: readonly { givenName: string; familyName: string; relation: 'adult' | 'child'; birthDate: string }[];
    readonly pets: readonly { species: PetSpecies; count: number }[];
    readonly dietOffered: readonly string[];
    readonly languages: readonly string[];
    readonly notes: string;
  };
}

type Home = Omit<Partial<FamilyPlan['signUp']>, 'givenName' | 'familyName'>;

let houses = 0;

function family(
  key: string,
  [givenName, familyName]: readonly [string, string],
  state: HouseholdState,
  screened: FamilyPlan['screened'],
  home: Home,
  more: { readonly offers?: FamilyPlan['offers']; readonly checkedOn?: number } = {},
): FamilyPlan {
  const number = ++houses;
  return {
    key,
    state,
    screened,
    offers: more.offers ?? [[-200, 120]],
    ...(more.checkedOn === undefined ? {} : { checkedOn: more.checkedOn }),
    signUp: {
      givenName,
      familyName,
      phone: `+1 978 555 01${String(number).padStart(2, '0')}`,
      address: `${4 + number * 7} ${streets[number % streets.length] ?? 'Harbor Street'}`,
      town: 'Gloucester',
      beds: 1,
      room: 'own_room',
      stairs: number % 3 === 0,
      smokers: false,
      members: [],
      pets: [],
      dietOffered: ['vegetarian'],
      languages: ['en'],
      notes: '',
      ...home,
    },
  };
}

const streets = ['Harbor Street', 'Lighthouse Lane', 'Rope Walk', 'Cooper Street', 'Quarry Road', 'Mill Hill'];

const adult = (givenName: string, familyName: string, birthDate = '') => ({ givenName, familyName, relation: 'adult' as const, birthDate });
const child = (givenName: string, familyName: string, birthDate: string) => ({
  givenName,
  familyName,
  relation: 'child' as const,
  birthDate,
});

export const families: readonly FamilyPlan[] = [
  family('okafor', ['Lena', 'Okafor'], 'approved', 'whole', {
    beds: 2,
    members: [adult('Jonas', 'Okafor', '1981-03-02'), child('Mia', 'Okafor', '2016-05-14')],
    languages: ['en', 'ja'],
    dietOffered: ['vegetarian', 'no_pork'],
    notes: 'Two quiet rooms under the roof; Jonas taught English in Okayama for two years.',
  }),
  family('nakamura', ['Emi', 'Nakamura'], 'approved', 'whole', {
    members: [adult('Paul', 'Nakamura', '1969-11-20')],
    languages: ['ja', 'en'],
    dietOffered: ['vegetarian', 'pescatarian', 'lactose_free'],
  }),
  family('santos', ['Beatriz', 'Santos'], 'approved', 'whole', {
    beds: 2,
    members: [adult('Rui', 'Santos', '1977-07-07'), child('Inês', 'Santos', '2012-09-30')],
    pets: [{ species: 'dog', count: 1 }],
    languages: ['pt', 'es', 'en'],
    dietOffered: ['gluten_free', 'vegetarian'],
  }),
  family('haddad', ['Samira', 'Haddad'], 'approved', 'whole', {
    beds: 2,
    members: [adult('Karim', 'Haddad', '1974-01-19')],
    languages: ['ar', 'fr', 'en'],
    dietOffered: ['halal', 'vegetarian', 'no_pork'],
  }),
  family('lindgren', ['Anders', 'Lindgren'], 'approved', 'whole', {
    town: 'Rockport',
    members: [adult('Ruth', 'Lindgren', '1955-12-03')],
    pets: [{ species: 'cat', count: 2 }],
    languages: ['en', 'sv', 'de'],
  }),
  family('morales', ['Ana', 'Morales'], 'approved', 'whole', {
    beds: 2,
    room: 'shared_with_child',
    members: [adult('Julio', 'Morales', '1983-06-11'), child('Tomás', 'Morales', '2011-02-08'), child('Lucía', 'Morales', '2014-10-21')],
    languages: ['es', 'en'],
    dietOffered: ['vegetarian', 'vegan'],
  }),
  family('whitaker', ['Grace', 'Whitaker'], 'approved', 'whole', {
    town: 'Essex',
    members: [adult('Dorothy', 'Whitaker', '1948-08-25')],
    pets: [{ species: 'horse', count: 3 }],
    languages: ['en', 'es'],
  }),
  // their checks run out within two weeks: cleared for tonight, not for the delegation that comes
  family(
    'brennan',
    ['Maeve', 'Brennan'],
    'approved',
    'whole',
    { languages: ['en', 'es'], dietOffered: ['vegetarian'] },
    { checkedOn: -357 },
  ),
  family('kowalski', ['Piotr', 'Kowalski'], 'vetting', 'begun', {
    members: [adult('Zofia', 'Kowalska', '1990-04-17'), child('Jan', 'Kowalski', '2019-01-05')],
    languages: ['pl', 'en'],
  }),
  family('ferraro', ['Gina', 'Ferraro'], 'vetting', 'no', { beds: 3, languages: ['it', 'en', 'es'], town: 'Rockport' }),
  family('tremblay', ['Luc', 'Tremblay'], 'applied', 'no', {
    members: [adult('Noor', 'Aziz', '1988-09-09')],
    languages: ['fr', 'ar', 'en'],
    dietOffered: ['halal'],
    pets: [{ species: 'bird', count: 2 }],
  }),
  family('delgado', ['Rosa', 'Delgado'], 'applied', 'no', { languages: ['es', 'en'], room: 'living_area' }),
  family('baker', ['Walter', 'Baker'], 'paused', 'whole', { languages: ['en'], notes: 'Resting this season after a move.' }),
  family('stone', ['Craig', 'Stone'], 'declined', 'no', { languages: ['en'] }),
];
