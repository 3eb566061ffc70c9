// What an import would do, before it does anything: every row is new, changed, unchanged or refused, and every refusal says why.
// A plan that was applied and is computed again has nothing new and nothing changed.
import type { ColumnChoice } from './cell.parser.js';
import { canonicalJson } from './canonical-json.js';
import type { Refusal } from './row.reasons.js';

/** A remark about a row that is imported all the same. */
export interface PlanNote {
  readonly line: number;
  readonly code: string;
  readonly sentence: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface FieldChange {
  readonly key: string;
  readonly column: string;
  readonly before: unknown;
  readonly after: unknown;
}

export type PlannedRow<Row> =
  | { readonly kind: 'new'; readonly line: number; readonly identity: string; readonly values: Row }
  | {
      readonly kind: 'changed';
      readonly line: number;
      readonly identity: string;
      readonly id: string;
      readonly values: Row;
      readonly changes: readonly FieldChange[];
    }
  /** `id` is absent when the row repeats an earlier line (`sameAsLine`) of the same file. */
  | { readonly kind: 'unchanged'; readonly line: number; readonly identity: string; readonly id?: string; readonly sameAsLine?: number }
  | { readonly kind: 'refused'; readonly line: number; readonly refusals: readonly Refusal[] };

/** Something about the whole file that a person must settle. Without `choices` no row can be imported before it is settled. */
export interface PlanObstacle {
  readonly code: string;
  /** Key of the column that is meant. */
  readonly column: string;
  readonly sentence: string;
  readonly choices: readonly ColumnChoice[];
}

export interface PlanCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Lines without any content; they are not rows and are left out of the other counts. */
  readonly blank: number;
}

export interface ImportPlan<Row> {
  readonly sheetId: string;
  /** In file order. */
  readonly rows: readonly PlannedRow<Row>[];
  readonly notes: readonly PlanNote[];
  readonly obstacles: readonly PlanObstacle[];
  readonly counts: PlanCounts;
}

/**
 * Everything the plan would write, as one canonical text: equal texts mean equal effects, in whatever order the lines stood. The storing
 * side hashes it and keeps the hash with the import, so that the same plan is not applied twice.
 */
export function planFingerprint<Row>(plan: ImportPlan<Row>): string {
  const effects = plan.rows.flatMap((row) => {
    if (row.kind === 'new') return [canonicalJson({ identity: row.identity, values: row.values })];
    if (row.kind === 'changed')
      return [
        canonicalJson({
          identity: row.identity,
          id: row.id,
          changes: row.changes.map(({ key, before, after }) => ({ key, before, after })),
        }),
      ];
    return [];
  });
  return canonicalJson({ sheet: plan.sheetId, effects: effects.sort() });
}
