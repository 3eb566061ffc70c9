// What an entry said may be erased, and then it no longer follows from the entry before it. What is left of it must be what a later
// entry of the chain says that was left: its residue, SHA-256(hash of the entry ‖ form of what is left). Erasing is thus on record,
// and whoever changes anything of an erased entry afterwards is found.
import * as z from 'zod';
import { type ChainEntry, linkOf, type Sha256 } from './chain.js';

/** The subject of the entry that records an erasure; it is written as something removed from the log. */
export const erasureSubject = 'audit.entries';

/** An entry's number and its residue, hexadecimal. */
export const ErasedEntries = z.object({ erased: z.array(z.tuple([z.int().min(1), z.string()])) });
export type ErasedEntries = z.infer<typeof ErasedEntries>;

export class Residues {
  private readonly waiting = new Map<number, string>();

  constructor(private readonly sha256: Sha256) {}

  /** An erased entry was met: somebody later must vouch for what is left of it. */
  expect(entry: ChainEntry): void {
    this.waiting.set(entry.number, linkOf(entry.hash, entry, this.sha256));
  }

  /** An entry that stands as it was written: perhaps it vouches for others. */
  learn({ action, subject, after }: ChainEntry): void {
    if (action !== 'removed' || subject !== erasureSubject || after === null || this.waiting.size === 0) return;
    const recorded = ErasedEntries.safeParse(JSON.parse(after));
    for (const [number, residue] of recorded.data?.erased ?? []) if (this.waiting.get(number) === residue) this.waiting.delete(number);
  }

  /** The first entry whose erasure nobody recorded, or whose rest is not what was recorded. */
  firstUnrecorded(): number | null {
    return this.waiting.size === 0 ? null : Math.min(...this.waiting.keys());
  }
}
