// An entry of the log whose words were concealed, because somebody in it came under protection. What it really said lies sealed beside
// it under the key of the vault, together with the hash of what it says now: so the chain is verified over what was written,
// and words that somebody else put there are found as well.
import { type ChainColumns, type ChainEntry, formOf, genesis } from '@amity/audit';
import type { Id } from '@amity/kernel';
import { SealBroken, type SealedPlace } from '../database/sealing/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { sha256 } from './sha256.js';

/** The words of an entry; jsonb as PostgreSQL writes it. */
export type EntryWords = Pick<ChainColumns, 'before' | 'after' | 'reason' | 'onBehalfOfName'>;

interface Original {
  readonly words: EntryWords;
  /** Of the entry as it is shown now. */
  readonly shown: string;
}

/** The entry as it was written; as it stands, when what it says now, or what is kept of it, was put there by somebody else. */
export async function originalOf(tx: TenantTx, entry: ChainEntry, sealed: Buffer): Promise<ChainEntry> {
  try {
    const { words, shown } = await opened(tx, entry.id, sealed);
    return shown === hashOf(entry) ? { ...entry, ...words } : entry;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error; // not sealed here: the entry then speaks for itself, and does not follow
    return entry;
  }
}

/** Puts other words into an entry. What it said the very first time stays kept, however often it is concealed. */
export async function conceal(tx: TenantTx, entry: ChainColumns, words: EntryWords): Promise<void> {
  const [kept] = await tx.query<{ sealed: Buffer }>('select sealed from audit.originals where organization_id = $1 and entry_id = $2', [
    entry.id,
  ]);
  const { before, after, reason, onBehalfOfName } = entry;
  const first = kept ? (await opened(tx, entry.id, kept.sealed)).words : { before, after, reason, onBehalfOfName };
  const [written] = await tx.query<Pick<EntryWords, 'before' | 'after'>>(
    'select $2::jsonb::text as before, $3::jsonb::text as after where $1::uuid is not null',
    [words.before, words.after],
  );
  const original: Original = { words: first, shown: hashOf({ ...entry, ...words, ...written }) };
  const shown = { ...words, before: parsed(words.before), after: parsed(words.after) };
  await tx.query('select audit.conceal($2, $3, $4) where amity.organization() = $1', [
    entry.id,
    JSON.stringify(shown),
    (await tx.sealing.vault()).seal(placeOf(entry.id), original),
  ]);
}

async function opened(tx: TenantTx, id: Id, sealed: Buffer): Promise<Original> {
  return (await tx.sealing.vault()).open(placeOf(id), sealed) as Original; // sealed by `conceal` and bound to this entry
}

function placeOf(row: Id): SealedPlace {
  return { table: 'audit.originals', column: 'sealed', row };
}

function hashOf(entry: ChainColumns): string {
  return sha256(genesis, formOf(entry));
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
