/** Half-open interval `[from, to)` over anything that `<` orders: ISO days, ISO instants in UTC, numbers. */
export interface Interval<T> {
  readonly from: T;
  readonly to: T;
}

/** True when the two share at least one point; touching ends do not. An empty interval overlaps nothing. */
export function overlaps<T>(a: Interval<T>, b: Interval<T>): boolean {
  return a.from < b.to && b.from < a.to && a.from < a.to && b.from < b.to;
}

/** True when `inner` begins and ends within `outer`; an empty `inner` counts as the one point where it stands. */
export function contains<T>(outer: Interval<T>, inner: Interval<T>): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** The most intervals that hold any one point. Sweeps the ends: O(n log n). */
export function peakOverlap<T>(intervals: readonly Interval<T>[]): number {
  const ends = intervals
    .filter((i) => i.from < i.to)
    .flatMap((i) => [
      { at: i.from, step: 1 },
      { at: i.to, step: -1 },
    ]);
  ends.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.step - b.step));
  let now = 0;
  let peak = 0;
  for (const { step } of ends) peak = Math.max(peak, (now += step));
  return peak;
}
