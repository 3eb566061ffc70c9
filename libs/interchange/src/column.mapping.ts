// Which header of the file is which column of the sheet. The suggestion compares names loosely and never uses a header or a column
// twice; the person importing has the last word.
import * as z from 'zod';
import { columnChoices, looseName } from './cell.parser.js';
import type { SheetColumn, SheetOutline } from './import.sheet.js';

export const ImportMapping = z
  .object({
    /** Column key → header of the file. Columns that are left out are not imported. */
    columns: z.record(z.string(), z.string()),
    /** Column key → the answer for a column that does not decide by itself how to read dates or numbers. */
    choices: z.record(z.string(), z.enum(columnChoices)).default({}),
  })
  .meta({ id: 'ImportMapping' });
export type ImportMapping = z.infer<typeof ImportMapping>;

export const MappingSuggestion = z
  .object({
    columns: z.record(z.string(), z.string()),
    /** Headers that no column claimed, in file order. */
    unmapped: z.array(z.string()),
    /** Keys of required columns for which the file has no header. */
    missing: z.array(z.string()),
  })
  .meta({ id: 'ImportMappingSuggestion' });
export type MappingSuggestion = z.infer<typeof MappingSuggestion>;

/** Best names first: the label, then an alias, then the key; then the same for headers with their bracketed remark left out. */
export function suggestMapping(headers: readonly string[], sheet: SheetOutline): MappingSuggestion {
  const columns = new Map<string, string>();
  const claimed = new Set<string>();
  for (const spelling of [looseName, withoutRemark]) {
    for (const names of [labels, aliases, keys]) {
      for (const column of sheet.columns) {
        if (columns.has(column.key)) continue;
        const wanted = new Set(names(column).map(looseName));
        const header = headers.find(
          (candidate) => !claimed.has(candidate) && spelling(candidate) !== '' && wanted.has(spelling(candidate)),
        );
        if (header === undefined) continue;
        columns.set(column.key, header);
        claimed.add(header);
      }
    }
  }
  return {
    columns: Object.fromEntries(columns),
    unmapped: headers.filter((header) => !claimed.has(header)),
    missing: sheet.columns.filter((column) => column.required && !columns.has(column.key)).map((column) => column.key),
  };
}

const labels = (column: SheetColumn): readonly string[] => [column.label];
const aliases = (column: SheetColumn): readonly string[] => column.aliases;
const keys = (column: SheetColumn): readonly string[] => [column.key];
const withoutRemark = (header: string): string => looseName(header.replace(/[([（].*?[)\]）]/g, ' ').replace(/[*:]/g, ' '));
