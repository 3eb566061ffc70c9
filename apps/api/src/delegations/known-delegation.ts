// The Chatham House rule at the door of everything that names an attendee. Areas above call it first, inside their transaction;
// what they only count they may go on counting.
import { DomainError, type Id } from '@amity/kernel';
import type { HouseRule } from '@amity/delegations';
import type { TenantTx } from '../database/tenant-tx.js';

/** Who may be asked, by name; each is a member of staff and never an attendee. */
const whoToAsk = `(select string_agg(a.name, ', ' order by a.name) from delegations.need_to_know n
  join identity.accounts a on a.id = n.account_id where n.organization_id = d.organization_id and n.delegation_id = d.id)`;

/**
 * Passes when the names of this delegation may be shown to whoever is reading.
 * @param rule of an appointment; its delegation's holds in any case
 * @throws `kernel.unknown`, or `delegations.names_withheld` with whom to ask
 */
export async function knownDelegation(tx: TenantTx, id: Id, rule: HouseRule = 'public'): Promise<void> {
  const [row] = await tx.query<{ known: boolean; who: string | null }>(
    `select delegations.knows(d.organization_id, d.id, delegations.stricter(d.rule, $3)) as known, ${whoToAsk} as who
     from delegations.delegations d where d.organization_id = $1 and d.id = $2`,
    [id, rule],
  );
  if (!row) throw new DomainError('kernel.unknown', { what: 'delegation' });
  if (!row.known) throw new DomainError('delegations.names_withheld', { who: row.who ?? 'an administrator' });
}
