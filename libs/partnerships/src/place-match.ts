// A written place is a gazetteer's place when the country agrees and the names do: the same name up to 25 km away, one name being
// part of the other up to 5 km, or a similar spelling up to 3 km. Chosen on the 6 978 places of three countries' twinning lists: of 5 907
// with an equal name within 30 km, 97 in 100 lie within 3 km; between 8 and 25 km most are big or badly measured towns and some are
// namesakes; looser limits for similar names mostly brought in neighbors (Großauheim and Großostheim, Bischwihr and Fortschwihr).
// Under a related flag only the same name within 10 km counts. Otherwise there is no match: the caller flags the place.
import type { CountryCode, Zone } from '@amity/kernel';
import type { GazetteerId } from './community.contract.js';
import { relatedCountries } from './country-names.js';
import { areCounterparts, isPartOf, namesARegion, readingsOf, similarity, trigramsOf, withoutQualifier } from './place-names.js';

export const matchLimits = { sameKm: 25, partKm: 5, similarKm: 3, similarity: 0.45, relatedKm: 10 } as const;

/** A place of the gazetteer. `otherNames`: what else it is called. */
export interface PlaceCandidate {
  readonly id: GazetteerId;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly countryCode: CountryCode;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number | null;
  readonly zone: Zone;
}

/** A place as somebody wrote it. `countryCodes` is empty when the country is not known. Degrees, WGS 84. */
export interface WrittenPlace {
  readonly name: string;
  readonly countryCodes: readonly CountryCode[];
  readonly latitude: number;
  readonly longitude: number;
}

const { abs, asin, cos, min, sin, sqrt, PI } = Math;
const earthKm = 6371;
const kmPerDegree = (earthKm * PI) / 180;

/** Kilometers between two points on a sphere of 6 371 km (haversine). */
export function distanceKm(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const rad = PI / 180;
  const lat = sin(((b.latitude - a.latitude) * rad) / 2) ** 2;
  const lon = sin(((b.longitude - a.longitude) * rad) / 2) ** 2;
  return 2 * earthKm * asin(sqrt(min(1, lat + cos(a.latitude * rad) * cos(b.latitude * rad) * lon)));
}

/** How a place may be read; made once a place, and only as far as it is asked for. */
class Spelling {
  readonly readings: readonly string[];
  private plainReadings: readonly { readonly text: string; readonly trigrams: ReadonlySet<string> }[] | null = null;

  constructor(private readonly names: readonly string[]) {
    this.readings = names.flatMap(readingsOf);
  }

  get region(): boolean {
    return namesARegion(this.names[0] ?? '');
  }

  /** Readings without what stands after a comma or in brackets: for partial and similar names, a region's name must not count. */
  get plain() {
    this.plainReadings ??= [...new Set(this.names.map(withoutQualifier).flatMap(readingsOf))].map((text) => ({
      text,
      trigrams: trigramsOf(text),
    }));
    return this.plainReadings;
  }
}
const spellings = new WeakMap<object, Spelling>();

function spell(place: { readonly name: string; readonly otherNames?: readonly string[] }): Spelling {
  let known = spellings.get(place);
  if (known === undefined) {
    known = new Spelling([place.name, ...(place.otherNames ?? [])]);
    spellings.set(place, known);
  }
  return known;
}

/** How well names agree: 3 the same, 2 one is part of the other, 1 similar, 0 not. */
function agreement(a: Spelling, b: Spelling, km: number): 0 | 1 | 2 | 3 {
  if (a.readings.some((reading) => b.readings.includes(reading))) return 3;
  if (km > matchLimits.partKm || a.region || b.region) return 0;
  if (a.plain.some((x) => b.plain.some((y) => isPartOf(x.text, y.text)))) return 2;
  if (km > matchLimits.similarKm) return 0;
  const alike = a.plain.some((x) =>
    b.plain.some((y) => similarity(x.trigrams, y.trigrams) >= matchLimits.similarity && !areCounterparts(x.text, y.text)),
  );
  return alike ? 1 : 0;
}

/**
 * The gazetteer's place that a written place means, or null. Of several, the better name wins, then the nearer, the larger, the lower id:
 * the order of the candidates does not matter.
 */
export function matchPlace(written: WrittenPlace, candidates: Iterable<PlaceCandidate>): PlaceCandidate | null {
  const spelling = spell(written);
  const related = new Set(written.countryCodes.flatMap(relatedCountries));
  let best: { place: PlaceCandidate; rank: number; km: number } | null = null;
  const band = matchLimits.sameKm / kmPerDegree;
  for (const place of candidates) {
    if (abs(place.latitude - written.latitude) > band) continue; // most candidates of a cell end here, before anything costs
    const own = written.countryCodes.length === 0 || written.countryCodes.includes(place.countryCode);
    if (!own && !related.has(place.countryCode)) continue;
    const km = distanceKm(written, place);
    if (km > (own ? matchLimits.sameKm : matchLimits.relatedKm)) continue;
    const rank = own ? agreement(spelling, spell(place), km) : agreement(spelling, spell(place), km) === 3 ? 0.5 : 0;
    if (rank > 0 && (best === null || isBetter({ place, rank, km }, best))) best = { place, rank, km };
  }
  return best?.place ?? null;
}

type Found = { place: PlaceCandidate; rank: number; km: number };

function isBetter(a: Found, b: Found): boolean {
  if (a.rank !== b.rank) return a.rank > b.rank;
  if (a.km !== b.km) return a.km < b.km;
  const population = (a.place.population ?? 0) - (b.place.population ?? 0);
  return population === 0 ? a.place.id < b.place.id : population > 0;
}
