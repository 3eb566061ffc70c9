// A list of twin towns becomes partnerships: however often and from whichever side a pair is listed, it is one partnership. A place the
// gazetteer lacks keeps the coordinates of the file and is flagged. What is recorded already is only completed, never overwritten, so
// importing a file again changes nothing. Every row ends in exactly one way: it makes, completes or finds a partnership, repeats
// another row, or is refused.
import type { CountryCode, Id, Zone } from '@amity/kernel';
import { bySouthWest, keyOfPlace, keysOfUnmatched, type CommunityKey } from './community-identity.js';
import type { GazetteerId } from './community.contract.js';
import type { PartnershipKind } from './partnership.contract.js';
import { PlaceGrid, cellsAroundAll, type Cell } from './place-grid.js';
import { distanceKm, matchLimits, matchPlace, type PlaceCandidate } from './place-match.js';
import { namesARegion } from './place-names.js';
import type { Mention, RowRefusal, RowRemark, TwinTownRow, TwinTownRows } from './twin-towns.rows.js';

/** How far from a place of unknown country the nearest known place may be, to take its country. */
const countryKm = 50;

export interface KnownCommunity {
  readonly id: Id;
  readonly name: string;
  readonly countryCode: CountryCode;
  readonly latitude: number;
  readonly longitude: number;
  readonly zone: Zone;
  readonly population: number | null;
  readonly gazetteerId: GazetteerId | null;
  readonly flagged: boolean;
}
export interface KnownPartnership {
  readonly id: Id;
  readonly homeId: Id;
  readonly partnerId: Id;
}

export interface PlannedCommunity {
  readonly key: CommunityKey;
  /** The recorded community that this is; null: to be created. */
  readonly id: Id | null;
  readonly name: string;
  readonly countryCode: CountryCode;
  readonly latitude: number;
  readonly longitude: number;
  readonly zone: Zone;
  readonly population: number | null;
  readonly gazetteerId: GazetteerId | null;
  readonly flagged: boolean;
  /** Of a recorded community: the fields that this plan fills in. */
  readonly changes: readonly ('population' | 'gazetteerId' | 'flagged')[];
}
export interface PlannedPartnership {
  readonly id: Id | null;
  readonly kind: PartnershipKind;
  readonly home: CommunityKey;
  readonly partner: CommunityKey;
  readonly outcome: 'new' | 'changed' | 'unchanged';
  /** Rows of the file that say so, ascending; all but the first are repeats. */
  readonly rows: readonly number[];
}
export interface TwinTownPlan {
  readonly counts: { rows: number; new: number; changed: number; unchanged: number; repeated: number; refused: number; flagged: number };
  /** Every community that a planned partnership names. */
  readonly communities: ReadonlyMap<CommunityKey, PlannedCommunity>;
  readonly partnerships: readonly PlannedPartnership[];
  readonly refused: readonly RowRefusal[];
  readonly remarks: readonly RowRemark[];
}

/** What stands around the import: all the organization's communities and partnerships, and the gazetteer's places near the rows. */
export interface TwinTownSurroundings {
  readonly communities: readonly KnownCommunity[];
  readonly partnerships: readonly KnownPartnership[];
  readonly places: readonly PlaceCandidate[];
  /** The zone at a point, for places that the gazetteer lacks. */
  readonly zoneAt: (latitude: number, longitude: number) => Zone;
}

/** The cells whose places `planTwinTowns` needs as `places`. */
export function cellsToLookUp(file: TwinTownRows, communities: readonly KnownCommunity[]): Cell[] {
  const mentions = new Set(file.rows.flatMap((row) => [row.home, row.partner]));
  const cells = cellsAroundAll([...mentions, ...communities.filter((c) => c.gazetteerId === null)], matchLimits.sameKm);
  const unknown = [...mentions].filter((mention) => mention.countryCodes.length !== 1);
  const seen = new Set(cells.map((cell) => `${cell.lat} ${cell.lon}`));
  return [...cells, ...cellsAroundAll(unknown, countryKm).filter((cell) => !seen.has(`${cell.lat} ${cell.lon}`))];
}

