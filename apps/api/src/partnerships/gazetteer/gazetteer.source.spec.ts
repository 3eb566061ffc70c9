import { CountryCode, Zone } from '@amity/kernel';
import { countryCodesOf } from '@amity/partnerships';
import { otherNames } from './gazetteer.names.js';
import { countryCodesByName, countryNames, readPlaces, type GazetteerPlace } from './gazetteer.source.js';

describe('the source of the gazetteer', () => {
  let places: GazetteerPlace[];
  beforeAll(() => {
    places = readPlaces();
  });

  it('has every place once, with a country that has a name, and a zone that this runtime knows', () => {
    const countries = countryNames();
    expect(places.length).toBeGreaterThan(130_000);
    expect(new Set(places.map((place) => place.id)).size).toBe(places.length);
    expect(places.filter((place) => !CountryCode.safeParse(place.countryCode).success || !countries.has(place.countryCode))).toEqual([]);
    expect([...new Set(places.map((place) => place.zone))].filter((zone) => !Zone.safeParse(zone).success)).toEqual([]);
  });

  it('knows Tateyama whole', () => {
    expect(places.find((place) => place.name === 'Tateyama')).toEqual({
      id: 1850523, name: 'Tateyama', asciiName: 'Tateyama', otherNames: [], countryCode: 'JP', admin1: '04', latitude: 34.98333,
      longitude: 139.86667, population: 50064, zone: 'Asia/Tokyo',
    }); // prettier-ignore
  });

  it('gives each line of other names to one place', () => {
    const named = new Map(places.filter((place) => place.otherNames.length > 0).map((p) => [`${p.countryCode}|${p.name}`, p.otherNames]));
    expect(otherNames.filter((entry) => named.get(`${entry.countryCode}|${entry.name}`) !== entry.otherNames)).toEqual([]);
    expect(named.size).toBe(otherNames.length);
  });

  it('understands the country names of its own list, and those of files', () => {
    const byName = countryCodesByName();
    const misread = [...countryNames()].filter(([code, [official]]) => countryCodesOf(official ?? '', byName)[0] !== code);
    expect(misread).toEqual([]);
    expect(['Russia', 'United States of America', "People's Republic of China", 'Kosovo', 'Cape Verde'].map((l) => countryCodesOf(l, byName))).toEqual([
      ['RU'], ['US'], ['CN'], ['XK'], ['CV'],
    ]); // prettier-ignore
  });
});
