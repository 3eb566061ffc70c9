import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { SheetRow, SheetSpec } from '@amity/documents';
import { CsvWriter } from './csv.writer.js';
import { readAll } from './testing/read-stream.js';

const writer = new CsvWriter();
const sheet = (rows: SheetSpec['rows']): SheetSpec => ({
  name: 'Gifts',
  columns: [
    { label: 'Gift', type: 'text' },
    { label: 'Value', type: 'decimal' },
    { label: 'Returned', type: 'boolean' },
  ],
  rows,
});

describe('CsvWriter', () => {
  it('writes header, quotes, byte order mark and plain numbers', async () => {
    const csv = await readAll(
      writer.writeCsv(
        sheet([
          ['Lantern, "large"', -12.5, true],
          ['=1+1', '-5', null],
        ]),
      ),
    );
    expect(csv.toString()).toBe('\uFEFFGift,Value,Returned\r\n"Lantern, ""large""",-12.5,true\r\n\'=1+1,\'-5,\r\n');
  });

  it('leaves the byte order mark out when asked', async () => {
    expect((await readAll(writer.writeCsv(sheet([]), { bom: false, delimiter: ';' }))).toString()).toBe('Gift;Value;Returned\r\n');
  });

  it('fails its stream when the rows fail', async () => {
    async function* broken(): AsyncGenerator<SheetRow> {
      yield ['one', 1, true];
      throw new Error('cursor lost');
    }
    await expect(readAll(writer.writeCsv(sheet(broken())))).rejects.toThrow('cursor lost');
  });

  it('never lets a text field start a formula, and loses nothing else', async () => {
    const start = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '＝');
    const cell = fc.tuple(start, fc.string({ unit: 'binary', maxLength: 30 })).map(([first, rest]) => (first + rest).toWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 10 }), async (texts) => {
        const csv = await readAll(writer.writeCsv(sheet(texts.map((text) => [text, 1, true]))));
        const fields = parse(csv, { bom: true, from_line: 1, record_delimiter: '\r\n' })
          .slice(1)
          .map((record) => record[0] ?? '');
        expect(fields.filter((field) => /^[=+\-@\t\r＝＋－＠]/u.test(field))).toEqual([]);
        expect(fields.map((field, index) => field === texts[index] || field === `'${texts[index]}`)).toEqual(texts.map(() => true));
      }),
      { numRuns: 60 },
    );
  });
});
