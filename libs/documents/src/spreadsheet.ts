// A spreadsheet in words: typed columns with a description each, so that the export can carry its own data dictionary.

/** How a column is written and read back. `date` is `YYYY-MM-DD`, `datetime` is `YYYY-MM-DDTHH:mm`, both without zone. */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'date' | 'datetime' | 'boolean';

export interface ColumnSpec {
  readonly label: string;
  readonly type: ColumnType;
  /** In characters; a width that suits the type when absent. */
  readonly width?: number;
  /** For the data dictionary. */
  readonly description?: string;
  /** For the data dictionary: "days", "USD". */
  readonly unit?: string;
}

export type CellValue = string | number | bigint | boolean | null | undefined;
/** Cells in the order of the columns; missing ones are empty. */
export type SheetRow = readonly CellValue[];

export interface SheetSpec {
  readonly name: string;
  readonly columns: readonly ColumnSpec[];
  /** Pulled one by one while the file is being written: a cursor may stand behind it. */
  readonly rows: AsyncIterable<SheetRow> | Iterable<SheetRow>;
}

/** Words of the data dictionary sheet, in the reader's language. */
export interface DictionaryLabels {
  readonly name: string;
  readonly sheet: string;
  readonly column: string;
  readonly type: string;
  readonly unit: string;
  readonly description: string;
  readonly types: Readonly<Record<ColumnType, string>>;
}

export interface WorkbookOptions {
  /** Adds a last sheet that describes every column. */
  readonly dictionary?: DictionaryLabels;
  readonly direction?: 'ltr' | 'rtl';
  readonly title?: string;
  /** Author in the file's properties. */
  readonly author?: string;
  /** ISO 8601; also the date of the parts inside the file, so equal data give equal bytes. */
  readonly createdAt?: string;
}

/** One line per column: sheet, column, type, unit, description. */
export function dictionarySheet(sheets: readonly Pick<SheetSpec, 'name' | 'columns'>[], labels: DictionaryLabels): SheetSpec {
  return {
    name: labels.name,
    columns: [
      { label: labels.sheet, type: 'text', width: 20 },
      { label: labels.column, type: 'text', width: 26 },
      { label: labels.type, type: 'text', width: 14 },
      { label: labels.unit, type: 'text', width: 12 },
      { label: labels.description, type: 'text', width: 70 },
    ],
    rows: sheets.flatMap((sheet) =>
      sheet.columns.map((column) => [sheet.name, column.label, labels.types[column.type], column.unit ?? '', column.description ?? '']),
    ),
  };
}