/** What an import would do. Pure: applying it is writing `communities` and `partnerships` in one transaction. */
export function planTwinTowns(file: TwinTownRows, around: TwinTownSurroundings): TwinTownPlan {
  const resolution = resolve(file, around);
  const refused: RowRefusal[] = [...file.refused];
  const remarks: RowRemark[] = [...file.remarks];
  const pairs = new Map<string, TwinTownRow[]>();

  for (const row of file.rows) {
    const lost = [row.home, row.partner].find((side) => !resolution.keys.has(side));
    if (lost !== undefined) {
      refused.push({ row: row.row, code: 'row_country', params: { row: row.row, name: lost.name, value: lost.country } });
      continue;
    }
    const [home, partner] = [keyIn(resolution, row.home), keyIn(resolution, row.partner)];
    if (home === partner) {
      refused.push({ row: row.row, code: 'row_with_itself', params: { row: row.row, name: row.home.name } });
      continue;
    }
    remarks.push(...remarksOn(row, resolution));
    const pair = pairKey(home, partner);
    const rows = pairs.get(pair);
    if (rows === undefined) pairs.set(pair, [row]);
    else rows.push(row);
  }

  const communities = planCommunities([...pairs.values()].flat(), resolution, around);
  const recorded = recordedPairs(around, resolution);
  const partnerships = [...pairs].map(([pair, rows]) => planPartnership(rows, recorded.get(pair) ?? null, resolution, communities));
  const refusedRows = new Set(refused.map((refusal) => refusal.row));
  const count = (outcome: PlannedPartnership['outcome']) => partnerships.filter((p) => p.outcome === outcome).length;
  return {
    counts: {
      rows: file.rows.length + file.refused.length,
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      repeated: partnerships.reduce((sum, p) => sum + p.rows.length - 1, 0),
      refused: refused.length,
      flagged: [...communities.values()].filter((community) => community.flagged).length,
    },
    communities,
    partnerships,
    refused: refused.sort((a, b) => a.row - b.row),
    remarks: remarks.filter((remark) => !refusedRows.has(remark.row)).sort((a, b) => a.row - b.row),
  };
}

interface Resolution {
  /** Absent: the country could not be told. */
  readonly keys: ReadonlyMap<Mention | KnownCommunity, CommunityKey>;
  readonly places: ReadonlyMap<CommunityKey, PlaceCandidate>;
  readonly countries: ReadonlyMap<Mention, CountryCode>;
  readonly known: ReadonlyMap<CommunityKey, KnownCommunity>;
}

function resolve(file: TwinTownRows, around: TwinTownSurroundings): Resolution {
  const grid = new PlaceGrid(around.places);
  const keys = new Map<Mention | KnownCommunity, CommunityKey>();
  const places = new Map<CommunityKey, PlaceCandidate>();
  const countries = new Map<Mention, CountryCode>();
  const unmatched: { of: Mention | KnownCommunity; name: string; countryCode: CountryCode; latitude: number; longitude: number }[] = [];

  const settle = (of: Mention | KnownCommunity, place: PlaceCandidate) => {
    keys.set(of, keyOfPlace(place.id));
    places.set(keyOfPlace(place.id), place);
  };
  for (const mention of new Set(file.rows.flatMap((row) => [row.home, row.partner]))) {
    const place = matchPlace(mention, grid.around(mention.latitude, mention.longitude, matchLimits.sameKm));
    if (place !== null) {
      settle(mention, place);
      countries.set(mention, place.countryCode);
      continue;
    }
    const countryCode = mention.countryCodes.length === 1 ? mention.countryCodes[0] : nearestCountry(mention, grid);
    if (countryCode === undefined) continue;
    countries.set(mention, countryCode);
    unmatched.push({ of: mention, name: mention.name, countryCode, latitude: mention.latitude, longitude: mention.longitude });
  }
  for (const community of around.communities) {
    if (community.gazetteerId !== null) {
      keys.set(community, keyOfPlace(community.gazetteerId));
      continue;
    }
    const written = { ...community, countryCodes: [community.countryCode] };
    const place = matchPlace(written, grid.around(community.latitude, community.longitude, matchLimits.sameKm));
    if (place !== null) settle(community, place);
    else unmatched.push({ ...community, of: community });
  }
  for (const [place, key] of keysOfUnmatched(unmatched)) keys.set(place.of, key);

  const known = new Map<CommunityKey, KnownCommunity>();
  for (const community of [...around.communities].sort(byGazetteerThenId)) {
    const key = keys.get(community);
    if (key !== undefined && !known.has(key)) known.set(key, community);
  }
  return { keys, places, countries, known };
}

/** Of two records of one community, the one that the gazetteer knows counts, then the older. */
function byGazetteerThenId(a: KnownCommunity, b: KnownCommunity): number {
  return Number(a.gazetteerId === null) - Number(b.gazetteerId === null) || (a.id < b.id ? -1 : 1);
}

function nearestCountry(mention: Mention, grid: PlaceGrid<PlaceCandidate>): CountryCode | undefined {
  const near = grid
    .around(mention.latitude, mention.longitude, countryKm)
    .filter((place) => mention.countryCodes.length === 0 || mention.countryCodes.includes(place.countryCode))
    .map((place) => ({ place, km: distanceKm(mention, place) }))
    .filter(({ km }) => km <= countryKm)
    .sort((a, b) => a.km - b.km || a.place.id - b.place.id);
  return near[0]?.place.countryCode;
}

