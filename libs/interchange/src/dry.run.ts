// The dry run compares the rows of a file with each other and with what is stored, and writes nothing. Equal repeats within the file count
// once; repeats that differ are all refused, naming their lines, unless the sheet says that the first one wins.
import { canonicalJson } from './canonical-json.js';
import type { ImportMapping } from './column.mapping.js';
import type { ImportPlan, PlanCounts, PlannedRow, PlanNote, FieldChange } from './import.plan.js';
import type { ImportSheet } from './import.sheet.js';
import { refusal } from './row.reasons.js';
import { readRows, type ReadableTable, type RowReading, type TableReading } from './row.reader.js';

/** What is stored under one identity. Fields that are absent or null are not stored. */
export interface Existing<Row> {
  readonly id: string;
  readonly values: { readonly [Key in keyof Row]?: Row[Key] | null };
}
export type ExistingEntries<Row> = ReadonlyMap<string, Existing<Row>>;

type Read<Row> = Extract<RowReading<Row>, { identity: string }>;

/**
 * File rows + mapping + what is stored → plan. Where much is stored, call {@link readRows}, load the entries of those identities, and
 * call {@link planRows}.
 */
export function dryRun<Row extends object>(
  table: ReadableTable,
  mapping: ImportMapping,
  sheet: ImportSheet<Row>,
  existing: ExistingEntries<Row>,
): ImportPlan<Row> {
  return planRows(readRows(table, mapping, sheet), sheet, existing);
}

export function planRows<Row extends object>(
  reading: TableReading<Row>,
  sheet: ImportSheet<Row>,
  existing: ExistingEntries<Row>,
): ImportPlan<Row> {
  const groups = new Map<string, Read<Row>[]>();
  for (const row of reading.rows) {
    if (!('identity' in row)) continue;
    const group = groups.get(row.identity);
    if (group) group.push(row);
    else groups.set(row.identity, [row]);
  }
  const notes: PlanNote[] = [];
  const rows = reading.rows.map((row): PlannedRow<Row> => {
    if (!('identity' in row)) return { kind: 'refused', line: row.line, refusals: row.refusals };
    const planned = planRow(row, groups.get(row.identity) ?? [row], sheet, existing);
    if (planned.kind === 'unchanged' && planned.sameAsLine !== undefined)
      notes.push(repeatNote(row, planned.sameAsLine, groups.get(row.identity)));
    else if (planned.kind !== 'refused') notes.push(...row.notes);
    return planned;
  });
  return { sheetId: sheet.id, rows, notes, obstacles: reading.obstacles, counts: count(rows, reading.blank) };
}

function planRow<Row extends object>(
  row: Read<Row>,
  group: readonly Read<Row>[],
  sheet: ImportSheet<Row>,
  existing: ExistingEntries<Row>,
): PlannedRow<Row> {
  const [first = row] = group;
  const { line, identity, values } = row;
  if (sheet.repeats !== 'keep_first') {
    const columns = differingColumns(group, sheet);
    if (columns.length > 0) {
      const lines = group.map((repeat) => repeat.line).join(', ');
      return {
        kind: 'refused',
        line,
        refusals: [refusal(line, null, '', 'interchange.row_repeated', { lines, columns: columns.join(', ') })],
      };
    }
  }
  if (first !== row) return { kind: 'unchanged', line, identity, sameAsLine: first.line };
  const stored = existing.get(identity);
  if (!stored) return { kind: 'new', line, identity, values };
  const changes = changesOf(values, stored, sheet);
  return changes.length === 0
    ? { kind: 'unchanged', line, identity, id: stored.id }
    : { kind: 'changed', line, identity, id: stored.id, values, changes };
}

/** Labels of the columns in which rows of one identity differ. */
function differingColumns<Row extends object>(group: readonly Read<Row>[], sheet: ImportSheet<Row>): string[] {
  const [first, ...others] = group;
  if (!first || others.length === 0) return [];
  return sheet.columns
    .filter(({ key }) => others.some((other) => !sameValue(other.values[key], first.values[key])))
    .map((column) => column.label);
}

/** Only what the file says is compared: a blank cell or an unmapped column leaves the stored value alone. */
function changesOf<Row extends object>(values: Row, stored: Existing<Row>, sheet: ImportSheet<Row>): FieldChange[] {
  return sheet.columns.flatMap(({ key, label }) => {
    const [before, after] = [stored.values[key], values[key]];
    return after === undefined || sameValue(before, after) ? [] : [{ key, column: label, before: before ?? null, after }];
  });
}

const sameValue = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

function repeatNote<Row>(row: Read<Row>, firstLine: number, group: readonly Read<Row>[] = []): PlanNote {
  const first = group[0];
  const same = first !== undefined && canonicalJson(first.values) === canonicalJson(row.values);
  const code = same ? 'interchange.row_merged' : 'interchange.row_set_aside';
  const sentence = same
    ? `Line ${row.line} repeats line ${firstLine} and counts once.`
    : `Line ${row.line} is about the same entry as line ${firstLine}; line ${firstLine} was taken.`;
  return { line: row.line, code, sentence, params: { line: row.line, first: firstLine } };
}

function count<Row>(rows: readonly PlannedRow<Row>[], blank: number): PlanCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0, blank };
  for (const row of rows) counts[row.kind] += 1;
  return counts;
}
