// Nobody is recognized in a figure. Statistics of fewer than five people and counts from 1 to 4 are withheld, here and nowhere
// else: whatever is shown or written to a file has passed through this one module.
// A withheld cell of a distribution must not follow from the others and the total: at least two cells are withheld together,
// and together they hold at least five people, so that each could be anything in a span of five.
import type { Estimate, PeopleCount, ResponseFlow } from './figures.contract.js';
import type { MeanInterval } from './statistics.js';
import { wilson } from './statistics.js';

/** The smallest number of people that may be shown. */
export const K = 5;

/** Is this number of people too small to be shown? Zero says nothing about anybody. */
export function isSmall(count: number): boolean {
  return count > 0 && count < K;
}

export function publishedCount(count: number): PeopleCount {
  return isSmall(count) ? null : count;
}

export function publishedEstimate(found: MeanInterval | null): Estimate {
  if (!found) return { n: 0, mean: null, low: null, high: null, withheld: false };
  if (isSmall(found.n)) return { n: null, mean: null, low: null, high: null, withheld: true };
  return { n: found.n, mean: found.mean, low: found.interval?.[0] ?? null, high: found.interval?.[1] ?? null, withheld: false };
}

/** A statistic without an interval of its own. */
export function publishedNumber(value: number | null, n: number): number | null {
  return n < K ? null : value;
}

/** The rate goes with the count: rate × invited would give a withheld count back. */
export function publishedFlow(invited: number, answered: number): ResponseFlow {
  return { invited, answered: publishedCount(answered), rate: isSmall(answered) || invited < K ? null : wilson(answered, invited) };
}

/**
 * Counts of people over the steps of one item, whose total n is shown beside them. Nothing when n itself is withheld.
 * Withholds the counts from 1 to 4, and the smallest further ones until no withheld cell can be computed.
 */
export function publishedDistribution(counts: readonly number[]): PeopleCount[] {
  const total = counts.reduce((sum, c) => sum + c, 0);
  if (total === 0) return counts.map(() => 0);
  if (total < K) return [];
  const hidden = new Set(counts.flatMap((count, i) => (isSmall(count) ? [i] : [])));
  if (hidden.size === 0) return [...counts];
  const candidates = counts.flatMap((count, i) => (count >= K ? [i] : [])).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  while (hidden.size < 2 || widthOf(counts, hidden) < K) {
    const next = candidates.shift();
    if (next === undefined) return [];
    hidden.add(next);
  }
  return counts.map((count, i) => (hidden.has(i) ? null : count));
}

/** What a reader can still say of a withheld cell: it lies between 0 and the sum of all withheld ones. The width of that span. */
function widthOf(counts: readonly number[], hidden: ReadonlySet<number>): number {
  return [...hidden].reduce((sum, i) => sum + (counts[i] ?? 0), 0);
}

/** Words that people wrote: shown once five have answered, never before. */
export function publishedTexts(texts: readonly string[], answered: number): string[] | null {
  return answered < K ? null : [...texts];
}

/** Who has answered, person by person: shown when nobody has or at least five have. */
export function mayShowWhoAnswered(answered: number): boolean {
  return !isSmall(answered);
}
