import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type ChainEntry, linkOf } from './chain.js';
import { type Break, type ChainPlace, emptyChain, verifyChain } from './verification.js';

const sha256 = (previous: string, text: string) => createHash('sha256').update(Buffer.from(previous, 'hex')).update(text).digest('hex');

function written(count: number): ChainEntry[] {
  const entries: ChainEntry[] = [];
  for (let number = 1; number <= count; number++) {
    const columns = {
      organizationId: 'o',
      id: `id-${number}`,
      at: '2026-11-28T19:17:34.123456Z',
      actor: 'Ada',
      accountId: null,
      onBehalfOf: null,
      onBehalfOfName: null,
      reason: null,
      action: 'created',
      purpose: null,
      fields: null,
      subject: 'people.people',
      subjectId: `person-${number}`,
      before: null,
      after: `{"n": ${number}}`,
    };
    entries.push({ ...columns, number, erased: false, hash: linkOf(entries.at(-1)?.hash ?? emptyChain.hash, columns, sha256) });
  }
  return entries;
}

const placeOf = (entries: readonly ChainEntry[]): ChainPlace => entries.at(-1) ?? emptyChain;
const renumbered = (entries: readonly ChainEntry[]) => entries.map((entry, at) => ({ ...entry, number: at + 1 }));
const rechained = (entries: readonly ChainEntry[]) => {
  let previous = emptyChain.hash;
  return entries.map((entry) => ({ ...entry, hash: (previous = linkOf(previous, entry, sha256)) }));
};

async function breakOf(entries: readonly ChainEntry[], head: ChainPlace, checkpoints: readonly ChainPlace[] = []): Promise<Break | null> {
  const log = {
    head,
    checkpoints,
    entries: async function* () {
      yield* await Promise.resolve(entries);
    },
  };
  const verdict = await verifyChain(log, sha256);
  if (!verdict.broken) expect(verdict.entries).toBe(entries.length);
  return verdict.broken;
}

/** A chain of at least `least` entries and a place in it that leaves `room` entries behind it. */
const chainAndPlace = (least: number, room = 0) =>
  fc.integer({ min: least, max: 30 }).chain((count) => fc.tuple(fc.constant(written(count)), fc.integer({ min: 1, max: count - room })));

