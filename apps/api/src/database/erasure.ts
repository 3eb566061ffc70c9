// What is deleted for good leaves no copy in the log. The log says that it went, when and why, never what it was; what earlier entries
// said about the same records goes as well, and the chain keeps the residue of each, so that it can still be verified (ADR 16).
import type { ErasedEntries } from '@amity/audit';
import type { Id } from '@amity/kernel';
import type { TenantTx } from './tenant-tx.js';

const residuesAnEntry = 2_000;

/**
 * To be called by whoever deleted or emptied these records with statements of their own.
 * @param subject `<area>.<table>` of the records
 * @param action `removed` when the rows are gone, `changed` when they stay without what they held
 */
export async function forget(tx: TenantTx, subject: string, ids: readonly Id[], action: 'removed' | 'changed' = 'removed'): Promise<void> {
  if (ids.length === 0) return;
  tx.trail.add(ids.map((subjectId) => ({ action, subject, subjectId })));
  const rows = await tx.manager.query<{ entry: string; residue: string }[]>('select entry, residue from audit.erase($1, $2)', [
    subject,
    ids,
  ]);
  for (let start = 0; start < rows.length; start += residuesAnEntry) {
    const part = rows.slice(start, start + residuesAnEntry);
    const after: ErasedEntries = { erased: part.map(({ entry, residue }) => [Number(entry), residue]) };
    tx.trail.add([{ action: 'removed', subject: 'audit.entries', subjectId: tx.organizationId, after }]);
  }
}
