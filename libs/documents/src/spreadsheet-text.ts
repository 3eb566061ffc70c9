// A text cell is only ever text. Excel, LibreOffice and Google Sheets run a CSV field that starts with = + - @ (also full-width,
// also behind a tab or line break) as a formula, so such a field gets a leading apostrophe. Workbooks need no apostrophe: their
// text cells are typed as strings; they only lose what XML or Excel cannot hold.

/** First characters that make a spreadsheet program take a CSV field for a formula (OWASP "CSV Injection"). */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Excel's limit of characters in one cell. */
export const MAX_CELL_CHARACTERS = 32_767;
/** Excel's limit of rows in one sheet, the header included. */
export const MAX_SHEET_ROWS = 1_048_576;

/** Text as it may stand in a CSV field: never the beginning of a formula. */
export function neutralizeFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** What XML 1.0 cannot carry at all. `\p{Cc}` is every control character; tab, line feed and carriage return are allowed. */
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;
/** Excel reads `_x0041_` inside a string as the character U+0041; an escaped underscore keeps such text literal. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
const SPECIAL = /[&<>"\r]|\p{Cc}|[\uD800-\uDFFF\uFFFE\uFFFF]|_x/u;

/**
 * Text as it may stand inside a `<t>` element of a workbook. Cuts at Excel's limit (the last character becomes an ellipsis),
 * drops control characters, keeps everything else as written.
 */
export function workbookText(text: string): string {
  const fitting = text.length > MAX_CELL_CHARACTERS ? `${text.slice(0, MAX_CELL_CHARACTERS - 1)}…` : text;
  if (!SPECIAL.test(fitting)) return fitting;
  return fitting
    .toWellFormed()
    .replace(NOT_XML, '')
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r\n?/g, '\n');
}

const NAME_FORBIDDEN = /[\p{Cc}[\]:*?/\\]+/gu;

/**
 * A sheet name Excel accepts: 1–31 characters, none of `[ ] : * ? / \`, no quote at either end, unlike every name in `taken`
 * whatever the case.
 */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const clean = trimSheetName(wanted.toWellFormed().replace(NAME_FORBIDDEN, ' ').replace(/\s+/gu, ' ').slice(0, 31).toWellFormed());
  const base = clean === '' || /^history$/i.test(clean) ? 'Sheet' : clean; // "History" is reserved by Excel
  const used = new Set(taken.map((name) => name.toLowerCase()));
  let name = base;
  for (let count = 2; used.has(name.toLowerCase()); count += 1) {
    const suffix = ` (${count})`;
    name = `${base.slice(0, 31 - suffix.length).toWellFormed()}${suffix}`;
  }
  return name;
}

function trimSheetName(name: string): string {
  return name.replace(/^[\s']+|[\s']+$/gu, '');
}
