import { HandForm, numberIn, pointIn } from './hand.form.js';

const typed = {
  name: ' Port Lockroy ',
  countryCode: 'AQ',
  latitude: '-64,825',
  longitude: '-63.494',
  zone: 'Antarctica/Palmer',
  population: '1 250',
};

describe('a community written down by hand', () => {
  it('becomes degrees and a count, with comma or point', () => {
    expect(HandForm.parse(typed)).toEqual({
      name: 'Port Lockroy', countryCode: 'AQ', latitude: -64.825, longitude: -63.494, zone: 'Antarctica/Palmer', population: 1250,
    }); // prettier-ignore
    expect(HandForm.parse({ ...typed, population: ' ' }).population).toBeNull();
  });

  it.each([
    ['latitude', '91'],
    ['latitude', ''],
    ['longitude', '12° 30′'],
    ['longitude', '-180.5'],
    ['countryCode', ''],
    ['zone', 'Mars/Base'],
    ['population', 'many'],
    ['name', ' '],
  ])('is refused where %s is “%s”', (field, value) => {
    const parsed = HandForm.safeParse({ ...typed, [field]: value });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });

  it('has a point only when both coordinates say one', () => {
    expect([numberIn('−8,5'), numberIn('')]).toEqual([-8.5, Number.NaN]);
    expect([pointIn({ latitude: '50.7', longitude: '' }), pointIn({ latitude: '95', longitude: '1' }), pointIn({ latitude: '50.7', longitude: '7' })]).toEqual([
      null, null, { latitude: 50.7, longitude: 7 },
    ]); // prettier-ignore
  });
});
