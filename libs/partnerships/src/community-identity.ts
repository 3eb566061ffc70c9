// Which mentions are one community: those the gazetteer knows as one place; of the rest, those of the same name and country (or its
// family of codes) that lie within 25 km of one another, in a chain. The order in which they come changes nothing.
import type { CountryCode } from '@amity/kernel';
import { countryFamily } from './country-names.js';
import type { GazetteerId } from './community.contract.js';
import { distanceKm, matchLimits } from './place-match.js';
import { foldName } from './place-names.js';

/** Identity within one plan: `g:<GeoNames id>`, or `n:<country>:<folded name>:<number>`. */
export type CommunityKey = string;

export interface Located {
  readonly name: string;
  readonly countryCode: CountryCode;
  readonly latitude: number;
  readonly longitude: number;
}

export function keyOfPlace(id: GazetteerId): CommunityKey {
  return `g:${id}`;
}

/** The key of each place that the gazetteer does not know. */
export function keysOfUnmatched<P extends Located>(places: Iterable<P>): Map<P, CommunityKey> {
  const namesakes = new Map<string, P[]>();
  for (const place of places) {
    const name = `n:${countryFamily(place.countryCode)}:${foldName(place.name)}`;
    const others = namesakes.get(name);
    if (others === undefined) namesakes.set(name, [place]);
    else others.push(place);
  }
  const keys = new Map<P, CommunityKey>();
  for (const [name, group] of namesakes) {
    const left = new Set(group.sort(bySouthWest));
    for (let number = 1; left.size > 0; number++) {
      for (const member of chainFrom(left)) keys.set(member, `${name}:${number}`);
    }
  }
  return keys;
}

/** Takes the first place and all that hang together with it out of `left`. */
function chainFrom<P extends Located>(left: Set<P>): P[] {
  const [first] = left;
  if (first === undefined) return [];
  left.delete(first);
  const chain = [first];
  for (const member of chain) {
    for (const other of left) {
      if (distanceKm(member, other) > matchLimits.sameKm) continue;
      left.delete(other);
      chain.push(other);
    }
  }
  return chain;
}

/** South first, then west, then by spelling and country: an order that depends on the places alone. */
export function bySouthWest(a: Located, b: Located): number {
  return a.latitude - b.latitude || a.longitude - b.longitude || compare(a.name, b.name) || compare(a.countryCode, b.countryCode);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
