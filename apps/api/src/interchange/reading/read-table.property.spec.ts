import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readTable } from './read-table.js';
import { separators } from './separator.js';

const separator = fc.constantFrom(...separators);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
/** Encoding as written, whether a mark is written, and whether the reader has to find it. */
const encoding = fc.constantFrom(
  { name: 'utf-8', mark: true, told: false },
  { name: 'utf-8', mark: false, told: false },
  { name: 'utf-16le', mark: true, told: false },
  { name: 'utf-16be', mark: true, told: false },
  { name: 'utf-16le', mark: false, told: true },
  { name: 'utf-16be', mark: false, told: true },
  { name: 'windows-1252', mark: false, told: true },
  { name: 'latin1', mark: false, told: true },
);
const latinLetter = fc.constantFrom(...'abcXYZ 019éüßÑçøÅ"\',;|\t=.-');
const anyLetter = fc.oneof(latinLetter, fc.constantFrom(...'ŁőЖ日本عرق😀\u200f'));
const lineBreak = fc.constantFrom('\n', '\r\n', '\r');
const cellOf = (letter: fc.Arbitrary<string>) => fc.string({ unit: fc.oneof({ weight: 9, arbitrary: letter }, lineBreak), maxLength: 12 });
const tableOf = (letter: fc.Arbitrary<string>) =>
  fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cellOf(letter), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }))
    .filter((rows) => rows.some((cells) => cells.some((cell) => cell.trim() !== '')));

const headersOf = (rows: readonly (readonly string[])[]) => (rows[0] ?? []).map((_, at) => `Header${at}`);
const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
const linesIn = (text: string) => text.split(/\r\n|\n|\r/).length;

/** The rows the reader should find, with the line on which each starts. */
function expected(rows: readonly (readonly string[])[]) {
  let line = 2;
  return rows.map((cells) => {
    const row = { line, cells: isBlank(cells) ? [] : cells };
    line += cells.reduce((sum, cell) => sum + linesIn(cell) - 1, 1);
    return row;
  });
}

describe('a text file', () => {
  it('is read as it was written, in any encoding, separator, line end and quoting, with the right line numbers', async () => {
    const written = encoding.chain((writing) =>
      fc.record({ writing: fc.constant(writing), rows: tableOf(/^utf/.test(writing.name) ? anyLetter : latinLetter) }),
    );
    await fc.assert(
      fc.asyncProperty(written, separator, lineEnd, fc.boolean(), fc.boolean(), async ({ writing, rows }, mark, end, quoted, told) => {
        const text = stringify([headersOf(rows), ...rows], {
          delimiter: mark,
          record_delimiter: end,
          quoted,
          quoted_match: /[\r\n]|^\s*$/,
        });
        const bytes = new Uint8Array(iconv.encode(text, writing.name, { addBOM: writing.mark }));
        const table = await readTable(bytes, {
          fileName: 'a.csv',
          ...(writing.told && { encoding: writing.name }),
          ...(told && { separator: mark }),
        });
        const width = table.headers.length;
        expect(table.separator).toBe(mark);
        expect(table.problems).toEqual([]);
        expect(table.headers).toEqual(headersOf(rows).slice(0, width));
        expect(table.rows).toEqual(expected(rows));
      }),
      { numRuns: 200 },
    );
  });
  it('loses one line to a stray quotation mark, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.nat(), async (count, pick) => {
        const lines = Array.from({ length: count }, (_, at) => `name ${at},"city ${at}"`);
        const broken = pick % count;
        lines[broken] = 'stray,"city';
        const table = await readTable(Buffer.from(`Name,City\n${lines.join('\n')}\n`), { fileName: 'a.csv' });
        expect(table.problems).toEqual([{ line: broken + 2, code: 'interchange.quotes_broken', params: {} }]);
        expect(table.rows.map((row) => row.line)).toEqual(lines.map((_, at) => at + 2).filter((line) => line !== broken + 2));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a spreadsheet', () => {
  it('gives text as it was written, on the rows on which it stands', async () => {
    const printable = fc
      .string({ unit: fc.constantFrom(...'abc 019éŁ日ع"\',;|&<>=\n'), minLength: 1, maxLength: 8 })
      .filter((cell) => cell.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(printable, printable, fc.integer()), { minLength: 1, maxLength: 8 }), async (rows) => {
        const book = new ExcelJS.Workbook();
        book.addWorksheet('Roster').addRows([['Name', 'City', 'Beds'], ...rows]);
        const table = await readTable(new Uint8Array(await book.xlsx.writeBuffer()), { fileName: 'a.xlsx' });
        expect(table.rows).toEqual(rows.map((cells, at) => ({ line: at + 2, cells })));
      }),
      { numRuns: 5 },
    );
  }, 30_000);
});
