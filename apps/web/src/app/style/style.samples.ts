/** Made-up rows for the style page. */
export interface Family {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly beds: number;
  readonly state: string;
  readonly since: string;
}

export const families: readonly Family[] = [
  { id: '1', name: 'Okafor-Lindqvist', city: 'Fairhaven', beds: 2, state: 'Cleared', since: '2021' },
  { id: '2', name: 'Ferreira', city: 'Harbor City', beds: 1, state: 'Needs a call', since: '2024' },
  { id: '3', name: 'van der Heijden', city: 'Harbor City', beds: 3, state: 'In screening', since: '2026' },
  { id: '4', name: 'Nakamura', city: 'Fairhaven', beds: 2, state: 'Lapsed', since: '2019' },
];

export const history = [
  { id: 'a', when: 'May 12, 09:40', who: 'Carla Olsen', what: 'Approved after the home visit' },
  { id: 'b', when: 'May 9, 18:05', who: 'Ferreira family', what: 'Confirmed the dates 15 to 22 May' },
  { id: 'c', when: 'May 2, 11:12', who: 'Carla Olsen', what: 'Asked for one more reference' },
];

export const twoVersions = [
  { name: 'beds', label: 'Beds', yours: 2, theirs: 3, yoursShown: '2', theirsShown: '3' },
  { name: 'note', label: 'Note', yours: 'Two cats', theirs: '', yoursShown: 'Two cats', theirsShown: '' },
];

const cities = ['Tateyama', 'Punta Arenas', 'Bellingham', 'Port Stephens', 'Cheongju', 'Vaasa'];

export const byCity = (typed: string): Promise<readonly string[]> =>
  Promise.resolve(cities.filter((city) => city.toLowerCase().includes(typed.toLowerCase())));
