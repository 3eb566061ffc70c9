// An import sheet is what an area hands down: which columns a file may have, how each cell is read, and what makes two rows the same
// entry. The engine knows sheets and never areas.
import { issueSentence } from '@amity/kernel';
import * as z from 'zod';
import { parsed, unparsed, type CellParser } from './cell.parser.js';
import { cellText } from './table.js';

/** A finding about a whole row, in the area's own words. `refuse` keeps the row out; `note` lets it in and is shown in the summary. */
export interface RowFinding {
  readonly effect: 'refuse' | 'note';
  /** Key of the column that is meant, when it is one. */
  readonly column?: string;
  readonly code: string;
  readonly sentence: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** One column for one field of the row. A field that may not be missing needs a required column; the compiler insists. */
export type ImportColumn<Row> = {
  [Key in keyof Row & string]-?: {
    readonly key: Key;
    readonly label: string;
    /** Header names that mean this column, in any language; case, accents and punctuation do not matter. */
    readonly aliases: readonly string[];
    readonly required: undefined extends Row[Key] ? boolean : true;
    readonly example: string;
    /** A cell parser, or a zod schema that is given the trimmed text of the cell. */
    readonly parse: CellParser<Exclude<Row[Key], undefined>> | z.ZodType<Exclude<Row[Key], undefined>>;
  };
}[keyof Row & string];

export interface ImportSheet<Row extends object> {
  readonly id: string;
  readonly columns: readonly ImportColumn<Row>[];
  /** The natural key. Two rows with one identity are one entry, in this file and in every later one. */
  readonly identity: (row: Row) => string;
  /**
   * What happens when a file has one identity on several lines with different values: `refuse` all of them (the default), or
   * `keep_first` and note the others, for data in bulk where repeats are known to be noise.
   */
  readonly repeats?: 'refuse' | 'keep_first';
  /** Rules across the columns of one row, and notes for the summary. */
  readonly check?: (row: Row) => readonly RowFinding[];
}

/** A column as the engine sees it, whatever the type of its row. */
export interface SheetColumn {
  readonly key: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly example: string;
  readonly parse: CellParser<unknown> | z.ZodType;
}

/** What mapping and preview need of a sheet. */
export interface SheetOutline {
  readonly id: string;
  readonly columns: readonly SheetColumn[];
}

export function parserOf(column: SheetColumn): CellParser<unknown> {
  const { parse } = column;
  return parse instanceof z.ZodType ? schemaParser(parse) : parse;
}

function schemaParser(schema: z.ZodType): CellParser<unknown> {
  return {
    column: () => ({
      read: (cell) => {
        const result = schema.safeParse(cellText(cell));
        if (result.success) return parsed(result.data);
        return unparsed('interchange.cell_not_accepted', {
          reason: result.error.issues.map(({ message }) => issueSentence(message)).join('; '),
        });
      },
    }),
  };
}
