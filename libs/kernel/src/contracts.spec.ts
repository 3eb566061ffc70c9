import { CountryCode, Id, Instant, LanguageTag, Latitude, Longitude, Money, pageOf, PageQuery, ProblemDetails, Version } from './index.js';

const accepted = (schema: { safeParse(value: unknown): { success: boolean } }, values: readonly unknown[]): unknown[] =>
  values.filter((value) => schema.safeParse(value).success);

describe('the contracts everybody shares', () => {
  it('know an id', () => {
    expect(
      accepted(Id, ['01a2013f-7aa4-7873-8e08-475a972c512e', 'nil', '', 7, '01a2013f7aa478738e08475a972c512e', "'; drop table"]),
    ).toEqual(['01a2013f-7aa4-7873-8e08-475a972c512e']);
  });

  it('know a version', () => {
    expect(accepted(Version, [0, -1, 1, 1.5, '1', null, 7])).toEqual([1, 7]);
  });

  it('know an instant by its offset', () => {
    expect(
      accepted(Instant, ['2026-05-01T10:00:00Z', '2026-05-01T10:00:00+05:45', '2026-05-01T10:00:00', '2026-05-01', '2026-02-30T10:00:00Z']),
    ).toEqual(['2026-05-01T10:00:00Z', '2026-05-01T10:00:00+05:45']);
  });

  it('know countries, languages and places on earth', () => {
    expect(accepted(CountryCode, ['DE', 'de', 'DEU', 'D1', ''])).toEqual(['DE']);
    expect(accepted(LanguageTag, ['en', 'pt-BR', 'zh-Hant', 'EN', 'english', 'x'])).toEqual(['en', 'pt-BR', 'zh-Hant']);
    expect(accepted(Latitude, [-90, 90, 90.1, Number.NaN, Infinity])).toEqual([-90, 90]);
    expect(accepted(Longitude, [-180, 180, 180.1])).toEqual([-180, 180]);
  });

  it('know money in whole minor units', () => {
    expect(
      accepted(Money, [
        { minor: 100, currency: 'EUR' },
        { minor: -5, currency: 'JPY' },
        { minor: 1.5, currency: 'EUR' },
        { minor: 1, currency: 'eur' },
      ]),
    ).toEqual([
      { minor: 100, currency: 'EUR' },
      { minor: -5, currency: 'JPY' },
    ]);
  });

  it('read a page’s query from the address, with bounds', () => {
    expect(PageQuery.parse({})).toEqual({ limit: 50 });
    expect(PageQuery.parse({ limit: '200', cursor: 'abc' })).toEqual({ limit: 200, cursor: 'abc' });
    expect(accepted(PageQuery, [{ limit: '0' }, { limit: '201' }, { limit: 'x' }, { limit: '1.5' }, { cursor: 'x'.repeat(401) }])).toEqual(
      [],
    );
  });

  it('describe a page of anything', () => {
    const page = pageOf(Money, 'MoneyPage');
    expect(
      accepted(page, [
        { items: [], next: null, total: 0 },
        { items: [1], next: null, total: 1 },
        { items: [], total: 0 },
      ]),
    ).toEqual([{ items: [], next: null, total: 0 }]);
    expect(page.meta()?.id).toBe('MoneyPage');
  });

  it('let a problem carry more than it must', () => {
    const problem = { type: 't', title: 'T', status: 409, code: 'a.b', detail: 'D', reference: 'r', other: { id: 1 } };
    expect(ProblemDetails.parse(problem)).toEqual(problem);
    expect(ProblemDetails.safeParse({ ...problem, code: undefined }).success).toBe(false);
  });
});
