import type { PlaceCandidate } from './place-match.js';
import { planTwinTowns, type KnownCommunity, type KnownPartnership, type TwinTownPlan } from './twin-towns.import.js';
import { readTwinTowns, twinTownColumns } from './twin-towns.rows.js';

const countries = new Map([['germany', 'DE'], ['france', 'FR'], ['greece', 'GR']]); // prettier-ignore
const bonn = ['Bonn', 'Germany', '50.73', '7.10', '313125'];
const oxford = ['Oxford', 'United Kingdom', '51.75', '-1.25', '150000'];
const hamlet = ['Weiler', 'Germany', '50.00', '10.00', ''];
const gazetteer: PlaceCandidate[] = [
  place(1, 'Bonn', 'DE', 50.734, 7.095, 313125),
  place(2, 'Oxford', 'GB', 51.752, -1.256, null),
  place(3, 'Simferopol', 'UA', 44.957, 34.108, 336460),
];

function place(
  id: number,
  name: string,
  countryCode: string,
  latitude: number,
  longitude: number,
  population: number | null,
): PlaceCandidate {
  return { id, name, otherNames: [], countryCode, latitude, longitude, population, zone: 'Europe/Berlin' };
}
function line(home: string[], [name, country, latitude, longitude, population]: string[]): string {
  return [...home, name, latitude, longitude, population, country, '100', 'EU'].join('\t');
}
function fileOf(...lines: string[]): string {
  return [twinTownColumns.join('\t'), ...lines, ''].join('\n');
}
function plan(text: string, communities: readonly KnownCommunity[] = [], partnerships: readonly KnownPartnership[] = []): TwinTownPlan {
  return planTwinTowns(readTwinTowns(text, countries), { communities, partnerships, places: gazetteer, zoneAt: () => 'Etc/UTC' });
}
/** What is recorded once a plan has been applied. */
function applied({ communities, partnerships }: TwinTownPlan): [KnownCommunity[], KnownPartnership[]] {
  const idOf = (key: string) => communities.get(key)?.id ?? `id of ${key}`;
  return [
    [...communities.values()].map((community) => ({ ...community, id: idOf(community.key) })),
    partnerships.map((p, i) => ({ id: p.id ?? `p${i}`, homeId: idOf(p.home), partnerId: idOf(p.partner) })),
  ];
}

