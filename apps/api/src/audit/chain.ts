// The chain of one organization as it stands in the database, read column by column for the verifier. Entries are pulled in
// portions inside one snapshot, so a log of any length is held against the head that belongs to it.
import { type ChainEntry, type ChainPlace, emptyChain } from '@amity/audit';
import { originalOf } from './originals.js';
import type { TenantTx } from '../database/tenant-tx.js';

const portion = 2_000;

export async function* chainEntries(tx: TenantTx): AsyncGenerator<ChainEntry> {
  for (let last = 0, rows = await portionAfter(tx, last); rows.length > 0; rows = await portionAfter(tx, last)) {
    for (const { number, original, ...columns } of rows) {
      last = Number(number);
      const entry = { ...columns, number: last };
      yield original ? await originalOf(tx, entry, original) : entry;
    }
  }
}

/** Where the chain says that it stands; the empty chain when nothing was ever written. */
export async function chainHead(tx: TenantTx): Promise<ChainPlace> {
  const [head] = await tx.query<{ number: string; hash: string }>(
    `select number, encode(hash, 'hex') as hash from audit.heads where organization_id = $1`,
  );
  return head ? { number: Number(head.number), hash: head.hash } : emptyChain;
}

interface StoredEntry extends Omit<ChainEntry, 'number'> {
  readonly number: string;
  /** Sealed: what the entry said before somebody in it came under protection. */
  readonly original: Buffer | null;
}

function portionAfter(tx: TenantTx, number: number): Promise<StoredEntry[]> {
  return tx.query(
    `select number, encode(hash, 'hex') as hash, organization_id as "organizationId", id,
       (select o.sealed from audit.originals o where o.organization_id = e.organization_id and o.entry_id = e.id) as original,
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, account_id as "accountId",
       on_behalf_of as "onBehalfOf", on_behalf_of_name as "onBehalfOfName", reason, action, purpose, to_jsonb(fields)::text as fields,
       subject, subject_id as "subjectId", before::text as before, after::text as after, e.erased
     from audit.entries e where organization_id = $1 and number > $2 order by number limit ${portion}`,
    [number],
  );
}
