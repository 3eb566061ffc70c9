// Is the log whole? Every entry must follow from the one before it, the last one must be the head, and every checkpoint that was
// taken must still be met. The first break is named by its number and by its kind, as well as the log itself can tell.
import { type ChainEntry, genesis, linkOf, type Sha256 } from './chain.js';
import { Residues } from './residues.js';

/**
 * - `edited`: the entry does not follow from the one before: one of the two was changed
 * - `deleted`: entries are missing, this being the first
 * - `inserted`: the entry was not written by Amity
 * - `reordered`: the entry is genuine and stands in the wrong place
 * - `truncated`: the log ends before this entry, which was written
 * - `rewritten`: everything follows, but not from what the head or a checkpoint says
 * An entry whose contents were erased is held against the residue that a later entry recorded: `edited` when none did.
 */
export const breakKinds = ['edited', 'deleted', 'inserted', 'reordered', 'truncated', 'rewritten'] as const;
export type BreakKind = (typeof breakKinds)[number];

export interface Break {
  readonly number: number;
  readonly kind: BreakKind;
}

/** Where a chain stood at some moment: the number of its last entry and that entry's hash. */
export interface ChainPlace {
  readonly number: number;
  readonly hash: string;
}

export interface ChainLog {
  /** Every entry by ascending number; may be asked for more than once. */
  entries(): AsyncIterable<ChainEntry>;
  readonly head: ChainPlace;
  readonly checkpoints: readonly ChainPlace[];
}

export interface Verdict {
  /** How many entries were found in order, up to the break if there is one. */
  readonly entries: number;
  readonly broken: Break | null;
}

export const emptyChain: ChainPlace = { number: 0, hash: genesis };

/** Reads the log once, and once more when it is broken; memory grows with erased entries alone. */
export async function verifyChain(log: ChainLog, sha256: Sha256): Promise<Verdict> {
  const promised = new Map(log.checkpoints.map(({ number, hash }) => [number, hash]));
  let beforeLast = emptyChain;
  let last = emptyChain;
  const residues = new Residues(sha256);
  const broken = (number: number, kind: BreakKind): Verdict => ({ entries: last.number, broken: { number, kind } });
  for await (const entry of log.entries()) {
    if (entry.number !== last.number + 1) return broken(last.number + 1, entry.number > last.number ? 'deleted' : 'inserted');
    if (entry.erased) residues.expect(entry);
    else if (linkOf(last.hash, entry, sha256) !== entry.hash)
      return { entries: last.number, broken: await diagnose(entry, last, beforeLast, log, sha256) };
    if ((promised.get(entry.number) ?? entry.hash) !== entry.hash) return broken(entry.number, 'rewritten');
    if (!entry.erased) residues.learn(entry);
    beforeLast = last;
    last = { number: entry.number, hash: entry.hash };
  }
  if (lastPromised(log) > last.number) return broken(last.number + 1, 'truncated');
  if (log.head.number < last.number) return broken(log.head.number + 1, 'inserted');
  if (log.head.hash !== last.hash) return broken(last.number, 'rewritten');
  const unrecorded = residues.firstUnrecorded();
  if (unrecorded !== null) return { entries: last.number, broken: { number: unrecorded, kind: 'edited' } };
  return { entries: last.number, broken: null };
}

/** Why `entry` does not follow from `last`: looks for the entry it does follow from, and for one that follows in its place. */
async function diagnose(entry: ChainEntry, last: ChainPlace, beforeLast: ChainPlace, log: ChainLog, sha256: Sha256): Promise<Break> {
  let origin = linkOf(genesis, entry, sha256) === entry.hash ? 0 : null;
  let nextFollowsLast = false;
  let end = 0;
  for await (const other of log.entries()) {
    if (linkOf(other.hash, entry, sha256) === entry.hash) origin = other.number;
    if (other.number === entry.number + 1) nextFollowsLast = linkOf(last.hash, other, sha256) === other.hash;
    end = other.number;
  }
  if (origin !== null)
    return last.number > 0 && origin === beforeLast.number
      ? { number: last.number, kind: 'inserted' }
      : { number: entry.number, kind: 'reordered' };
  if (nextFollowsLast) return { number: entry.number, kind: 'inserted' };
  return { number: entry.number, kind: end < lastPromised(log) ? 'deleted' : 'edited' };
}

/** The highest number that somebody vouches for. */
function lastPromised({ head, checkpoints }: ChainLog): number {
  return checkpoints.reduce((highest, { number }) => Math.max(highest, number), head.number);
}
