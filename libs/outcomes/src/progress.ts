// How far an indicator has come: (actual − baseline) / (target − baseline). The formula needs no direction: when less is
// better, target lies below baseline and both differences turn their sign. Away from the target is negative.
import type { Progress } from './indicator.contract.js';

export function progressOf(baseline: number, target: number, actual: number | null): Progress {
  if (actual === null) return { state: 'unknown', share: null };
  const share = (actual - baseline) / (target - baseline);
  if (share >= 1) return { state: 'reached', share };
  if (share > 0) return { state: 'under_way', share };
  return share < 0 ? { state: 'away', share } : { state: 'unchanged', share: 0 };
}

/** The same in words; numbers come formatted. */
export function progressSentence(progress: Progress, baseline: string, target: string): string {
  switch (progress.state) {
    case 'unknown':
      return 'No figure yet.';
    case 'away':
      return `Moved away from the target: it started at ${baseline} and should reach ${target}.`;
    case 'unchanged':
      return `Where it started, at ${baseline}; the target is ${target}.`;
    case 'under_way':
      return `${wholePercent(progress)} % of the way from ${baseline} to ${target}.`;
    case 'reached':
      return `Target of ${target} reached.`;
  }
}

/** Never rounded up to 100 while the target is not reached, nor down to 0 while something has moved. */
export function wholePercent(progress: Progress): number {
  const percent = Math.round(100 * (progress.share ?? 0));
  return progress.state === 'under_way' ? Math.min(99, Math.max(1, percent)) : percent;
}
