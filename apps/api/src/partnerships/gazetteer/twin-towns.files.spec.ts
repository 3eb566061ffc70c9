// The lists of three countries as Wikidata has them, which nobody here made up. They are not part of the project: where the folder
// `../shared/data/twin-towns` beside the checkout is absent, this file says so and tests nothing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  PlaceGrid,
  cellsToLookUp,
  planTwinTowns,
  readTwinTowns,
  type KnownCommunity,
  type KnownPartnership,
  type TwinTownPlan,
} from '@amity/partnerships';
import { countryCodesByName, readPlaces, zoneAt, type GazetteerPlace } from './gazetteer.source.js';

const folder = join(import.meta.dirname, '../../../../../../shared/data/twin-towns');
const describeWithFiles = existsSync(folder) ? describe : describe.skip;

describeWithFiles('the twin towns of three countries (needs ../shared/data/twin-towns)', () => {
  let grid: PlaceGrid<GazetteerPlace>;
  const countries = countryCodesByName();
  beforeAll(() => {
    grid = new PlaceGrid(readPlaces());
  });

  function planOf(text: string, communities: readonly KnownCommunity[] = [], partnerships: readonly KnownPartnership[] = []): TwinTownPlan {
    const file = readTwinTowns(text, countries);
    const places = grid.inCells(cellsToLookUp(file, communities));
    return planTwinTowns(file, { communities, partnerships, places, zoneAt });
  }

  it.each([
    ['ireland.tsv', { rows: 145, new: 141, changed: 0, unchanged: 0, repeated: 4, refused: 0, flagged: 9 }],
    ['spain.tsv', { rows: 1270, new: 1122, changed: 0, unchanged: 0, repeated: 148, refused: 0, flagged: 75 }],
    ['germany.tsv', { rows: 5681, new: 4904, changed: 0, unchanged: 0, repeated: 776, refused: 1, flagged: 516 }],
  ])('takes %s once, accounts for every row, and changes nothing the second time', (name, expected) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const plan = planOf(text);
    expect(plan.counts).toEqual(expected);

    const told = [...plan.partnerships.flatMap((p) => p.rows), ...plan.refused.map((r) => r.row)].sort((a, b) => a - b);
    expect(told).toEqual(Array.from({ length: expected.rows }, (_, i) => i + 2));

    const communities = [...plan.communities.values()].map((community) => ({ ...community, id: community.key }));
    const partnerships = plan.partnerships.map((p, i) => ({ id: `p${i}`, homeId: p.home, partnerId: p.partner }));
    expect(planOf(text, communities, partnerships).counts).toEqual({ ...expected, new: 0, unchanged: expected.new });
  });

  it('gives the same pairs when spain.tsv is read backwards', () => {
    const [columns = '', ...lines] = readFileSync(join(folder, 'spain.tsv'), 'utf8').trimEnd().split('\n');
    const pairs = (rows: readonly string[]) =>
      planOf([columns, ...rows].join('\n'))
        .partnerships.map((p) => `${p.home} ${p.partner}`)
        .sort();
    expect(pairs(lines.toReversed())).toEqual(pairs(lines));
  });
});
