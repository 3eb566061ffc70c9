// Lines of cells → a table: the first line with content is the header. Headers come out unique and never empty, so that a column can be
// chosen by its header. A line of a text file with more or fewer cells than the header is a problem that names both numbers.
import { cellText, isBlankCell, type Cell, type Table, type TableProblem, type TableRow } from '@amity/interchange';
import type { ReadingLimits } from './reading-limits.js';
import { UnreadableFile } from './unreadable-file.js';

export interface Line {
  /** 1-based line of the file or row of the sheet. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** `widen`: a spreadsheet has no line lengths, so cells beside the header open a nameless column. `refuse`: a text line must fit. */
export function tableOfLines(
  lines: readonly Line[],
  problems: readonly TableProblem[],
  uneven: 'widen' | 'refuse',
  limits: ReadingLimits,
): Pick<Table, 'headers' | 'rows' | 'problems'> {
  const headerAt = lines.findIndex(({ cells }) => !cells.every(isBlankCell));
  const header = lines[headerAt];
  if (!header) throw new UnreadableFile(problems.length > 0 ? 'header_missing' : 'file_empty');
  if (problems.some(({ line }) => line < header.line)) throw new UnreadableFile('header_missing');
  const body = lines.slice(headerAt + 1);
  if (body.every(({ cells }) => cells.every(isBlankCell)) && problems.length === 0) throw new UnreadableFile('header_only');
  if (body.length > limits.rows) throw new UnreadableFile('too_many_rows', { limit: limits.rows });

  const bodyWidth = body.reduce((width, { cells }) => Math.max(width, contentWidth(cells)), 0);
  const expected = header.cells.length;
  const named = contentWidth(header.cells);
  const width = Math.max(named, uneven === 'widen' ? bodyWidth : Math.min(expected, bodyWidth));
  if (width > limits.columns) throw new UnreadableFile('too_many_columns', { found: width, limit: limits.columns });

  const rows: TableRow[] = [];
  const ragged: TableProblem[] = [];
  for (const { line, cells } of body) {
    const found = contentWidth(cells);
    if (uneven === 'widen' || found === 0) rows.push({ line, cells: found === 0 ? [] : cells.slice(0, width) });
    else if (found > expected) ragged.push({ line, code: 'interchange.row_too_long', params: { found: cells.length, expected } });
    else if (cells.length < named) ragged.push({ line, code: 'interchange.row_too_short', params: { found: cells.length, expected } });
    else rows.push({ line, cells: cells.slice(0, width) });
  }
  return { headers: headerNames(header.cells, width), rows, problems: [...problems, ...ragged].sort((a, b) => a.line - b.line) };
}

/** Number of cells up to the last one with content. */
function contentWidth(cells: readonly Cell[]): number {
  let width = cells.length;
  while (width > 0 && isBlankCell(cells[width - 1])) width -= 1;
  return width;
}

function headerNames(cells: readonly Cell[], width: number): string[] {
  const names = new Set<string>();
  for (let at = 0; at < width; at += 1) {
    const cell = cells[at];
    if (typeof cell === 'object' && 'formula' in cell) throw new UnreadableFile('header_formula', { column: at + 1 });
    const name = cellText(cell).replace(/\s+/g, ' ') || `Column ${at + 1}`;
    let unique = name;
    for (let repeat = 2; names.has(unique); repeat += 1) unique = `${name} (${repeat})`;
    names.add(unique);
  }
  return [...names];
}
