import { cronbachAlpha, meanOf, netRecommendation, pairedChange, wilson } from './statistics.js';
import { tCumulative, tQuantile } from './student-t.js';

const four = (value: number) => Number(value.toFixed(4));

describe('Student’s t', () => {
  // Tables of the t distribution, e.g. NIST/SEMATECH e-Handbook 1.3.6.7.2; more digits from R's qt()
  it.each([
    [0.975, 1, 12.706205],
    [0.975, 2, 4.302653],
    [0.975, 4, 2.776445],
    [0.975, 5, 2.570582],
    [0.975, 9, 2.262157],
    [0.975, 30, 2.042272],
    [0.975, 100, 1.983972],
    [0.95, 10, 1.812461],
    [0.995, 20, 2.84534],
    [0.975, 1e6, 1.959966],
  ])('has the quantile of p = %d at %d degrees of freedom', (p, df, t) => {
    expect(tQuantile(p, df)).toBeCloseTo(t, 5);
    expect(tQuantile(1 - p, df)).toBeCloseTo(-t, 5);
  });
  it('is half below zero', () => expect(tCumulative(0, 3)).toBe(0.5));
  it('refuses a p that is no probability', () => expect(() => tQuantile(1, 3)).toThrow(RangeError));
});

describe('paired change', () => {
  it('is that of the sleep data (Student 1908)', () => {
    const pre = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const post = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const change = pairedChange(pre.map((value, i) => [value, post[i] ?? NaN]));
    expect(change?.mean).toBeCloseTo(1.58, 10);
    expect(change?.deviation).toBeCloseTo(1.2299955, 7);
    expect(change?.t).toBeCloseTo(4.0621277, 7);
    expect(change?.p).toBeCloseTo(0.0028329, 7);
    expect(change?.interval?.[0]).toBeCloseTo(0.7001142, 7);
    expect(change?.interval?.[1]).toBeCloseTo(2.4598858, 7);
  });
  it('has no t when everybody changed alike', () =>
    expect(
      pairedChange([
        [1, 2],
        [2, 3],
      ]),
    ).toMatchObject({ mean: 1, t: null, p: null }));
  it('is nothing without pairs', () => expect(pairedChange([])).toBeNull());
});

describe('the mean', () => {
  it('has no interval when all answers are equal', () =>
    expect(meanOf([4, 4, 4, 4, 4])).toEqual({ n: 5, mean: 4, deviation: 0, interval: null }));
  it('has no interval of one answer', () => expect(meanOf([4])).toEqual({ n: 1, mean: 4, deviation: null, interval: null }));
});

describe('Wilson’s interval', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [0, 20, 0, 0.1611],
    [32, 40, 0.6524, 0.895],
  ])('of %d in %d', (hits, n, low, high) => {
    const found = wilson(hits, n);
    expect([found && four(found.low), found && four(found.high)]).toEqual([low, high]);
  });
  it('is nothing when nobody was asked', () => expect(wilson(0, 0)).toBeNull());
});

describe('Cronbach’s alpha', () => {
  const rows = [
    [1, 2, 1],
    [2, 2, 3],
    [3, 4, 3],
    [4, 3, 4],
    [5, 5, 4],
  ];
  it('is that of the small example', () => expect(cronbachAlpha(rows)).toBeCloseTo(0.9183673, 7));
  it('falls below zero when an item was not turned', () =>
    expect(cronbachAlpha(rows.map(([a = 0, b = 0, c = 0]) => [a, 6 - b, c]))).toBeCloseTo(-0.8108108, 7));
  it('is nothing when the totals do not vary', () =>
    expect(
      cronbachAlpha([
        [1, 2],
        [2, 1],
      ]),
    ).toBeNull());
  it('is that of R’s attitude data', () => expect(cronbachAlpha(attitude)).toBeCloseTo(0.8431, 4));
});

describe('net recommendation', () => {
  it('counts 9 and 10 against 0 to 6', () => expect(netRecommendation([10, 9, 8, 7, 6, 0])).toBeCloseTo(0, 10));
  it('is nothing without answers', () => expect(netRecommendation([])).toBeNull());
});

// Chatterjee & Price (1977), the survey of clerical employees, as in R: rating complaints privileges learning raises critical advance
const attitude =
  `43 51 30 39 61 92 45|63 64 51 54 63 73 47|71 70 68 69 76 86 48|61 63 45 47 54 84 35|81 78 56 66 71 83 47|43 55 49 44 54 49 34|58 67 42 56 66 68 35|71 75 50 55 70 66 41|72 82 72 67 71 83 31|67 61 45 47 62 80 41|64 53 53 58 58 67 34|67 60 47 39 59 74 41|69 62 57 42 55 63 25|68 83 83 45 59 77 35|77 77 54 72 79 77 46|81 90 50 72 60 54 36|74 85 64 69 79 79 63|65 60 65 75 55 80 60|65 70 46 57 75 85 46|50 58 68 54 64 78 52|50 40 33 34 43 64 33|64 61 52 62 66 80 41|53 66 52 50 63 80 37|40 37 42 58 50 57 49|63 54 42 48 66 75 33|66 77 66 63 88 76 72|78 75 58 74 80 78 49|48 57 44 45 51 83 38|85 85 71 71 77 74 55|82 82 39 59 64 78 39`
    .split('|')
    .map((line) => line.split(' ').map(Number));
