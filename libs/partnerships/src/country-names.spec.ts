import { countryCodesOf, countryFamily, relatedCountries } from './country-names.js';

const names = new Map([['spain', 'ES'], ['germany', 'DE'], ['gambia', 'GM']]); // prettier-ignore

describe('the country a file means', () => {
  it.each([
    ['Spain', ['ES']],
    ['DE', ['DE']],
    ['The Gambia', ['GM']],
    ["People's Republic of China", ['CN']],
    ['East Germany', ['DE']],
    ['Swaziland', ['SZ']],
    ['Czechoslovakia', ['CZ', 'SK']],
    ['t430222130', []],
    ['XX', []],
  ])('%s is %j', (label, codes) => {
    expect(countryCodesOf(label, names)).toEqual(codes);
  });

  it('knows which codes share a flag or a dispute', () => {
    expect(relatedCountries('MA')).toEqual(['EH']);
    expect(relatedCountries('EH')).toEqual(['MA']);
    expect(relatedCountries('DE')).toEqual([]);
    expect([countryFamily('EH'), countryFamily('MA'), countryFamily('DE')]).toEqual(['MA', 'MA', 'DE']);
  });
});
