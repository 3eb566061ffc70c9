// From answers to scores. A reversed item counts as min + max − answer; a scale's score is the mean of its answered items when
// at least 80 % of them are answered, otherwise it is missing. Items of different length meet on 0–100.
import { TOTAL, type Item, type Scale } from './instrument.contract.js';

/** One person's numbers by item key. Text never comes here. */
export type Sheet = Readonly<Record<string, number>>;

const ENOUGH = 0.8;

/** The answer as it counts for its scale. */
export function scored(item: Pick<Item, 'min' | 'max' | 'reverse'>, answer: number): number {
  return item.reverse ? item.min + item.max - answer : answer;
}

/** A value of an item or scale moved to 0–100. */
export function outOf100(value: number, range: { readonly min: number; readonly max: number }): number {
  return (100 * (value - range.min)) / (range.max - range.min);
}

/** The items a scale joins, in the instrument's order. */
export function itemsOf(scale: Pick<Scale, 'key'>, items: readonly Item[]): Item[] {
  return items.filter((item) => item.kind === 'scale' && (scale.key === TOTAL || item.subscale === scale.key));
}

/** One person's score on these items; null when too few were answered. */
export function scaleScore(items: readonly Item[], sheet: Sheet): number | null {
  const values = items.flatMap((item) => {
    const answer = sheet[item.key];
    return answer === undefined ? [] : [scored(item, answer)];
  });
  if (items.length === 0 || values.length / items.length < ENOUGH) return null;
  return values.sort((a, b) => a - b).reduce((sum, v) => sum + v, 0) / values.length;
}

/** Everybody's values of a measure (`scale:…`, `item:…`), missing ones left out. An item counts as it was answered. */
export function valuesOf(measure: string, items: readonly Item[], sheets: readonly Sheet[]): number[] {
  const [kind, key = ''] = measure.split(':');
  if (kind === 'item')
    return sheets.flatMap((sheet) => {
      const answer = sheet[key];
      return answer === undefined ? [] : [answer];
    });
  const joined = itemsOf({ key }, items);
  return sheets.flatMap((sheet) => {
    const score = scaleScore(joined, sheet);
    return score === null ? [] : [score];
  });
}
