// What the import page decides without the api: which header is which column, what of that is still wrong, and the list of
// bad rows as a file of its own.
import type { RosterReport } from '@amity/delegations';
import { neutralizeFormula } from '@amity/documents';
import type { ColumnChoice, ImportMapping, ImportPreview } from '@amity/interchange';

/** Column key → header of the file; an empty string leaves the column out. */
export type Selection = Readonly<Record<string, string>>;
export type Choices = Readonly<Record<string, ColumnChoice>>;

export function suggested(preview: Pick<ImportPreview, 'columns' | 'suggestion'>): Selection {
  return Object.fromEntries(preview.columns.map(({ key }) => [key, preview.suggestion.columns[key] ?? '']));
}

export function mappingOf(selection: Selection, choices: Choices): ImportMapping {
  return { columns: Object.fromEntries(Object.entries(selection).filter(([, header]) => header !== '')), choices: { ...choices } };
}

export interface MappingProblems {
  /** Labels of needed columns without a header. */
  readonly missing: readonly string[];
  /** Headers chosen for more than one column. */
  readonly doubled: readonly string[];
}

export function problemsOf(selection: Selection, columns: ImportPreview['columns']): MappingProblems {
  const chosen = Object.values(selection).filter((header) => header !== '');
  return {
    missing: columns.filter(({ key, required }) => required && !selection[key]).map(({ label }) => label),
    doubled: [...new Set(chosen.filter((header, at) => chosen.indexOf(header) !== at))],
  };
}

/** Headers of the file that no column takes. */
export function leftOut(selection: Selection, headers: readonly string[]): string[] {
  const chosen = new Set(Object.values(selection));
  return headers.filter((header) => !chosen.has(header));
}

/** The first filled cells under a header, to recognize it by. */
export function samplesOf(preview: Pick<ImportPreview, 'headers' | 'sampleRows'>, header: string, count = 2): string {
  const at = preview.headers.indexOf(header);
  if (at < 0) return '';
  return preview.sampleRows
    .map(({ cells }) => cells[at] ?? '')
    .filter((cell) => cell !== '')
    .slice(0, count)
    .join(' · ');
}

/** How many rows applying the plan would write. */
export function rowsToWrite({ counts }: Pick<RosterReport, 'counts'>): number {
  return counts.new + counts.changed;
}

/**
 * The bad rows as CSV with a byte order mark, so that spreadsheets read the accents; a value that would be taken for a formula
 * is given a leading apostrophe.
 */
export function refusedCsv(report: Pick<RosterReport, 'refused'>, header: readonly [string, string, string, string]): string {
  const rows = report.refused.map(({ line, column, value, sentence }) => [String(line), column ?? '', neutralizeFormula(value), sentence]);
  return '\ufeff' + [header, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n') + '\r\n';
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
