import { twinTownColumns, type CommunityDraft, type PartnershipDraft } from '@amity/partnerships';

/** Places as the gazetteer numbers them. */
export const gazetteerIds = { bonn: 2946447, fortWorth: 4691930, tateyama: 1850523, munich: 2867714, saintEtienne: 2980291 } as const;

/** A community written down by hand, far from every place of the gazetteer. */
export function aCommunity(over: Partial<CommunityDraft> = {}): CommunityDraft {
  return {
    name: 'Port Lockroy',
    countryCode: 'AQ',
    latitude: -64.825,
    longitude: -63.494,
    zone: 'Antarctica/Palmer',
    population: null,
    ...over,
  };
}

/** Fort Worth and Bonn, sister cities since 1986, both picked from the gazetteer. */
export function aPartnership(over: Partial<PartnershipDraft> = {}): PartnershipDraft {
  return {
    kind: 'sister_city',
    since: '1986',
    notes: '',
    home: { gazetteerId: gazetteerIds.fortWorth },
    partner: { gazetteerId: gazetteerIds.bonn },
    ...over,
  };
}

interface Side {
  readonly name: string;
  readonly country: string;
  readonly latitude: string | number;
  readonly longitude: string | number;
  readonly population?: string | number;
}

export const twinTownSides = {
  bonn: { name: 'Bonn', country: 'Germany', latitude: 50.7344, longitude: 7.0955, population: 313125 },
  oxford: { name: 'Oxford', country: 'United Kingdom', latitude: 51.7522, longitude: -1.256, population: 171380 },
  tateyama: { name: 'Tateyama', country: 'Japan', latitude: 34.9833, longitude: 139.8667 },
  lockroy: { name: 'Port Lockroy', country: 'Antarctica', latitude: -64.825, longitude: -63.494 },
} as const satisfies Record<string, Side>;

/** A list of twin towns as a file holds it: tab-separated, the columns' names first. */
export function aTwinTownFile(...pairs: readonly (readonly [Side, Side])[]): string {
  const rows = pairs.map(([home, partner]) => [
    home.name, home.country, home.latitude, home.longitude, home.population ?? '',
    partner.name, partner.latitude, partner.longitude, partner.population ?? '', partner.country, 1, 'EU',
  ].join('\t')); // prettier-ignore
  return [twinTownColumns.join('\t'), ...rows].join('\n');
}
