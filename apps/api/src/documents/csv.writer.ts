// Comma-separated rows for other programs. Text that a spreadsheet program would run as a formula gets a leading apostrophe; numbers,
// dates and booleans are written plainly. The byte order mark makes Excel read UTF-8 and is on unless a caller turns it off.
import { pipeline, Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { neutralizeFormula, type CellValue, type ColumnSpec, type ColumnType, type SheetSpec } from '@amity/documents';

export interface CsvOptions {
  /** Byte order mark; default true. */
  readonly bom?: boolean;
  readonly delimiter?: ',' | ';' | '\t';
}

@Injectable()
export class CsvWriter {
  /** One sheet as RFC 4180 CSV in UTF-8, header first, CRLF line ends. Rows are pulled as fast as the stream is read. */
  writeCsv(sheet: SheetSpec, options: CsvOptions = {}): Readable {
    const output = stringify({ bom: options.bom ?? true, delimiter: options.delimiter ?? ',', record_delimiter: 'windows' });
    // A failure of the source destroys `output` with it; its reader sees the error there, so nothing is left to do here.
    pipeline(Readable.from(records(sheet)), output, () => undefined);
    return output;
  }
}

async function* records(sheet: SheetSpec): AsyncGenerator<string[]> {
  yield sheet.columns.map((column: ColumnSpec) => neutralizeFormula(column.label));
  for await (const row of sheet.rows) yield sheet.columns.map((column, index) => field(column.type, row[index]));
}

/** A value of the column's own type is safe by its shape; everything else is text. */
function field(type: ColumnType, value: CellValue): string {
  if (value === null || value === undefined) return '';
  const plain = typeof value === 'bigint' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
  return plain && type !== 'text' ? String(value) : neutralizeFormula(String(value));
}
