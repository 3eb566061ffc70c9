import { fill } from '@amity/kernel';
import * as z from 'zod';
import { boolean, date, decimal, email, integer, languages, oneOf, parserOf, phone, rowReasons, text } from './index.js';
import type { Cell, CellParser, ColumnChoice } from './index.js';

/** What a column becomes: values, and for refused cells the sentence. */
function readColumn<T>(parser: CellParser<T>, cells: readonly Cell[], choice?: ColumnChoice): (T | string)[] {
  const reading = parser.column(cells, choice);
  return cells.map((cell) => {
    const result = reading.read(cell);
    return result.ok ? result.value : fill(rowReasons[result.code], { column: 'C', value: String(cell), ...result.params });
  });
}
const questionOf = (parser: CellParser<unknown>, cells: readonly Cell[], choice?: ColumnChoice) => parser.column(cells, choice).question;

describe('dates', () => {
  const unclear =
    'C: 03/04/2026 can be read day first or month first, and nothing in the column decides it. Choose the order for this column, or write dates like 2026-03-31.';

  it('reads every way of writing that leaves no doubt', () => {
    const cells: Cell[] = [
      '2026-03-04',
      '2026/3/4',
      '4.3.2026',
      '4. 3. 2026',
      '2026年3月4日',
      '٤.٣.٢٠٢٦',
      { date: '2026-03-04' },
      '2026-03-04 00:00:00',
      '2026-03-04T00:00:00Z',
    ];
    expect(readColumn(date(), cells)).toEqual(cells.map(() => '2026-03-04'));
  });
  it('decides day or month first from the unambiguous dates of the column', () => {
    expect(readColumn(date(), ['03/04/2026', '25/04/2026'])).toEqual(['2026-04-03', '2026-04-25']);
    expect(readColumn(date(), ['03/04/2026', '04/25/2026'])).toEqual(['2026-03-04', '2026-04-25']);
    expect(readColumn(date(), ['03-04-2026', '25-04-2026'])).toEqual(['2026-04-03', '2026-04-25']);
  });
  it('takes 13 and 31 as days, and lets nothing else decide', () => {
    expect(readColumn(date(), ['03/04/2026', '13/04/2026'])[0]).toBe('2026-04-03');
    expect(readColumn(date(), ['03/04/2026', '04/13/2026'])[0]).toBe('2026-03-04');
    expect(readColumn(date(), ['03/04/2026', '31/12/2026'])[0]).toBe('2026-04-03');
    expect(readColumn(date(), ['03/04/2026', '12/12/2026', '32/04/2026', '45/45/2026'])[0]).toBe(unclear);
  });
  it('asks when nothing decides, and follows the answer', () => {
    expect(readColumn(date(), ['03/04/2026', '05/05/2026'])).toEqual([unclear, '2026-05-05']);
    expect(questionOf(date(), ['03/04/2026'])).toEqual({
      code: 'interchange.date_order_unclear',
      choices: ['day_first', 'month_first'],
      example: '03/04/2026',
    });
    expect(readColumn(date(), ['03/04/2026'], 'day_first')).toEqual(['2026-04-03']);
    expect(readColumn(date(), ['03/04/2026'], 'month_first')).toEqual(['2026-03-04']);
    expect(questionOf(date(), ['03/04/2026'], 'month_first')).toBeUndefined();
  });
  it('asks when the column contradicts itself', () => {
    expect(readColumn(date(), ['03/04/2026', '25/04/2026', '04/25/2026'])).toEqual([unclear, '2026-04-25', '2026-04-25']);
  });
  it('refuses in words what is not a day', () => {
    expect(
      readColumn(date(), ['31.02.2026', '29.2.2025', '2026-13-01', '1.2.26', '1/2/’26', '46000', 46000, '2026-03-04 14:30', 'soon']),
    ).toEqual([
      'C: 31.02.2026 does not exist: February 2026 has 28 days.',
      'C: 29.2.2025 does not exist: February 2025 has 28 days.',
      'C: 2026-13-01 does not exist: there is no month 13.',
      'C: 1.2.26 has a two-digit year. Write all four digits, like 1987.',
      'C: 1/2/’26 has a two-digit year. Write all four digits, like 1987.',
      'C: 46000 is a number, not a date. Format the column as a date in the spreadsheet, or write it like 2026-03-31.',
      'C: 46000 is a number, not a date. Format the column as a date in the spreadsheet, or write it like 2026-03-31.',
      'C: 2026-03-04 14:30 has a time of day. Keep the date only.',
      'C: soon is not a date. Write it like 2026-03-31.',
    ]);
    expect(readColumn(date(), ['29.2.2024', '31/12/1999'])).toEqual(['2024-02-29', '1999-12-31']);
  });
});

