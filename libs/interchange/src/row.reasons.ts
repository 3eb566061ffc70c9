// Why a row is refused, in sentences that say what to change in the file. Codes are stable and translated by the page; the English
// sentence travels along for the command line and for readers without a translation. Areas add reasons of their own in `check`.
import { fill } from '@amity/kernel';
import * as z from 'zod';

/** Placeholders stand in braces; `{value}` is the cell as the file has it, `{column}` the name of the column. */
export const rowReasons = {
  'interchange.cell_required': '{column} is empty. Fill it in; this column is needed for every row.',
  'interchange.cell_formula': '{column} contains a formula; paste values instead (in Excel: Copy, then Paste Special, Values).',
  'interchange.cell_fault': '{column} shows the error {value}. Correct it in the spreadsheet.',
  'interchange.cell_too_long': '{column} has {length} characters; the limit is {limit}.',
  'interchange.cell_not_accepted': '{column}: {value} is not accepted. {reason}',
  'interchange.not_an_integer': '{column}: {value} is not a whole number.',
  'interchange.not_a_number': '{column}: {value} is not a number.',
  'interchange.number_out_of_range': '{column}: {value} is outside {min} to {max}.',
  'interchange.decimal_mark_unclear':
    '{column}: {value} can be read in two ways, as thousands or as decimals. Choose whether the column uses a decimal point or a decimal comma.',
  'interchange.number_rounded':
    '{column}: {value} was shortened by the spreadsheet and lost digits. Format the column as text and enter the number again.',
  'interchange.not_a_boolean': '{column}: {value} is neither yes nor no.',
  'interchange.not_a_date': '{column}: {value} is not a date. Write it like 2026-03-31.',
  'interchange.date_is_number':
    '{column}: {value} is a number, not a date. Format the column as a date in the spreadsheet, or write it like 2026-03-31.',
  'interchange.date_does_not_exist': '{column}: {value} does not exist: {reason}.',
  'interchange.date_year_short': '{column}: {value} has a two-digit year. Write all four digits, like 1987.',
  'interchange.date_has_time': '{column}: {value} has a time of day. Keep the date only.',
  'interchange.date_order_unclear':
    '{column}: {value} can be read day first or month first, and nothing in the column decides it. Choose the order for this column, or write dates like 2026-03-31.',
  'interchange.not_an_email': '{column}: {value} is not an e-mail address.',
  'interchange.not_a_choice': '{column}: {value} is not one of the choices: {choices}.',
  'interchange.language_unknown': '{column}: {value} is not a language we know. Write its English name or its code, like Spanish or es.',
  'interchange.row_repeated': 'Lines {lines} are about the same entry but differ in {columns}. Keep one of them.',
  'interchange.quotes_broken':
    'The quotation marks on this line do not match. Close every opened quotation mark, and double those inside a cell ("").',
  'interchange.row_too_long':
    'This line has {found} cells but the header has {expected}. Put cells that contain the separator in quotation marks.',
  'interchange.row_too_short': 'This line has {found} cells but the header has {expected}. Perhaps a cell contains an unquoted line break.',
} as const;
export type RowReason = keyof typeof rowReasons;

export type ReasonParams = Readonly<Record<string, string | number>>;

/** One reason why one row is refused. */
export const Refusal = z
  .object({
    line: z.int().min(1),
    /** Name of the column, or null when the whole line is meant. */
    column: z.string().nullable(),
    value: z.string(),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    sentence: z.string(),
  })
  .meta({ id: 'ImportRefusal' });
export type Refusal = z.infer<typeof Refusal>;

export function refusal(line: number, column: string | null, value: string, code: RowReason, params: ReasonParams = {}): Refusal {
  const shown = value.length > 80 ? `${value.slice(0, 79)}…` : value;
  return {
    line,
    column,
    value,
    code,
    params: { ...params },
    sentence: fill(rowReasons[code], { column: column ?? '', value: `“${shown}”`, ...params }),
  };
}
