import ExcelJS from 'exceljs';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { readingLimits, type ReadingLimits } from './reading-limits.js';
import { readTable } from './read-table.js';
import { UnreadableFile } from './unreadable-file.js';
import { workbookEntries } from './zip-directory.js';

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const sheetOf = (...rows: ExcelJS.CellValue[][]) => workbook((book) => book.addWorksheet('Roster').addRows(rows));
const read = (bytes: Uint8Array, sheet?: string, limits?: ReadingLimits) =>
  readTable(bytes, { fileName: 'roster.xlsx', ...(sheet && { sheet }) }, limits);

async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

describe('an XLSX', () => {
  it('gives text, numbers, truth values and dates, each as the sheet has it', async () => {
    const table = await read(
      await sheetOf(
        ['Name', 'Born', 'Beds', 'Pets', 'Arrival'],
        [
          { richText: [{ text: 'Ana ' }, { text: 'Ruiz', font: { bold: true } }] },
          new Date(Date.UTC(1990, 11, 31)),
          2,
          true,
          new Date(Date.UTC(2026, 2, 4, 14, 30)),
        ],
        [{ text: 'bo@example.org', hyperlink: 'mailto:bo@example.org' }, null, '007', false, { error: '#N/A' }],
      ),
    );
    expect(table).toEqual({
      kind: 'xlsx',
      encoding: null,
      separator: null,
      sheet: 'Roster',
      sheets: ['Roster'],
      headers: ['Name', 'Born', 'Beds', 'Pets', 'Arrival'],
      rows: [
        { line: 2, cells: ['Ana Ruiz', { date: '1990-12-31' }, 2, true, { date: '2026-03-04T14:30:00' }] },
        { line: 3, cells: ['bo@example.org', '', '007', false, { fault: '#N/A' }] },
      ],
      problems: [],
    });
  });
  it('marks formulas, shared ones too, and keeps the rows without', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Roster');
      sheet.addRows([
        ['Name', 'Beds'],
        ['Ana', 1],
        ['Bo', 2],
        ['Cy', 3],
      ]);
      sheet.getCell('B3').value = { formula: 'B2+1', result: 2 };
      sheet.fillFormula('B4:B5', 'B3+1', [3, 4]);
    });
    expect((await read(bytes)).rows).toEqual([
      { line: 2, cells: ['Ana', 1] },
      { line: 3, cells: ['Bo', { formula: 'B2+1' }] },
      { line: 4, cells: ['Cy', { formula: 'B3+1' }] },
      { line: 5, cells: ['', { formula: 'B4+1' }] },
    ]);
    const header = await sheetOf([{ formula: 'A2', result: 'Name' }], ['Ana']);
    await expect(read(header)).rejects.toThrow(new UnreadableFile('header_formula', { column: 1 }));
  });
  it('keeps leading zeros that the format shows, and days in the first weeks of 1900', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Roster');
      sheet.addRows([
        ['Zip', 'Born', 'Time'],
        [1234, 59, 0.5],
        [1234, 61, 0.75],
      ]);
      sheet.getCell('A2').numFmt = '00000';
      for (const cell of ['B2', 'B3']) sheet.getCell(cell).numFmt = 'yyyy-mm-dd';
      for (const cell of ['C2', 'C3']) sheet.getCell(cell).numFmt = 'hh:mm:ss';
    });
    expect((await read(bytes)).rows).toEqual([
      { line: 2, cells: ['01234', { date: '1900-02-28' }, '12:00:00'] },
      { line: 3, cells: [1234, { date: '1900-03-01' }, '18:00:00'] },
    ]);
  });
  it('reads dates of workbooks that count from 1904', async () => {
    const bytes = await workbook((book) => {
      book.properties.date1904 = true;
      book.addWorksheet('Roster').addRows([['Born'], [new Date(Date.UTC(1990, 11, 31))]]);
    });
    expect((await read(bytes)).rows).toEqual([{ line: 2, cells: [{ date: '1990-12-31' }] }]);
  });
  it('gives a cell merged downwards to every row, and one merged sideways to its first column', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Roster');
      sheet.addRows([
        ['Family', 'Name', 'Diet'],
        ['Ruiz', 'Ana', 'none'],
        [null, 'Bo', 'none'],
      ]);
      sheet.mergeCells('A2:A3');
      sheet.mergeCells('B3:C3');
    });
    expect((await read(bytes)).rows).toEqual([
      { line: 2, cells: ['Ruiz', 'Ana', 'none'] },
      { line: 3, cells: ['Ruiz', 'Bo', ''] },
    ]);
  });
  it('lists hidden sheets last, takes the first visible one with content, or the one asked for', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('Old', { state: 'hidden' }).addRows([['Name'], ['Zed']]);
      book.addWorksheet('Cover');
      book.addWorksheet('Roster').addRows([['Name'], ['Ana']]);
    });
    expect(await read(bytes)).toMatchObject({ sheet: 'Roster', sheets: ['Cover', 'Roster', 'Old'], rows: [{ line: 2, cells: ['Ana'] }] });
    expect(await read(bytes, 'Old')).toMatchObject({ sheet: 'Old', rows: [{ line: 2, cells: ['Zed'] }] });
    await expect(read(bytes, 'New')).rejects.toThrow(new UnreadableFile('sheet_unknown', { sheet: 'New', sheets: 'Cover, Roster, Old' }));
  });
  it('keeps the row numbers of the sheet across blank rows, and opens a column for cells beside the header', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Roster');
      sheet.getCell('A3').value = 'Name';
      sheet.getCell('A6').value = 'Ana';
      sheet.getCell('C6').value = 'ask her';
    });
    const { headers, rows } = await read(bytes);
    expect({ headers, rows }).toEqual({ headers: ['Name', 'Column 2', 'Column 3'], rows: [{ line: 6, cells: ['Ana', '', 'ask her'] }] });
  });
  it('is not stopped by choices offered for whole columns, conditional formats, tables or remarks', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Roster');
      sheet.addTable({ name: 'Guests', ref: 'A1', columns: [{ name: 'Name' }, { name: 'Role' }], rows: [['Ana', 'leader']] });
      sheet.getCell('A2').note = 'a remark';
      sheet.getCell('B2').dataValidation = { type: 'list', formulae: ['"leader,delegate"'] };
      sheet.addConditionalFormatting({ ref: 'A1:B9', rules: [{ type: 'expression', priority: 1, formulae: ['TRUE'], style: {} }] });
    });
    expect((await read(bytes)).rows).toEqual([{ line: 2, cells: ['Ana', 'leader'] }]);
  });
});

