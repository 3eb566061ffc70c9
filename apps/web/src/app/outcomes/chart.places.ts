// Where things stand on a line of a chart, in percent of its width. A little room is left at both ends, so that a dot at the
// end is a whole dot.
import type { Indicator } from '@amity/outcomes';

const ROOM = 3;

/** The place of `value` on a line from `from` to `to`. */
export function placeOn(value: number, from: number, to: number): number {
  return to === from ? ROOM : ROOM + ((100 - 2 * ROOM) * (value - from)) / (to - from);
}

export interface Way {
  readonly baseline: number;
  readonly target: number;
  /** null: no figure yet, or withheld. */
  readonly actual: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** From baseline (start) to target (end), whichever number is larger; what lies outside makes the line longer. */
export function wayOf({ baseline, target, actual }: Pick<Indicator, 'baseline' | 'target' | 'actual'>): Way {
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? null : (value - baseline) / (target - baseline);
  const ends = [share(actual.estimate?.low), share(actual.estimate?.high)].filter((end) => end !== null).sort((a, b) => a - b);
  const [low, high] = ends.length === 2 ? [ends[0] ?? null, ends[1] ?? null] : [null, null];
  const reached = share(actual.value);
  const all = [0, 1, ...[reached, low, high].filter((value) => value !== null)];
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const place = (value: number | null) => (value === null ? null : placeOn(value, from, to));
  return { baseline: placeOn(0, from, to), target: placeOn(1, from, to), actual: place(reached), low: place(low), high: place(high) };
}

/** Heights of the columns of a distribution, 0 to 1 of the tallest; null where the count is withheld. */
export function heightsOf(counts: readonly (number | null)[]): (number | null)[] {
  const tallest = Math.max(1, ...counts.map((count) => count ?? 0));
  return counts.map((count) => (count === null ? null : count / tallest));
}
