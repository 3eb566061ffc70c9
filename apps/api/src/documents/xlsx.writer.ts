// Workbooks of any length in flat memory: rows are pulled one by one, written as XML and zipped as they pass. Text cells are inline
// strings and there is no formula element anywhere, so nothing a person typed can ever run when the file is opened.
import { PassThrough, Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import yazl from 'yazl';
import {
  dictionarySheet,
  MAX_SHEET_ROWS,
  sheetName,
  workbookText,
  type CellValue,
  type ColumnSpec,
  type ColumnType,
  type SheetRow,
  type SheetSpec,
  type WorkbookOptions,
} from '@amity/documents';
import { CONTENT_TYPES, coreProperties, RELATIONS, STYLES, STYLE_OF, workbookPart, workbookRelations } from './xlsx.parts.js';

/** Bytes of XML that are gathered before they are handed on. */
const CHUNK = 64 * 1024;
/** UTF-8 needs at most three bytes for one UTF-16 unit. */
const BYTES_A_UNIT = 3;
const SHEET_START =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const WIDTHS: Readonly<Record<ColumnType, number>> = { text: 24, integer: 12, decimal: 14, date: 12, datetime: 18, boolean: 10 };
/** Fixed, so that equal data give equal bytes: the first day a zip file can name. */
const NO_DATE = '1980-01-01T12:00:00Z';

@Injectable()
export class SpreadsheetWriter {
  /**
   * A workbook as it is being written. Rows are pulled only as fast as the stream is read; destroying the stream ends the row
   * sources. A failing source, a row too many (Excel holds 1 048 576) or an unreadable date makes the stream fail.
   */
  writeWorkbook(sheets: readonly SheetSpec[], options: WorkbookOptions = {}): Readable {
    const all = named(options.dictionary === undefined ? sheets : [...sheets, dictionarySheet(sheets, options.dictionary)]);
    if (all.length === 0) throw new RangeError('A workbook needs at least one sheet.');
    const zip = new yazl.ZipFile();
    const part = { mtime: new Date(options.createdAt ?? NO_DATE), forceDosTimestamp: true, compressionLevel: 3 };
    const small = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name, part);
    small('[Content_Types].xml', CONTENT_TYPES(all.length));
    small('_rels/.rels', RELATIONS);
    small('docProps/core.xml', coreProperties(options));
    small('xl/workbook.xml', workbookPart(all.map((sheet) => sheet.name)));
    small('xl/_rels/workbook.xml.rels', workbookRelations(all.length));
    small('xl/styles.xml', STYLES);

    const output = new PassThrough();
    let current: Readable | undefined;
    all.forEach((sheet, index) => {
      zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, part, (deliver) => {
        current = Readable.from(sheetXml(sheet, index === 0, options.direction === 'rtl'), { objectMode: false });
        current.on('error', (error: Error) => output.destroy(error)); // yazl does not watch the streams it is given
        deliver(null, current);
      });
    });
    zip.on('error', (error: Error) => output.destroy(error));
    output.on('close', () => current?.destroy());
    zip.outputStream.pipe(output);
    zip.end();
    return output;
  }
}

function named(sheets: readonly SheetSpec[]): SheetSpec[] {
  const taken: string[] = [];
  return sheets.map((sheet) => {
    const name = sheetName(sheet.name, taken);
    taken.push(name);
    return { ...sheet, name };
  });
}

