type Snapshot = Readonly<Record<string, unknown>>;

/** The fields in which two snapshots of a record differ, each side reduced to those. Bookkeeping fields do not count. */
export function changesBetween(before: Snapshot, after: Snapshot): { before: Snapshot; after: Snapshot } | null {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((k) => !bookkeeping.has(k));
  const changed = keys.filter((k) => canonical(before[k]) !== canonical(after[k]));
  if (changed.length === 0) return null;
  const pick = (from: Snapshot) => Object.fromEntries(changed.map((k) => [k, from[k] ?? null]));
  return { before: pick(before), after: pick(after) };
}

const bookkeeping = new Set(['version', 'createdAt', 'updatedAt', 'organizationId']);

/** What a value is, whatever the order of its keys: PostgreSQL stores jsonb in an order of its own. Missing is null. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
