// What crosses the wire around an import: the preview of a file before it is mapped, and the report of a dry run or of an import that was
// applied. The report lists refused rows up to a limit and always says how many there are.
import * as z from 'zod';
import { columnChoices } from './cell.parser.js';
import { MappingSuggestion, suggestMapping } from './column.mapping.js';
import type { ImportPlan } from './import.plan.js';
import type { SheetOutline } from './import.sheet.js';
import { Refusal } from './row.reasons.js';
import { cellText, type Table } from './table.js';

export const ImportPreview = z
  .object({
    sheetId: z.string(),
    fileName: z.string(),
    kind: z.enum(['csv', 'xlsx']),
    encoding: z.string().nullable(),
    separator: z.string().nullable(),
    sheet: z.string().nullable(),
    sheets: z.array(z.string()),
    headers: z.array(z.string()),
    sampleRows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
    rowCount: z.int(),
    /** Lines that could not be split into cells. */
    problemCount: z.int(),
    suggestion: MappingSuggestion,
    columns: z.array(z.object({ key: z.string(), label: z.string(), required: z.boolean(), example: z.string() })),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ImportCounts = z
  .object({ new: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int(), blank: z.int() })
  .meta({ id: 'ImportCounts' });

export const ImportReport = z
  .object({
    sheetId: z.string(),
    counts: ImportCounts,
    /** Reasons of the first refused rows; `counts.refused` is the number of refused rows in all. */
    refused: z.array(Refusal),
    changed: z.array(z.object({ line: z.int(), fields: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })) })),
    notes: z.array(
      z.object({ line: z.int(), code: z.string(), sentence: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
    ),
    obstacles: z.array(z.object({ code: z.string(), column: z.string(), sentence: z.string(), choices: z.array(z.enum(columnChoices)) })),
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof ImportReport>;

/** @param sampleSize rows shown under the headers; long cells are cut at 200 characters */
export function previewOf(table: Table, sheet: SheetOutline, fileName: string, sampleSize = 5): ImportPreview {
  const { kind, encoding, separator, headers, rows } = table;
  return {
    sheetId: sheet.id,
    fileName,
    kind,
    encoding,
    separator,
    sheet: table.sheet,
    sheets: [...table.sheets],
    headers: [...headers],
    sampleRows: rows
      .slice(0, sampleSize)
      .map(({ line, cells }) => ({ line, cells: headers.map((_, at) => cellText(cells[at]).slice(0, 200)) })),
    rowCount: rows.length,
    problemCount: table.problems.length,
    suggestion: suggestMapping(headers, sheet),
    columns: sheet.columns.map(({ key, label, required, example }) => ({ key, label, required, example })),
  };
}

/** @param limit how many refused rows, changed rows and notes are listed, each */
export function reportOf<Row>(plan: ImportPlan<Row>, limit = 200): ImportReport {
  const refused = plan.rows.filter((row) => row.kind === 'refused').slice(0, limit);
  const changed = plan.rows.filter((row) => row.kind === 'changed').slice(0, limit);
  return {
    sheetId: plan.sheetId,
    counts: { ...plan.counts },
    refused: refused.flatMap((row) => [...row.refusals]),
    changed: changed.map(({ line, changes }) => ({
      line,
      fields: changes.map(({ column, before, after }) => ({ column, before: shown(before), after: shown(after) })),
    })),
    notes: plan.notes.slice(0, limit).map((note) => ({ ...note, params: { ...note.params } })),
    obstacles: plan.obstacles.map((obstacle) => ({ ...obstacle, choices: [...obstacle.choices] })),
  };
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}
