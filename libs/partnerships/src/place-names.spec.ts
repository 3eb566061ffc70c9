import { areCounterparts, foldName, isPartOf, namesARegion, readingsOf, similarity, trigramsOf } from './place-names.js';

describe('reading the name of a place', () => {
  it.each([
    ['Saint-Étienne', 'saint etienne'],
    ['Łódź', 'lodz'],
    ["'s-Hertogenbosch", 's hertogenbosch'],
    ['Ẕur Moshe', 'zur moshe'],
    ['Großröhrsdorf', 'grossrohrsdorf'],
    ['館山', '館山'],
    ['—', ''],
  ])('folds %s to “%s”', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it.each([
    ['St. Vith', 'Sankt Vith'],
    ['Lahr/Schwarzwald', 'Lahr'],
    ['Gmina Brzeg Dolny', 'Brzeg Dolny'],
    ['Umeå Municipality', 'Umeå'],
    ['Tías, Las Palmas', 'Tías'],
    ['Halle (Saale)', 'Halle'],
    ['DeWitt', 'De Witt'],
    ['Oion / Oyón', 'Oyón'],
  ])('reads %s as %s too', (written, meant) => {
    expect(readingsOf(written).some((reading) => readingsOf(meant).includes(reading))).toBe(true);
  });

  it('never reads a county, a canton or two towns as the town it is named after', () => {
    expect(['Słubice County', 'canton of Yvetot', 'Windsor and Maidenhead', 'Słubice', 'Brody, Żary County'].map(namesARegion)).toEqual([
      true, true, true, false, false,
    ]); // prettier-ignore
    expect(readingsOf('Słubice County')).not.toContain('slubice');
  });

  it('tells a part of a name from a river in it', () => {
    expect(isPartOf('wittenberg', 'lutherstadt wittenberg')).toBe(true);
    expect(isPartOf('frankfurt am main', 'frankfurt')).toBe(true);
    expect(isPartOf('steinheim an der murr', 'murr')).toBe(false);
    expect(isPartOf('ulm', 'ulm donau')).toBe(false);
    expect(isPartOf('bonn', 'bonney')).toBe(false);
  });

  it('measures likeness as pg_trgm does', () => {
    expect(similarity(trigramsOf('word'), trigramsOf('two words'))).toBeCloseTo(0.3636, 4); // the example of PostgreSQL's manual
    expect(similarity(trigramsOf('bonn'), trigramsOf('bonn'))).toBe(1);
    expect(areCounterparts('obercunnersdorf', 'niedercunnersdorf')).toBe(true);
    expect(areCounterparts('obercunnersdorf', 'cunnersdorf')).toBe(false);
  });
});