function keyIn(resolution: Resolution, of: Mention | KnownCommunity): CommunityKey {
  const key = resolution.keys.get(of);
  if (key === undefined) throw new Error(`${of.name} was not resolved`);
  return key;
}

function pairKey(a: CommunityKey, b: CommunityKey): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function remarksOn(row: TwinTownRow, resolution: Resolution): RowRemark[] {
  return [row.home, row.partner].flatMap((side) => {
    const remarks: RowRemark[] = [];
    const params = { row: row.row, name: side.name, countryCode: resolution.countries.get(side) ?? '' };
    if (!side.countryCodes.includes(params.countryCode)) {
      remarks.push({ row: row.row, code: 'country_by_coordinates', params: { ...params, value: side.country } });
    }
    if (!resolution.places.has(keyIn(resolution, side))) remarks.push({ row: row.row, code: 'not_in_gazetteer', params });
    return remarks;
  });
}

function planCommunities(
  rows: readonly TwinTownRow[],
  resolution: Resolution,
  around: TwinTownSurroundings,
): Map<CommunityKey, PlannedCommunity> {
  const mentions = new Map<CommunityKey, Set<Mention>>();
  for (const side of rows.flatMap((row) => [row.home, row.partner])) {
    const key = keyIn(resolution, side);
    mentions.set(key, (mentions.get(key) ?? new Set()).add(side));
  }
  return new Map([...mentions].map(([key, of]) => [key, planCommunity(key, [...of].sort(bySouthWestOf(resolution)), resolution, around)]));
}

function bySouthWestOf(resolution: Resolution) {
  const located = (mention: Mention) => ({ ...mention, countryCode: resolution.countries.get(mention) ?? '' });
  return (a: Mention, b: Mention) => bySouthWest(located(a), located(b));
}

function planCommunity(
  key: CommunityKey,
  mentions: readonly Mention[],
  resolution: Resolution,
  around: TwinTownSurroundings,
): PlannedCommunity {
  const [first] = mentions;
  if (first === undefined) throw new Error(`nobody mentions ${key}`);
  const place = resolution.places.get(key) ?? null;
  const known = resolution.known.get(key) ?? null;
  const written = mentions.reduce<number | null>(
    (most, { population }) => (population === null ? most : Math.max(most ?? 0, population)),
    null,
  );
  const population = known?.population ?? place?.population ?? written;
  if (known !== null) {
    const gazetteerId = known.gazetteerId ?? place?.id ?? null;
    const flagged = known.flagged && known.gazetteerId === gazetteerId;
    const now = { population, gazetteerId, flagged };
    const changes = (['population', 'gazetteerId', 'flagged'] as const).filter((field) => known[field] !== now[field]);
    return { ...known, ...now, key, changes };
  }
  const { name, latitude, longitude } = place ?? first;
  const countryCode = place?.countryCode ?? resolution.countries.get(first) ?? '';
  const zone = place?.zone ?? around.zoneAt(latitude, longitude);
  return {
    key, id: null, name, countryCode, latitude, longitude, zone, population, gazetteerId: place?.id ?? null, flagged: place === null, changes: [],
  }; // prettier-ignore
}

function recordedPairs(around: TwinTownSurroundings, resolution: Resolution): Map<string, KnownPartnership> {
  const byId = new Map(around.communities.map((community) => [community.id, community]));
  const recorded = new Map<string, KnownPartnership>();
  for (const partnership of [...around.partnerships].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const [home, partner] = [byId.get(partnership.homeId), byId.get(partnership.partnerId)];
    if (home === undefined || partner === undefined) continue; // a community that was not handed in cannot be in the file either
    const pair = pairKey(keyIn(resolution, home), keyIn(resolution, partner));
    if (!recorded.has(pair)) recorded.set(pair, partnership);
  }
  return recorded;
}

/** Listed from one side only, the first column is home; from both, the lower key is, so that the order of rows does not matter. */
function planPartnership(
  rows: readonly TwinTownRow[],
  recorded: KnownPartnership | null,
  resolution: Resolution,
  communities: ReadonlyMap<CommunityKey, PlannedCommunity>,
): PlannedPartnership {
  const [home = ''] = rows.map((row) => keyIn(resolution, row.home)).sort();
  const sides = new Set(rows.flatMap((row) => [keyIn(resolution, row.home), keyIn(resolution, row.partner)]));
  const [partner = ''] = [...sides].filter((key) => key !== home);
  const changed = [...sides].some((key) => (communities.get(key)?.changes.length ?? 0) > 0);
  const regional = rows.some((row) => namesARegion(row.home.name) || namesARegion(row.partner.name));
  return {
    id: recorded?.id ?? null,
    kind: regional ? 'regional' : 'twinning',
    home,
    partner,
    outcome: recorded === null ? 'new' : changed ? 'changed' : 'unchanged',
    rows: rows.map((row) => row.row).sort((a, b) => a - b),
  };
}
