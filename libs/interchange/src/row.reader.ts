// File rows → typed rows of the sheet, with every reason why a row cannot be read. A blank cell says nothing: the field stays out of the
// row, and an import never clears what is stored. Formulas are refused, because the result remembered in the file may be stale.
import { fill } from '@amity/kernel';
import { rowReasons, refusal, type Refusal } from './row.reasons.js';
import { cellText, isBlankCell, type Cell, type Table, type TableRow } from './table.js';
import type { ColumnReading } from './cell.parser.js';
import type { ImportMapping } from './column.mapping.js';
import { parserOf, type ImportSheet, type SheetColumn } from './import.sheet.js';
import type { PlanNote, PlanObstacle } from './import.plan.js';

export type ReadableTable = Pick<Table, 'headers' | 'rows' | 'problems'>;

export type RowReading<Row> =
  | { readonly line: number; readonly identity: string; readonly values: Row; readonly notes: readonly PlanNote[] }
  | { readonly line: number; readonly refusals: readonly Refusal[] };

export interface TableReading<Row> {
  /** In file order; lines the file reader could not split into cells are among the refused ones. */
  readonly rows: readonly RowReading<Row>[];
  readonly obstacles: readonly PlanObstacle[];
  readonly blank: number;
}

interface MappedColumn {
  readonly column: SheetColumn;
  readonly at: number;
  readonly reading: ColumnReading<unknown>;
}

export function readRows<Row extends object>(table: ReadableTable, mapping: ImportMapping, sheet: ImportSheet<Row>): TableReading<Row> {
  const broken = mappingObstacles(table.headers, mapping, sheet.columns);
  if (broken.length > 0) return { rows: [], obstacles: broken, blank: 0 };

  const filled = table.rows.filter((row) => !row.cells.every(isBlankCell));
  const columns = mappedColumns(table.headers, filled, mapping, sheet.columns);
  const rows: RowReading<Row>[] = filled.map((row) => readRow(row, columns, sheet));
  for (const { line, code, params } of table.problems) rows.push({ line, refusals: [refusal(line, null, '', code, params)] });
  rows.sort((a, b) => a.line - b.line);
  return { rows, obstacles: columns.flatMap(questionOf), blank: table.rows.length - filled.length };
}

/** A mapping that does not fit the file or the sheet stops the import before the first row. */
function mappingObstacles(headers: readonly string[], mapping: ImportMapping, columns: readonly SheetColumn[]): PlanObstacle[] {
  const found: PlanObstacle[] = [];
  const obstacle = (code: string, column: string, sentence: string): void => void found.push({ code, column, sentence, choices: [] });
  const taken = new Map<string, string>();
  for (const [key, header] of Object.entries(mapping.columns)) {
    const column = columns.find((candidate) => candidate.key === key);
    const other = taken.get(header);
    if (!column) obstacle('interchange.column_unknown', key, `This import has no column “${key}”.`);
    else if (!headers.includes(header))
      obstacle('interchange.header_unknown', key, `The file has no header “${header}” for ${column.label}.`);
    else if (other !== undefined)
      obstacle('interchange.header_taken', key, `The header “${header}” cannot be both ${other} and ${column.label}.`);
    else taken.set(header, column.label);
  }
  for (const column of columns) {
    if (!column.required || mapping.columns[column.key] !== undefined) continue;
    obstacle(
      'interchange.column_missing',
      column.key,
      `${column.label} is needed for every row. Choose the header that holds it, or add one to the file.`,
    );
  }
  return found;
}

function mappedColumns(
  headers: readonly string[],
  rows: readonly TableRow[],
  mapping: ImportMapping,
  columns: readonly SheetColumn[],
): MappedColumn[] {
  return columns.flatMap((column) => {
    const at = headers.indexOf(mapping.columns[column.key] ?? '');
    if (at < 0) return [];
    return [{ column, at, reading: parserOf(column).column(cellsOf(rows, at), mapping.choices[column.key]) }];
  });
}

function cellsOf(rows: readonly TableRow[], at: number): Iterable<Cell> {
  return {
    *[Symbol.iterator]() {
      for (const row of rows) {
        const cell = row.cells[at];
        if (cell !== undefined && !isBlankCell(cell)) yield cell;
      }
    },
  };
}

function readRow<Row extends object>(row: TableRow, columns: readonly MappedColumn[], sheet: ImportSheet<Row>): RowReading<Row> {
  const refusals: Refusal[] = [];
  const values: Record<string, unknown> = {};
  for (const { column, at, reading } of columns) {
    const cell = row.cells[at];
    if (cell === undefined || isBlankCell(cell)) {
      if (column.required) refusals.push(refusal(row.line, column.label, '', 'interchange.cell_required'));
      continue;
    }
    const result = readCell(cell, reading);
    if (result.ok) values[column.key] = result.value;
    else refusals.push(refusal(row.line, column.label, cellText(cell), result.code, result.params));
  }
  if (refusals.length > 0) return { line: row.line, refusals };
  return judge(row.line, values as Row, sheet);
}

function readCell(cell: Cell, reading: ColumnReading<unknown>): ReturnType<ColumnReading<unknown>['read']> {
  if (typeof cell === 'object' && 'formula' in cell) return { ok: false, code: 'interchange.cell_formula', params: {} };
  if (typeof cell === 'object' && 'fault' in cell) return { ok: false, code: 'interchange.cell_fault', params: {} };
  return reading.read(cell);
}

/** The area's own rules for a row whose cells could all be read. */
function judge<Row extends object>(line: number, values: Row, sheet: ImportSheet<Row>): RowReading<Row> {
  const findings = sheet.check?.(values) ?? [];
  const refused = findings.filter((finding) => finding.effect === 'refuse');
  if (refused.length > 0) {
    const label = (key?: string): string | null => sheet.columns.find((column) => column.key === key)?.label ?? null;
    return {
      line,
      refusals: refused.map(({ code, column, sentence, params = {} }) => ({
        line,
        column: label(column),
        value: '',
        code,
        params: { ...params },
        sentence,
      })),
    };
  }
  const notes = findings.map(({ code, sentence, params = {} }) => ({ line, code, sentence, params }));
  return { line, identity: sheet.identity(values), values, notes };
}

function questionOf({ column, reading }: MappedColumn): PlanObstacle[] {
  if (!reading.question) return [];
  const { code, choices, example } = reading.question;
  return [{ code, column: column.key, choices, sentence: fill(rowReasons[code], { column: column.label, value: `“${example}”` }) }];
}
