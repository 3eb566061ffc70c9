/** A span on the day's axis, in minutes. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** For each span the lane it is drawn in, the first that is free: spans of one lane never overlap. The order of the answer is that of the spans. */
export function lanesOf(spans: readonly Span[]): number[] {
  const ends: number[] = [];
  const lanes = new Map<number, number>();
  const byStart = spans.map((span, at) => ({ ...span, at })).sort((a, b) => a.from - b.from || a.to - b.to || a.at - b.at);
  for (const { from, to, at } of byStart) {
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    lanes.set(at, lane);
  }
  return spans.map((_, at) => lanes.get(at) ?? 0);
}
