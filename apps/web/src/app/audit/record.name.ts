// An entry of the history knows its record's id and the fields that changed. What the record is called stands in those of its
// entries that hold a name: the newest of them counts.
import type { AuditEntry } from '@amity/audit';

type Snapshot = AuditEntry['after'];

/** Names by record id, from entries that stand newest first. */
export function namesIn(entries: readonly AuditEntry[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { subjectId, before, after } of entries) {
    if (names.has(subjectId)) continue;
    const name = nameIn(after) ?? nameIn(before);
    if (name !== null) names.set(subjectId, name);
  }
  return names;
}

function nameIn(snapshot: Snapshot): string | null {
  const text = (field: string) => (typeof snapshot?.[field] === 'string' ? snapshot[field].trim() : '');
  const person = text('givenName') && text('familyName') ? `${text('givenName')} ${text('familyName')}` : '';
  return [text('name'), text('title'), text('subject'), person].find((name) => name !== '') ?? null;
}
