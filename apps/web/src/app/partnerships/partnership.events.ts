// The audit log's entries of a partnership, one line of words for each.
import type { AuditEntry } from '@amity/audit';

export interface PartnershipEvent {
  /** Key below `partnerships.event`. */
  readonly key: 'created' | 'state' | 'kind' | 'since' | 'notes' | 'other';
  /** What it became: a value of the vocabulary, or the date; null for none. */
  readonly to: string | null;
}

const fields = ['state', 'kind', 'since', 'notes'] as const;

/** What an entry says, most important first; a change of nothing known is `other`. */
export function eventsOf(entry: Pick<AuditEntry, 'action' | 'after'>): PartnershipEvent[] {
  if (entry.action === 'created') return [{ key: 'created', to: null }];
  const after = entry.after ?? {};
  const changed = fields.filter((field) => field in after);
  if (changed.length === 0) return [{ key: 'other', to: null }];
  return changed.map((key) => ({ key, to: typeof after[key] === 'string' ? after[key] : null }));
}
