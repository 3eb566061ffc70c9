// A table is what a file holds before anybody knows what it means: headers, rows with the file's own line numbers, and the lines that
// could not be read. Cells keep the little the file says about their kind, and nothing is guessed here.

/**
 * One cell. `date` is an ISO date or a date with a wall-clock time and no zone (`2026-03-04`, `2026-03-04T14:30:00`).
 * `formula` is a formula whose remembered result is not trusted; `fault` is what the spreadsheet shows for an error, such as `#N/A`.
 */
export type Cell = string | number | boolean | { date: string } | { formula: string } | { fault: string };

export interface TableRow {
  /** 1-based line of the file (or row of the sheet) on which the row starts; the header counts. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A line of the file that is not a row of the table; the import refuses it and says why. */
export interface TableProblem {
  readonly line: number;
  readonly code: 'interchange.quotes_broken' | 'interchange.row_too_long' | 'interchange.row_too_short';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Table {
  readonly kind: 'csv' | 'xlsx';
  /** Name of the text encoding, such as `utf-8` or `windows-1252`; null for XLSX. */
  readonly encoding: string | null;
  /** `,`, `;`, tab or `|`; null for XLSX. */
  readonly separator: string | null;
  /** The sheet that was read; null for text files. */
  readonly sheet: string | null;
  /** All sheets with the hidden ones last; empty for text files. */
  readonly sheets: readonly string[];
  /** Unique and never empty: a repeated header becomes `Notes (2)`, a missing one `Column 3`. */
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly problems: readonly TableProblem[];
}

/** The cell as a person would see it, trimmed and in composed Unicode. Formulas show as `=…`. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell.normalize('NFC').trim();
  if (typeof cell !== 'object') return String(cell);
  if ('date' in cell) return cell.date;
  if ('formula' in cell) return `=${cell.formula}`;
  return cell.fault;
}

export function isBlankCell(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
