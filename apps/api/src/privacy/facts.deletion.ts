import type { Id } from '@amity/kernel';
import type { TenantTx } from '../database/tenant-tx.js';

/** For areas that know when what was told in confidence is not needed any more: deletes these facts. Sealed bytes leave no copy. */
export async function deleteFacts(tx: TenantTx, ids: readonly Id[]): Promise<void> {
  await tx.query('delete from privacy.facts where organization_id = $1 and id = any($2)', [ids]);
}
