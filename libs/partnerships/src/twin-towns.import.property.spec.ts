import fc from 'fast-check';
import type { PlaceCandidate } from './place-match.js';
import { planTwinTowns, type KnownCommunity, type KnownPartnership, type TwinTownPlan } from './twin-towns.import.js';
import { readTwinTowns, twinTownColumns } from './twin-towns.rows.js';

// A small world in which everything that goes wrong happens often: few names, near each other, some in the gazetteer, some blank.
const countries = new Map([['germany', 'DE'], ['france', 'FR']]); // prettier-ignore
const names = ['Berg', 'Berg', 'Berg', 'Neuberg', 'Neuberg', 'St. Jean', 'St. Jean', 'Berg (Tal)', 'Q12', ''];
const places: PlaceCandidate[] = [
  { id: 1, name: 'Berg', countryCode: 'DE', latitude: 50, longitude: 8, population: 900 },
  { id: 2, name: 'Berg', countryCode: 'DE', latitude: 50.15, longitude: 8, population: null },
  { id: 3, name: 'Saint-Jean', countryCode: 'FR', latitude: 49.9, longitude: 8, population: 70 },
].map((place) => ({ ...place, otherNames: [], zone: 'Europe/Paris' }));

const town = fc.record({
  name: fc.constantFrom(...names),
  country: fc.constantFrom('Germany', 'Germany', 'Germany', 'France', 'France', 'France', 't43', 'Czechoslovakia', ''),
  latitude: fc.constantFrom('50', '50', '50.1', '50.1', '49.85', '50.4', '51', '95'),
  longitude: fc.constantFrom('8', '8', '8', '8.2', '8.2', '-170'),
  population: fc.constantFrom('', '10', '2000'),
});
type Town = { name: string; country: string; latitude: string; longitude: string; population: string };
type Pair = { home: Town; partner: Town };
const pairs = fc.array(fc.record({ home: town, partner: town }), { maxLength: 25 });

function textOf(rows: readonly Pair[]): string {
  const lines = rows.map(({ home, partner }) =>
    [home.name, home.country, home.latitude, home.longitude, home.population]
      .concat([partner.name, partner.latitude, partner.longitude, partner.population, partner.country, '1', 'EU'])
      .join('\t'),
  );
  return [twinTownColumns.join('\t'), ...lines].join('\n');
}
function planOf(
  rows: readonly Pair[],
  communities: readonly KnownCommunity[] = [],
  partnerships: readonly KnownPartnership[] = [],
): TwinTownPlan {
  return planTwinTowns(readTwinTowns(textOf(rows), countries), { communities, partnerships, places, zoneAt: () => 'Etc/UTC' });
}
function pairsOf(plan: TwinTownPlan): string[] {
  return plan.partnerships.map((p) => [p.home, p.partner].sort().join(' ')).sort();
}
function communitiesOf(plan: TwinTownPlan) {
  return [...plan.communities.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
function applied(plan: TwinTownPlan): [KnownCommunity[], KnownPartnership[]] {
  return [
    [...plan.communities.values()].map((community) => ({ ...community, id: community.key })),
    plan.partnerships.map((p) => ({ id: `${p.home} ${p.partner}`, homeId: p.home, partnerId: p.partner })),
  ];
}

describe('a list of twin towns', () => {
  it('gives the same partnerships and communities in any order of rows', () => {
    fc.assert(
      fc.property(
        pairs.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const [a, b] = [planOf(rows), planOf(shuffled)];
          expect(communitiesOf(b)).toEqual(communitiesOf(a));
          expect(b.partnerships.map(({ home, partner }) => `${home} ${partner}`).sort()).toEqual(
            a.partnerships.map(({ home, partner }) => `${home} ${partner}`).sort(),
          );
        },
      ),
    );
  });

  it('gives the same pairs and communities from whichever side each row looks', () => {
    fc.assert(
      fc.property(pairs, fc.infiniteStream(fc.boolean()), (rows, coin) => {
        const turned = rows.map((row) => (coin.next().value === true ? { home: row.partner, partner: row.home } : row));
        const [a, b] = [planOf(rows), planOf(turned)];
        expect(pairsOf(b)).toEqual(pairsOf(a));
        expect(communitiesOf(b)).toEqual(communitiesOf(a));
      }),
    );
  });

  it('accounts for every row exactly once', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const { counts, partnerships, refused } = planOf(rows);
        const told = [...partnerships.flatMap((p) => p.rows), ...refused.map((r) => r.row)].sort((a, b) => a - b);
        expect(told).toEqual(rows.map((_, i) => i + 2));
        expect(counts.new + counts.changed + counts.unchanged + counts.repeated + counts.refused).toBe(counts.rows);
      }),
    );
  });

  it('never pairs a community with itself, nor two twice', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const plan = planOf(rows);
        expect(plan.partnerships.filter((p) => p.home === p.partner)).toEqual([]);
        expect(new Set(pairsOf(plan)).size).toBe(plan.partnerships.length);
      }),
    );
  });

  it('changes nothing when it comes again', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const first = planOf(rows);
        const again = planOf(rows, ...applied(first));
        expect(again.counts).toEqual({ ...first.counts, new: 0, unchanged: first.counts.new });
        expect([...again.communities.values()].flatMap((community) => community.changes)).toEqual([]);
        expect(again.partnerships.map((p) => p.id)).toEqual(first.partnerships.map((p) => `${p.home} ${p.partner}`));
      }),
    );
  });
});