describe('the verifier', () => {
  it('finds an untouched chain whole, with any of its places as checkpoints', () =>
    fc.assert(
      fc.asyncProperty(fc.nat({ max: 30 }), fc.array(fc.nat()), async (count, picks) => {
        const entries = written(count);
        const checkpoints = picks.flatMap((pick) => entries[pick % Math.max(1, count)] ?? []);
        expect(await breakOf(entries, placeOf(entries), checkpoints)).toBeNull();
      }),
    ));

  it('finds any column of any entry edited', () =>
    fc.assert(
      fc.asyncProperty(
        chainAndPlace(1),
        fc.constantFrom('actor', 'reason', 'before', 'after', 'at', 'subject', 'action', 'id', 'purpose', 'fields', 'accountId'),
        async ([entries, number], column) => {
          const edited = entries.map((entry) => (entry.number === number ? { ...entry, [column]: 'forged' } : entry));
          expect(await breakOf(edited, placeOf(entries))).toEqual({ number, kind: 'edited' });
        },
      ),
    ));

  it('finds a chain whole from which something was erased, when a later entry says what is left, and broken when it does not', () =>
    fc.assert(
      fc.asyncProperty(chainAndPlace(2, 1), fc.boolean(), async ([entries, number], isOther) => {
        const rest = entries.map((entry) => (entry.number === number ? { ...entry, after: null, erased: true } : entry));
        const left = rest[number - 1];
        if (!left) throw new Error('no such entry');
        const record = (residue: string): ChainEntry[] => {
          const last = entries.at(-1);
          if (!last) throw new Error('an empty chain');
          const columns = { ...last, action: 'removed', subject: 'audit.entries', after: JSON.stringify({ erased: [[number, residue]] }) };
          return [...rest, { ...columns, number: last.number + 1, hash: linkOf(last.hash, columns, sha256) }];
        };
        const residue = linkOf(left.hash, left, sha256);
        const whole = record(residue);
        const wrong = record(isOther ? left.hash : residue.replace(/^./, (digit) => (digit === '0' ? '1' : '0')));
        expect(await breakOf(whole, placeOf(whole))).toBeNull();
        expect(await breakOf(wrong, placeOf(wrong))).toEqual({ number, kind: 'edited' });
        expect(await breakOf(rest, placeOf(rest))).toEqual({ number, kind: 'edited' });
        const changed = whole.map((entry) => (entry.number === number ? { ...entry, actor: 'Mallory' } : entry));
        expect(await breakOf(changed, placeOf(changed))).toEqual({ number, kind: 'edited' });
      }),
    ));

  it('finds an edited entry whose hash was made anew, at the entry after it', () =>
    fc.assert(
      fc.asyncProperty(chainAndPlace(2, 1), async ([entries, number]) => {
        const before = entries[number - 2]?.hash ?? emptyChain.hash;
        const edited = entries.map((entry) => {
          if (entry.number !== number) return entry;
          const forged = { ...entry, actor: 'Mallory' };
          return { ...forged, hash: linkOf(before, forged, sha256) };
        });
        expect(await breakOf(edited, placeOf(entries))).toEqual({ number: number + 1, kind: 'edited' });
      }),
    ));

  it('finds a deleted entry, numbers closed up or not', () =>
    fc.assert(
      fc.asyncProperty(chainAndPlace(2, 1), async ([entries, number]) => {
        const left = entries.filter((entry) => entry.number !== number);
        expect(await breakOf(left, placeOf(entries))).toEqual({ number, kind: 'deleted' });
        expect(await breakOf(renumbered(left), placeOf(entries))).toEqual({ number, kind: 'deleted' });
      }),
    ));

  it('finds two entries that changed places', () =>
    fc.assert(
      fc.asyncProperty(chainAndPlace(2, 1), fc.nat(), async ([entries, number], pick) => {
        const other = number + 1 + (pick % (entries.length - number));
        const swapped = entries.map((entry) => {
          const now = entry.number === number ? other : entry.number === other ? number : entry.number;
          return { ...entry, number: now };
        });
        swapped.sort((a, b) => a.number - b.number);
        expect(await breakOf(swapped, placeOf(entries))).toEqual({ number, kind: 'reordered' });
      }),
    ));

  it('finds an inserted entry, with a hash of its own or with one that follows', () =>
    fc.assert(
      fc.asyncProperty(chainAndPlace(1), fc.boolean(), async ([entries, number], follows) => {
        const columns = { ...written(1)[0], id: 'forged' } as ChainEntry;
        const before = entries[number - 2]?.hash ?? emptyChain.hash;
        const forged = { ...columns, hash: follows ? linkOf(before, columns, sha256) : 'ab'.repeat(32) };
        const more = renumbered([...entries.slice(0, number - 1), forged, ...entries.slice(number - 1)]);
        expect(await breakOf(more, placeOf(entries))).toEqual({ number, kind: 'inserted' });
      }),
    ));

  it('finds an entry added at the end past the head', () =>
    fc.assert(
      fc.asyncProperty(chainAndPlace(2), async ([entries]) => {
        expect(await breakOf(entries, placeOf(entries.slice(0, -1)))).toEqual({ number: entries.length, kind: 'inserted' });
      }),
    ));

  it('finds a missing tail by the head, and by a checkpoint when the head was set back too', () =>
    fc.assert(
      fc.asyncProperty(chainAndPlace(1), async ([entries, number]) => {
        const left = entries.slice(0, number - 1);
        expect(await breakOf(left, placeOf(entries))).toEqual({ number, kind: 'truncated' });
        expect(await breakOf(left, placeOf(left))).toBeNull(); // which is why checkpoints are kept elsewhere
        expect(await breakOf(left, placeOf(left), [placeOf(entries)])).toEqual({ number, kind: 'truncated' });
      }),
    ));

  it('finds a chain written anew from some entry on by the head, and by the first checkpoint after it', () =>
    fc.assert(
      fc.asyncProperty(chainAndPlace(1), async ([entries, number]) => {
        const anew = rechained(entries.map((entry) => (entry.number === number ? { ...entry, actor: 'Mallory' } : entry)));
        expect(await breakOf(anew, placeOf(entries))).toEqual({ number: entries.length, kind: 'rewritten' });
        expect(await breakOf(anew, placeOf(anew), entries)).toEqual({ number, kind: 'rewritten' });
      }),
    ));
});
