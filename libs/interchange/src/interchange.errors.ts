// Why a file as a whole is turned away, each with an HTTP status and a sentence that says what to do next. Placeholders stand in braces.
import type { ErrorCatalog } from '@amity/kernel';

export const interchangeErrors = {
  file_empty: { status: 422, en: 'The file is empty. Choose a file with a header line and at least one row.' },
  file_too_large: {
    status: 413,
    en: 'This file is {size} MB; the limit is {limit} MB. Remove pictures and unused sheets, or split it into several files.',
  },
  file_binary: { status: 422, en: '{file} is not a table. Save it as XLSX or CSV and choose that file.' },
  file_old_format: {
    status: 415,
    en: '{file} is in the format {format}, which cannot be read. Save it as XLSX or CSV and choose that file.',
  },
  file_protected: { status: 422, en: '{file} is protected with a password. Save a copy without the password and choose that file.' },
  file_damaged: {
    status: 422,
    en: '{file} is damaged and cannot be opened. Open it in your spreadsheet program, save it again as XLSX or CSV, and choose that file.',
  },
  file_unpacks_too_large: {
    status: 413,
    en: 'This file unpacks to more than {limit} MB. Save the sheet you need as CSV and choose that file.',
  },
  file_too_complex: {
    status: 422,
    en: 'Reading this file took too much time or memory. Save the sheet you need as CSV and choose that file.',
  },
  header_only: { status: 422, en: 'The file has a header line but no rows. Add the rows and choose it again.' },
  header_missing: { status: 422, en: 'No header line was found. The first line with content must hold the names of the columns.' },
  header_formula: { status: 422, en: 'The header in column {column} contains a formula. Type the name of the column instead.' },
  too_many_columns: { status: 422, en: 'The file has {found} columns; the limit is {limit}. Keep only the columns you need.' },
  too_many_rows: { status: 413, en: 'The file has more than {limit} rows. Split it into several files.' },
  too_many_broken_lines: {
    status: 422,
    en: 'The quotation marks do not match on more than {limit} lines, first on line {line}. Close every opened quotation mark, and double those inside a cell.',
  },
  encoding_unclear: {
    status: 422,
    en: 'The text encoding of {file} could not be recognized. Choose the encoding, or save the file as “CSV UTF-8”.',
  },
  encoding_unknown: { status: 422, en: 'The text encoding {encoding} is not known. Choose UTF-8, or save the file as “CSV UTF-8”.' },
  encoding_wrong: {
    status: 422,
    en: 'The file is not in the encoding {encoding}: line {line} has characters that do not exist in it. Save the file as “CSV UTF-8”, or choose another encoding.',
  },
  sheet_unknown: { status: 422, en: 'The file has no sheet “{sheet}”. It has: {sheets}.' },
} as const satisfies ErrorCatalog;
export type InterchangeError = keyof typeof interchangeErrors;
