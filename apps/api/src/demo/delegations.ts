// The three delegations of the demo and who travels in them: invented people, names in their own script where they have one.
// Days are counted from today.
import type { DelegateInput } from '@amity/delegations';
import type { PersonInput } from '@amity/people';

type Needs = Omit<Partial<DelegateInput>, 'person'> & { readonly born?: string };

function traveller(person: PersonInput, { born, ...needs }: Needs = {}): DelegateInput {
  const email = `${person.givenName}.${person.familyName}`
    .normalize('NFD')
    .replace(/[^a-zA-Z.]/g, '')
    .toLowerCase();
  return { person: { email: `${email}@example.net`, birthDate: born ?? '1984-06-15', ...person }, ...needs };
}

const japanese = (familyName: string, givenName: string, nativeName: string, needs: Needs = {}, languages = ['ja', 'en']): DelegateInput =>
  traveller({ familyName, givenName, nativeName, nameOrder: 'family_first', countryCode: 'JP', languages }, needs);
const chilean = (givenName: string, familyName: string, needs: Needs = {}, languages = ['es', 'en']): DelegateInput =>
  traveller({ givenName, familyName, countryCode: 'CL', languages }, { born: '2009-03-21', ...needs });
const moroccan = (givenName: string, familyName: string, nativeName: string, needs: Needs = {}): DelegateInput =>
  traveller({ givenName, familyName, nativeName, countryCode: 'MA', languages: ['ar', 'fr', 'en'] }, needs);

/** In town: teachers from Tamano. */
export const teachers: readonly DelegateInput[] = [
  japanese('Sato', 'Yuki', '佐藤 由紀', { role: 'leader', born: '1971-02-11' }),
  japanese('Tanaka', 'Hiroshi', '田中 浩', { born: '1966-10-03', diet: ['pescatarian'] }),
  japanese('Mori', 'Aiko', '森 愛子', { born: '1992-12-24', petAllergies: ['cat'] }),
  japanese('Kobayashi', 'Ren', '小林 蓮', { born: '1989-05-05' }, ['ja']),
  japanese('Yoshida', 'Naomi', '吉田 直美', { born: '1979-08-18', diet: ['vegetarian'] }),
  japanese('Inoue', 'Daichi', '井上 大地', { born: '1995-01-30' }),
  japanese('Hayashi', 'Michiko', '林 美智子', { born: '1958-07-02', diet: ['lactose_free'] }),
  traveller(
    { givenName: 'María José', familyName: 'Quiroga', countryCode: 'US', languages: ['ja', 'es', 'en'] },
    { role: 'interpreter', needsBed: false },
  ),
];

/** To come: young sailors from Punta Arenas. */
export const sailors: readonly DelegateInput[] = [
  chilean('Valentina', 'Rojas', { role: 'leader', born: '1980-04-12' }),
  chilean('Matías', 'Contreras', { role: 'chaperone', born: '1987-11-08', petAllergies: ['dog'] }),
  chilean('Catalina', 'Muñoz', { gender: 'female' }),
  chilean('Joaquín', 'Sepúlveda', { gender: 'male', born: '2008-12-01' }, ['es']),
  chilean('Antonia', 'Ñancupil', { gender: 'female', diet: ['vegetarian'] }),
  chilean('Benjamín', 'Álvarez', { gender: 'male', born: '2009-07-14', petAllergies: ['cat', 'horse'] }),
  chilean('Florencia', 'Soto', { gender: 'female', diet: ['gluten_free'] }),
  chilean('Ignacio', 'Barría', { gender: 'male' }),
  chilean('Isidora', 'Vukovic', { gender: 'female', born: '2010-01-27' }, ['es', 'hr', 'en']),
  chilean('Layla', 'Massú', { gender: 'female', diet: ['halal'] }, ['es', 'ar']),
];

/** Been here: artists from Essaouira, before there is a partnership. */
export const artists: readonly DelegateInput[] = [
  moroccan('Yasmine', 'El Idrissi', 'ياسمين الإدريسي', { role: 'leader', born: '1976-03-03', diet: ['halal'] }),
  moroccan('Omar', 'Benjelloun', 'عمر بنجلون', { born: '1969-09-09', diet: ['halal'] }),
  moroccan('Fatima', 'Zahraoui', 'فاطمة الزهراوي', { born: '1990-05-25', diet: ['halal', 'vegetarian'] }),
  moroccan('Anas', 'Tazi', 'أنس التازي', { born: '1998-02-14', diet: ['halal'] }),
  moroccan('Khadija', 'Ouazzani', 'خديجة الوزاني', { born: '1981-11-19', needsBed: false }),
  moroccan('Mehdi', 'Bouazza', 'مهدي بوعزة', { born: '1987-01-06', needsBed: false }),
  moroccan('Salma', 'Chraibi', 'سلمى الشرايبي', { born: '1994-07-30', needsBed: false }),
  moroccan('Youssef', 'Amrani', 'يوسف العمراني', { born: '1973-12-02', needsBed: false }),
  moroccan('Nadia', 'Lahlou', 'نادية لحلو', { born: '1985-04-21', needsBed: false }),
  moroccan('Hamza', 'Skalli', 'حمزة الصقلي', { born: '1996-08-08', needsBed: false }),
  moroccan('Zineb', 'Berrada', 'زينب برادة', { born: '1991-10-27', needsBed: false }),
  moroccan('Rachid', 'Guessous', 'رشيد كسوس', { born: '1964-05-13', needsBed: false }),
];

export interface Stay {
  readonly family: string;
  /** Place in the roster above. */
  readonly guest: number;
  readonly answer: 'accepted' | 'declined' | null;
  readonly note?: string;
}

export const teachersStays: readonly Stay[] = [
  { guest: 0, family: 'okafor', answer: 'accepted', note: 'We cannot wait!' },
  { guest: 1, family: 'nakamura', answer: 'accepted' },
  { guest: 2, family: 'okafor', answer: 'accepted' },
  { guest: 3, family: 'morales', answer: 'accepted' },
  { guest: 4, family: 'haddad', answer: 'accepted' },
  { guest: 5, family: 'santos', answer: 'accepted', note: 'Our dog is a gentle old lady.' },
  { guest: 6, family: 'brennan', answer: 'accepted' },
];

export const sailorsStays: readonly Stay[] = [
  { guest: 0, family: 'morales', answer: 'accepted' },
  { guest: 1, family: 'whitaker', answer: 'declined', note: 'Sorry, we are away that week.' },
  { guest: 2, family: 'morales', answer: 'accepted', note: 'Our daughter is thrilled.' },
  { guest: 4, family: 'santos', answer: null },
  { guest: 9, family: 'haddad', answer: 'accepted' },
  { guest: 6, family: 'santos', answer: null },
  { guest: 1, family: 'haddad', answer: null },
];

export const artistsStays: readonly Stay[] = [
  { guest: 0, family: 'haddad', answer: 'accepted' },
  { guest: 1, family: 'nakamura', answer: 'accepted' },
  { guest: 2, family: 'haddad', answer: 'accepted' },
  { guest: 3, family: 'okafor', answer: 'accepted' },
];
