// The few statistics a first report needs, each by its textbook formula. Intervals are 95 %.
import { tCumulative, tQuantile } from './student-t.js';

/** Quantile of the standard normal distribution at .975. */
const Z = 1.959963984540054;

export interface MeanInterval {
  readonly n: number;
  readonly mean: number;
  /** n − 1 in the denominator; null for one value. */
  readonly deviation: number | null;
  /** mean ± t(.975, n−1)·s/√n; null for one value, and when all are equal: no spread, no interval. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** Mean with its t-interval; null without values. */
export function meanOf(values: readonly number[]): MeanInterval | null {
  const n = values.length;
  if (n === 0) return null;
  // sorted, so that the sum does not depend on the order in which people answered
  const sorted = [...values].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, v) => sum + v, 0) / n;
  if (n === 1) return { n, mean, deviation: null, interval: null };
  const deviation = Math.sqrt(sorted.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (n - 1));
  if (sorted[0] === sorted[n - 1]) return { n, mean, deviation: 0, interval: null };
  const half = (tQuantile(0.975, n - 1) * deviation) / Math.sqrt(n);
  return { n, mean, deviation, interval: [mean - half, mean + half] };
}

export interface PairedChange extends MeanInterval {
  readonly t: number | null;
  /** Two-sided. */
  readonly p: number | null;
}

/** Change within the same people: post − pre over complete pairs; null without a pair. */
export function pairedChange(pairs: readonly (readonly [pre: number, post: number])[]): PairedChange | null {
  const change = meanOf(pairs.map(([pre, post]) => post - pre));
  if (!change) return null;
  if (!change.deviation) return { ...change, t: null, p: null };
  const t = change.mean / (change.deviation / Math.sqrt(change.n));
  return { ...change, t, p: 2 * tCumulative(-Math.abs(t), change.n - 1) };
}

/** Wilson's score interval of a proportion (Wilson 1927), 0 ≤ hits ≤ n; null when nobody was asked. */
export function wilson(hits: number, n: number): { share: number; low: number; high: number } | null {
  if (n === 0) return null;
  const share = hits / n;
  const scale = 1 + Z ** 2 / n;
  const middle = (share + Z ** 2 / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { share, low: hits === 0 ? 0 : middle - half, high: hits === n ? 1 : middle + half };
}

/**
 * Cronbach's alpha = k/(k−1)·(1 − Σs²ᵢ/s²_total) over complete rows, reversed items already turned (Cronbach 1951).
 * null with fewer than two items or rows, or when the totals do not vary.
 */
export function cronbachAlpha(rows: readonly (readonly number[])[]): number | null {
  const k = rows[0]?.length ?? 0;
  if (k < 2 || rows.length < 2) return null;
  const variance = (values: readonly number[]) => (meanOf(values)?.deviation ?? 0) ** 2;
  const total = variance(rows.map((row) => row.reduce((sum, v) => sum + v, 0)));
  if (total === 0) return null;
  const items = Array.from({ length: k }, (_, i) => variance(rows.map((row) => row[i] ?? 0)));
  return (k / (k - 1)) * (1 - items.reduce((sum, v) => sum + v, 0) / total);
}

/** Of 0–10 answers: percent of 9–10 minus percent of 0–6; null without answers. */
export function netRecommendation(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const share = (keep: (v: number) => boolean) => values.filter(keep).length / values.length;
  return 100 * (share((v) => v >= 9) - share((v) => v <= 6));
}
