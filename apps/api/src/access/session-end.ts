import type { Id } from '@amity/kernel';
import type { TenantTx } from '../database/tenant-tx.js';

/** Signs an account out of this organization on every device, in the transaction that changed what it may do here. */
export async function endSessionsHere(tx: TenantTx, accountId: Id): Promise<void> {
  await tx.query(`delete from identity.sessions where organization_id = $1 and account_id = $2`, [accountId]);
}