/** One sheet as UTF-8 XML: header frozen and filterable, then the rows. */
async function* sheetXml(sheet: SheetSpec, selected: boolean, rightToLeft: boolean): AsyncGenerator<Buffer> {
  const { columns } = sheet;
  const letters = columns.map((_, index) => columnLetters(index));
  yield Buffer.from(SHEET_START + viewXml(selected, rightToLeft) + columnsXml(columns) + '<sheetData>' + headerXml(columns, letters));
  // Rows go into bytes one by one: a long string of many pieces would outlive the young generation and swell the heap.
  let chunk = Buffer.allocUnsafe(CHUNK);
  let filled = 0;
  let row = 1;
  for await (const cells of sheet.rows) {
    row += 1;
    if (row > MAX_SHEET_ROWS) throw new RangeError(`Sheet "${sheet.name}" has more rows than a workbook can hold (${MAX_SHEET_ROWS}).`);
    const xml = rowXml(row, columns, letters, cells);
    if (filled + xml.length * BYTES_A_UNIT > CHUNK) {
      if (filled > 0) yield chunk.subarray(0, filled);
      chunk = Buffer.allocUnsafe(Math.max(CHUNK, xml.length * BYTES_A_UNIT));
      filled = 0;
    }
    filled += chunk.write(xml, filled);
  }
  const filter = columns.length === 0 ? '' : `<autoFilter ref="A1:${letters.at(-1) ?? 'A'}${row}"/>`;
  yield Buffer.concat([chunk.subarray(0, filled), Buffer.from(`</sheetData>${filter}</worksheet>`)]);
}

function rowXml(row: number, columns: readonly ColumnSpec[], letters: readonly string[], cells: SheetRow): string {
  let xml = `<row r="${row}">`;
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index];
    if (column !== undefined) xml += cellXml(`${letters[index] ?? ''}${row}`, column.type, cells[index]);
  }
  return `${xml}</row>`;
}

function viewXml(selected: boolean, rightToLeft: boolean): string {
  const attributes = `${selected ? ' tabSelected="1"' : ''}${rightToLeft ? ' rightToLeft="1"' : ''} workbookViewId="0"`;
  return `<sheetViews><sheetView${attributes}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
}

function columnsXml(columns: readonly ColumnSpec[]): string {
  if (columns.length === 0) return '';
  const parts = columns.map((column, index) => {
    const width = column.width ?? Math.max(WIDTHS[column.type], Math.min(column.label.length + 3, 40));
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1" style="${STYLE_OF[column.type]}"/>`;
  });
  return `<cols>${parts.join('')}</cols>`;
}

function headerXml(columns: readonly ColumnSpec[], letters: readonly string[]): string {
  return `<row r="1" s="${STYLE_OF.header}" customFormat="1" ht="22" customHeight="1">${columns
    .map((column, index) => textXml(`${letters[index] ?? ''}1`, STYLE_OF.header, column.label))
    .join('')}</row>`;
}

/** A cell of the column's type when the value is of it, else the value as text: nothing is lost and nothing is guessed. */
function cellXml(at: string, type: ColumnType, value: CellValue): string {
  if (value === null || value === undefined || value === '') return '';
  const style = STYLE_OF[type];
  switch (type) {
    case 'integer':
    case 'decimal':
      return isExact(value) ? `<c r="${at}" s="${style}"><v>${value}</v></c>` : textXml(at, STYLE_OF.text, String(value));
    case 'boolean':
      return typeof value === 'boolean'
        ? `<c r="${at}" s="${style}" t="b"><v>${value ? 1 : 0}</v></c>`
        : textXml(at, STYLE_OF.text, String(value));
    case 'date':
    case 'datetime': {
      const serial = typeof value === 'string' ? excelSerial(value) : undefined;
      return serial === undefined ? textXml(at, STYLE_OF.text, String(value)) : `<c r="${at}" s="${style}"><v>${serial}</v></c>`;
    }
    case 'text':
      return textXml(at, style, String(value));
  }
}

function textXml(at: string, style: number, text: string): string {
  const space = /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t${space}>${workbookText(text)}</t></is></c>`;
}

/** Excel counts with 15 digits: longer whole numbers would silently change. */
function isExact(value: CellValue): value is number | bigint {
  if (typeof value === 'bigint') return value > -1_000_000_000_000_000n && value < 1_000_000_000_000_000n;
  return typeof value === 'number' && Number.isFinite(value) && (!Number.isInteger(value) || Math.abs(value) < 1e15);
}

/** Days since Excel's epoch; `undefined` when it is no date Excel can show (before March 1900, or not a date at all). */
function excelSerial(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/.test(text)) return undefined;
  const instant = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : `${text}Z`);
  const serial = instant / 86_400_000 + 25_569;
  if (Number.isNaN(serial) || serial < 61) return undefined;
  return new Date(instant).toISOString().startsWith(text.slice(0, 10)) ? serial : undefined; // 31 February does not exist
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
