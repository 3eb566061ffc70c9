// A parser reads one column. It sees the whole column first, because some columns can only be understood as a whole: 03/04/2026 is
// decided by the 25/04/2026 further down. Where nothing decides, the parser asks a question instead of guessing.
import type { ReasonParams, RowReason } from './row.reasons.js';
import type { Cell } from './table.js';

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: RowReason; readonly params: ReasonParams };

export const columnChoices = ['day_first', 'month_first', 'decimal_point', 'decimal_comma'] as const;
/** An answer the person importing can give for a column that does not decide itself. */
export type ColumnChoice = (typeof columnChoices)[number];

export interface ColumnReading<T> {
  /** Reads one cell that is neither blank, a formula nor a fault. */
  read(cell: Cell): Parsed<T>;
  /** Set when the column does not decide itself; `example` is the first cell that can be read in two ways. */
  readonly question?: { readonly code: RowReason; readonly choices: readonly ColumnChoice[]; readonly example: string };
}

export interface CellParser<T> {
  /** @param cells all cells of the column that are not blank, in file order; may be walked more than once */
  column(cells: Iterable<Cell>, choice?: ColumnChoice): ColumnReading<T>;
}

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const unparsed = (code: RowReason, params: ReasonParams = {}): Parsed<never> => ({ ok: false, code, params });

/** A parser whose cells need no look at the rest of the column. */
export const eachCell = <T>(read: (cell: Cell) => Parsed<T>): CellParser<T> => ({ column: () => ({ read }) });

const easternDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Full-width and Arabic digits, signs and separators become ASCII, so that numbers and dates of every keyboard read alike. */
export function asciiDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(easternDigits, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',')
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .trim();
}

/** Letters and digits only, in lower case and without accents: how headers and choices are compared. */
export function looseName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