describe('numbers', () => {
  it('reads point and comma by what the column says', () => {
    expect(readColumn(decimal(), ['1.234', '2.5'])).toEqual([1.234, 2.5]);
    expect(readColumn(decimal(), ['1.234', '2,5'])).toEqual([1234, 2.5]);
    expect(readColumn(decimal(), ['1.234,50', '1,234.50', '1 234,5', "1'234.5", '-0.125', '−7', '1,234,567', 8.5])).toEqual([
      1234.5, 1234.5, 1234.5, 1234.5, -0.125, -7, 1234567, 8.5,
    ]);
  });
  it('asks when 1,234 could be either', () => {
    expect(questionOf(decimal(), ['1,234', '7'])).toEqual({
      code: 'interchange.decimal_mark_unclear',
      choices: ['decimal_point', 'decimal_comma'],
      example: '1,234',
    });
    expect(readColumn(decimal(), ['1,234'], 'decimal_point')).toEqual([1234]);
    expect(readColumn(decimal(), ['1,234'], 'decimal_comma')).toEqual([1.234]);
  });
  it('refuses what is no number or out of range', () => {
    expect(readColumn(decimal({ min: -90, max: 90 }), ['91', 'north', '1.2.3'])).toEqual([
      'C: 91 is outside -90 to 90.',
      'C: north is not a number.',
      'C: 1.2.3 is not a number.',
    ]);
  });
  it('reads whole numbers with groups of thousands', () => {
    expect(readColumn(integer(), ['27.965', '27,965', '1 000', '0042', 7, '-3', '2.5', 2.5, 'x'])).toEqual([
      27965,
      27965,
      1000,
      42,
      7,
      -3,
      'C: 2.5 is not a whole number.',
      'C: 2.5 is not a whole number.',
      'C: x is not a whole number.',
    ]);
  });
});

describe('words', () => {
  it('keeps text as it is, composed and trimmed', () => {
    expect(readColumn(text({ max: 5 }), [' Jose\u0301 ', 12, 'toolong'])).toEqual(['José', '12', 'C has 7 characters; the limit is 5.']);
  });
  it('knows yes and no in several languages', () => {
    expect(readColumn(boolean(), ['Yes', 'sí', 'OUI', 'ja', 'はい', 'نعم', 'x', '✓', 1, true])).toEqual(Array(10).fill(true));
    expect(readColumn(boolean(), ['No', 'non', 'Nein', 'いいえ', 'لا', '×', '-', 0, false])).toEqual(Array(9).fill(false));
    expect(readColumn(boolean(), ['perhaps'])).toEqual(['C: perhaps is neither yes nor no.']);
  });
  it('keeps telephone numbers as text and refuses rounded ones', () => {
    expect(readColumn(phone(), ['+49 (30) 1234-0', '0049301', 493012340, '4.9E+11', '4,91512E+11'])).toEqual([
      '+49 (30) 1234-0',
      '0049301',
      '493012340',
      'C: 4.9E+11 was shortened by the spreadsheet and lost digits. Format the column as text and enter the number again.',
      'C: 4,91512E+11 was shortened by the spreadsheet and lost digits. Format the column as text and enter the number again.',
    ]);
  });
  it('checks e-mail addresses', () => {
    expect(readColumn(email(), ['ana@example.org', 'ana(at)example.org'])).toEqual([
      'ana@example.org',
      'C: ana(at)example.org is not an e-mail address.',
    ]);
  });
  it('reads languages by code or by name in any language', () => {
    expect(
      readColumn(languages(), ['English, German', 'en;de', 'Inglés y alemán', '英語、ドイツ語', 'Deutsch/日本語', 'Klingonisch']),
    ).toEqual([
      ['en', 'de'],
      ['en', 'de'],
      ['en', 'de'],
      ['en', 'de'],
      ['de', 'ja'],
      'C: “Klingonisch” is not a language we know. Write its English name or its code, like Spanish or es.',
    ]);
  });
  it('takes one of several choices by any of its names', () => {
    const role = oneOf({ leader: ['Leader', 'Leiter/in', 'Líder'], delegate: ['Delegate', '団員'] });
    expect(readColumn(role, ['LEADER', 'leiter in', 'lider', '団員', 'guest'])).toEqual([
      'leader',
      'leader',
      'leader',
      'delegate',
      'C: guest is not one of the choices: Leader, Delegate.',
    ]);
  });
  it('takes a zod schema in place of a parser', () => {
    const parser = parserOf({
      key: 'k',
      label: 'C',
      aliases: [],
      required: true,
      example: '',
      parse: z.string().regex(/^[A-Z]{2}$/, 'Two capitals.'),
    });
    expect(readColumn(parser, ['DE', 'Germany'])).toEqual(['DE', 'C: Germany is not accepted. Two capitals.']);
  });
});