describe('zip files that are refused', () => {
  it('names the formats to save as', async () => {
    const named = (format: string) => new UnreadableFile('file_old_format', { file: 'roster.xlsx', format });
    await expect(read(await zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }))).rejects.toThrow(
      named('OpenDocument (.ods)'),
    );
    await expect(read(await zipOf({ 'Index/Document.iwa': 'x' }))).rejects.toThrow(named('Numbers'));
    await expect(read(await zipOf({ 'xl/workbook.bin': 'x' }))).rejects.toThrow(named('XLSB'));
    await expect(read(await zipOf({ 'photo.txt': 'x' }))).rejects.toThrow(new UnreadableFile('file_binary', { file: 'roster.xlsx' }));
  });
  it('refuses a damaged file and a cut one', async () => {
    const damaged = new UnreadableFile('file_damaged', { file: 'roster.xlsx' });
    const whole = await sheetOf(['Name'], ['Ana']);
    await expect(read(whole.slice(0, whole.length / 2))).rejects.toThrow(damaged);
    await expect(read(await zipOf({ 'xl/workbook.xml': '<not-a-workbook' }))).rejects.toThrow(damaged);
    const [entry] = workbookEntries(whole, 'a.xlsx', readingLimits);
    const scratched = whole.slice();
    scratched.fill(0xff, (entry?.offset ?? 0) + 60, (entry?.offset ?? 0) + 120);
    await expect(read(scratched)).rejects.toThrow(damaged);
  });
  it('refuses what unpacks too large, whether the directory says so or lies about it', async () => {
    const tooLarge = new UnreadableFile('file_unpacks_too_large', { limit: 1 });
    const limits = { ...readingLimits, unpackedMegabytes: 1 };
    const bomb = await zipOf({ 'xl/workbook.xml': '<x/>', 'xl/worksheets/sheet1.xml': Buffer.alloc(2_000_000, 32) });
    expect(bomb.length).toBeLessThan(10_000);
    await expect(read(bomb, undefined, limits)).rejects.toThrow(tooLarge);
    const lie = Buffer.from(bomb);
    const directory = lie.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    lie.writeUInt32LE(100, directory + 24);
    await expect(read(new Uint8Array(lie), undefined, limits)).rejects.toThrow(tooLarge);
  });
  it('refuses thousands of parts before unpacking any', async () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`part-${at}`, 'x']));
    await expect(
      read(await zipOf({ 'xl/workbook.xml': '<x/>', ...many }), undefined, { ...readingLimits, zipEntries: 10 }),
    ).rejects.toThrow(new UnreadableFile('file_too_complex'));
  });
  it('stops the thread at its limits of memory and of time', async () => {
    const rows = Array.from({ length: 6_000 }, (_, at) => [`name ${at}`, `city ${at}`, at, at / 7]);
    const bytes = await sheetOf(['Name', 'City', 'a', 'b'], ...rows);
    await expect(read(bytes, undefined, { ...readingLimits, heapMegabytes: 20 })).rejects.toThrow(new UnreadableFile('file_too_complex'));
    await expect(read(bytes, undefined, { ...readingLimits, seconds: 0.05 })).rejects.toThrow(new UnreadableFile('file_too_complex'));
    expect((await read(bytes)).rows).toHaveLength(6_000);
  }, 30_000);
});