describe('importing twin towns', () => {
  it('takes a pair once, however often and from whichever side it is listed', () => {
    const { counts, partnerships } = plan(fileOf(line(oxford, bonn), line(bonn, oxford), line(oxford, bonn)));
    expect(counts).toEqual({ rows: 3, new: 1, changed: 0, unchanged: 0, repeated: 2, refused: 0, flagged: 0 });
    expect(partnerships).toEqual([{ id: null, kind: 'twinning', home: 'g:1', partner: 'g:2', outcome: 'new', rows: [2, 3, 4] }]);
  });

  it('keeps the first column as the home side where only one side is listed', () => {
    expect(plan(fileOf(line(oxford, bonn))).partnerships[0]?.home).toBe('g:2');
  });

  it('flags a place that the gazetteer lacks, and takes the coordinates of the file and the zone there', () => {
    const { communities, remarks } = plan(fileOf(line(bonn, hamlet)));
    expect(communities.get('n:DE:weiler:1')).toEqual({
      key: 'n:DE:weiler:1', id: null, name: 'Weiler', countryCode: 'DE', latitude: 50, longitude: 10, zone: 'Etc/UTC', population: null,
      gazetteerId: null, flagged: true, changes: [],
    }); // prettier-ignore
    expect(remarks.map(({ row, code }) => [row, code])).toEqual([[2, 'population_blank'], [2, 'not_in_gazetteer']]); // prettier-ignore
  });

  it('keeps two villages of one name apart, and joins what lies within 25 km', () => {
    const near = ['Weiler', 'Germany', '50.2', '10.0', '812'];
    const far = ['Weiler', 'Germany', '52.0', '10.0', '99'];
    const { counts, communities } = plan(fileOf(line(bonn, hamlet), line(bonn, near), line(bonn, far), line(hamlet, far)));
    expect(counts).toEqual({ rows: 4, new: 3, changed: 0, unchanged: 0, repeated: 1, refused: 0, flagged: 2 });
    expect(communities.get('n:DE:weiler:1')?.population).toBe(812);
  });

  it('refuses by row what cannot be a twinning, and says which cell', () => {
    const row = (over: Partial<Record<number, string>>) => bonn.map((cell, i) => over[i] ?? cell);
    const { refused, counts } = plan(
      fileOf(
        line(row({ 0: ' ' }), oxford),
        line(oxford, row({ 1: '' })),
        line(oxford, row({ 2: '91' })),
        line(oxford, row({ 3: '7,10' })),
        line(oxford, row({ 2: '0', 3: '0.0' })),
        line(oxford, row({ 0: 'Q16058312' })),
        line(bonn, row({ 2: '50.74' })),
        line(oxford, ['Atlantis', 'Atlantis', '30', '-40', '']),
        'Bonn\tGermany',
        line(bonn, oxford),
      ),
    );
    expect(refused.map(({ row: at, code, params }) => [at, code, params['column'] ?? params['name'] ?? params['found']])).toEqual([
      [2, 'row_blank', 'origincityLabel'],
      [3, 'row_blank', 'destination_countryLabel'],
      [4, 'row_coordinates', 'Bonn'],
      [5, 'row_coordinates', 'Bonn'],
      [6, 'row_no_coordinates', 'Bonn'],
      [7, 'row_name_is_number', 'sistercityLabel'],
      [8, 'row_with_itself', 'Bonn'],
      [9, 'row_country', 'Atlantis'],
      [10, 'row_columns', 2],
    ]);
    expect(counts).toEqual({ rows: 10, new: 1, changed: 0, unchanged: 0, repeated: 0, refused: 9, flagged: 0 });
  });

  it('asks the coordinates when the country is a number, and says so', () => {
    const { communities, remarks } = plan(fileOf(line(bonn, ['Simferopol', 't430222130', '44.948', '34.104', '341155'])));
    expect(communities.get('g:3')?.countryCode).toBe('UA');
    expect(remarks).toEqual([
      { row: 2, code: 'country_by_coordinates', params: { row: 2, name: 'Simferopol', countryCode: 'UA', value: 't430222130' } },
    ]);
  });

  it('changes nothing the second time, nor when the file comes turned around', () => {
    const lines = [line(bonn, hamlet), line(oxford, bonn)];
    const recorded = applied(plan(fileOf(...lines)));
    const unchanged = { rows: 2, new: 0, changed: 0, unchanged: 2, repeated: 0, refused: 0, flagged: 1 };
    expect(plan(fileOf(...lines), ...recorded).counts).toEqual(unchanged);
    expect(plan(fileOf(line(hamlet, bonn), line(bonn, oxford)), ...recorded).counts).toEqual(unchanged);
  });

  it('fills in what was blank and never overwrites what somebody wrote', () => {
    const [communities, partnerships] = applied(plan(fileOf(line(bonn, hamlet))));
    const renamed = communities.map((c) => (c.gazetteerId === 1 ? { ...c, name: 'Bundesstadt Bonn', population: 1 } : c));
    const again = plan(fileOf(line(bonn, hamlet.with(4, '444'))), renamed, partnerships);
    expect(again.counts).toEqual({ rows: 1, new: 0, changed: 1, unchanged: 0, repeated: 0, refused: 0, flagged: 1 });
    expect([...again.communities.values()].map(({ name, population, changes }) => [name, population, changes])).toEqual([
      ['Bundesstadt Bonn', 1, []],
      ['Weiler', 444, ['population']],
    ]);
  });

  it('takes the flag away once the gazetteer knows the place', () => {
    const recorded = applied(plan(fileOf(line(bonn, hamlet))));
    const file = readTwinTowns(fileOf(line(bonn, hamlet)), countries);
    const places = [...gazetteer, place(7, 'Weiler', 'DE', 50.01, 10, 300)];
    const again = planTwinTowns(file, { communities: recorded[0], partnerships: recorded[1], places, zoneAt: () => 'Etc/UTC' });
    expect(again.counts).toEqual({ rows: 1, new: 0, changed: 1, unchanged: 0, repeated: 0, refused: 0, flagged: 0 });
    expect(again.communities.get('g:7')?.changes).toEqual(['population', 'gazetteerId', 'flagged']);
  });

  it('refuses a file without the columns, takes any order of them, line ends and a byte order mark', () => {
    expect(() => plan('name\tcountry\nBonn\tGermany')).toThrow('partnerships.columns_missing');
    const text = `\uFEFF${fileOf(line(bonn, oxford))}`.replaceAll('\n', '\r\n');
    expect(plan(text).counts.new).toBe(1);
    const turned = fileOf(line(bonn, oxford)).split('\n').map((l) => l.split('\t').toReversed().join('\t')).join('\n'); // prettier-ignore
    expect(plan(turned).partnerships).toEqual(plan(text).partnerships);
  });
});
