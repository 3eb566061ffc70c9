import ExcelJS from 'exceljs';
import fc from 'fast-check';
import type { ColumnType, DictionaryLabels, SheetRow, SheetSpec } from '@amity/documents';
import { readAll } from './testing/read-stream.js';
import { SpreadsheetWriter } from './xlsx.writer.js';

const writer = new SpreadsheetWriter();

async function reread(sheets: readonly SheetSpec[], options = {}): Promise<ExcelJS.Workbook> {
  const bytes = await readAll(writer.writeWorkbook(sheets, options));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
}

function sheetOf(type: ColumnType, values: readonly SheetRow[]): SheetSpec {
  return { name: 'One', columns: [{ label: 'Value', type }], rows: values };
}

const labels: DictionaryLabels = {
  name: 'Dictionary',
  sheet: 'Sheet',
  column: 'Column',
  type: 'Type',
  unit: 'Unit',
  description: 'Meaning',
  types: { text: 'text', integer: 'whole number', decimal: 'number', date: 'date', datetime: 'date and time', boolean: 'yes or no' },
};

describe('SpreadsheetWriter', () => {
  const placements: SheetSpec = {
    name: 'Placements',
    columns: [
      { label: 'Guest', type: 'text', width: 30, description: 'Who is placed' },
      { label: 'Nights', type: 'integer', unit: 'nights' },
      { label: 'Distance', type: 'decimal', unit: 'km' },
      { label: 'From', type: 'date' },
      { label: 'Met at', type: 'datetime' },
      { label: 'Confirmed', type: 'boolean' },
    ],
    rows: [
      ['森 花', 6, 2.75, '2026-05-11', '2026-05-11T16:30', true],
      ['=HYPERLINK("http://x")', -1, 0, '2026-02-31', null, false],
    ],
  };

  it('keeps every type through a round trip', async () => {
    const sheet = (await reread([placements])).getWorksheet('Placements');
    expect(sheet?.getRow(1).values).toEqual([undefined, 'Guest', 'Nights', 'Distance', 'From', 'Met at', 'Confirmed']);
    expect(sheet?.getRow(2).values).toEqual([
      undefined,
      '森 花',
      6,
      2.75,
      new Date('2026-05-11T00:00:00Z'),
      new Date('2026-05-11T16:30:00Z'),
      true,
    ]);
    expect(sheet?.getCell('A3').value).toBe('=HYPERLINK("http://x")');
    expect(sheet?.getCell('A3').type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.getCell('B3').value).toBe(-1);
    expect(sheet?.getCell('D3').value).toBe('2026-02-31');
    expect(sheet?.getCell('E3').value).toBe(null);
  });

  it('freezes and colors the header, sets widths and a filter', async () => {
    const sheet = (await reread([placements], { direction: 'rtl' })).getWorksheet('Placements');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1, rightToLeft: true });
    expect(sheet?.getColumn(1).width).toBe(30);
    expect(sheet?.getCell('A1').font).toMatchObject({ bold: true, color: { argb: 'FFFFFFFF' } });
    expect(sheet?.getCell('A1').fill).toMatchObject({ type: 'pattern', fgColor: { argb: 'FF1F5F8B' } });
    expect(sheet?.getCell('D2').numFmt).toBe('yyyy-mm-dd');
    expect(sheet?.autoFilter).toBe('A1:F3');
  });

  it('describes every column in a dictionary sheet', async () => {
    const sheet = (await reread([placements], { dictionary: labels })).getWorksheet('Dictionary');
    expect(sheet?.getRow(2).values).toEqual([undefined, 'Placements', 'Guest', 'text', undefined, 'Who is placed'].slice(0, 6));
    expect(sheet?.getRow(3).values).toEqual([undefined, 'Placements', 'Nights', 'whole number', 'nights']);
    expect(sheet?.rowCount).toBe(7);
  });

  it('gives clashing and forbidden sheet names a name of their own', async () => {
    const book = await reread([
      { ...placements, name: 'a/b' },
      { ...placements, name: 'A:B' },
    ]);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['a b', 'A B (2)']);
  });

  it('keeps whole numbers beyond 15 digits as text', async () => {
    const sheet = (await reread([sheetOf('integer', [[9007199254740993n], [999_999_999_999_999n], [Number.NaN]])])).getWorksheet('One');
    expect(sheet?.getColumn(1).values).toEqual([undefined, 'Value', '9007199254740993', 999_999_999_999_999, 'NaN']);
  });

  it('keeps rows longer than its buffer', async () => {
    const long = '館'.repeat(32_000);
    const columns = ['a', 'b', 'c'].map((label) => ({ label, type: 'text' as const }));
    const sheet = (await reread([{ name: 'Long', columns, rows: [[long, long, long], ['x'], [long]] }])).getWorksheet('Long');
    expect([sheet?.getCell('C2').value, sheet?.getCell('A3').value, sheet?.getCell('A4').value]).toEqual([long, 'x', long]);
  });

  it('gives the same bytes for the same data', async () => {
    const once = await readAll(writer.writeWorkbook([placements], { createdAt: '2026-05-02T10:00:00Z' }));
    const again = await readAll(writer.writeWorkbook([placements], { createdAt: '2026-05-02T10:00:00Z' }));
    expect(Buffer.compare(once, again)).toBe(0);
  });

  it('fails its stream when the rows fail', async () => {
    async function* broken(): AsyncGenerator<SheetRow> {
      yield ['one'];
      throw new Error('cursor lost');
    }
    await expect(readAll(writer.writeWorkbook([{ ...sheetOf('text', []), rows: broken() }]))).rejects.toThrow('cursor lost');
  });

  it('ends the rows when the reader leaves', async () => {
    let ended = false;
    let pulled = 0;
    async function* endless(): AsyncGenerator<SheetRow> {
      try {
        for (;;) {
          pulled += 1;
          yield [`row ${pulled} ${Math.sin(pulled)}`];
        }
      } finally {
        ended = true;
      }
    }
    const stream = writer.writeWorkbook([{ ...sheetOf('text', []), rows: endless() }]);
    for await (const part of stream) if ((part as Buffer).length > 0 && pulled > 5000) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ended).toBe(true);
    expect(pulled).toBeLessThan(200_000);
  });

  it('carries any text as that text, never as a formula', async () => {
    const printable = fc.string({ unit: 'grapheme', maxLength: 40 });
    const start = fc.constantFrom('', '=', '+', '-', '@', '＝');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(start, printable), { minLength: 1, maxLength: 20 }), async (pairs) => {
        const texts = pairs.map(([first, rest]) => first + rest).filter((text) => text !== '');
        const sheet = (
          await reread([
            sheetOf(
              'text',
              texts.map((text) => [text]),
            ),
          ])
        ).getWorksheet('One');
        const read = texts.map((_, index) => sheet?.getCell(index + 2, 1));
        expect(read.map((cell) => cell?.formula)).toEqual(texts.map(() => undefined));
        expect(read.map((cell) => cell?.value)).toEqual(texts);
      }),
      { numRuns: 40 },
    );
  });
});
