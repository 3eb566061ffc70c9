// How a survey becomes screens for a phone, and what of it is answered. Questions stand together when they belong to one scale
// and are answered in the same range, at most three on a screen and evenly spread; a question for words has a screen of its own.
import type { Answer, AnswerSheet, Item } from '@amity/outcomes';

/** By item key. `null` says that the question was left out on purpose. */
export type Typed = Readonly<Record<string, number | string | null>>;

export type Screen = readonly Item[];

const atMost = 3;
/** As the contract of an answer has it. */
export const longestText = 4000;

export function screensOf(items: readonly Item[]): readonly Screen[] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run?.[0] && standTogether(run[0], item)) run.push(item);
    else runs.push([item]);
  }
  return runs.flatMap(evenly);
}

export function isAnswered(item: Item, typed: Typed): boolean {
  const value = typed[item.key];
  return item.kind === 'scale' ? typeof value === 'number' : typeof value === 'string' && value.trim() !== '';
}

export function isMissing(item: Item, typed: Typed): boolean {
  return !item.optional && !isAnswered(item, typed);
}

/** What is sent: the answers given, in the order of the questions. */
export function sheetOf(items: readonly Item[], typed: Typed): AnswerSheet {
  const answers = items
    .filter((item) => isAnswered(item, typed))
    .map((item): Answer => {
      const value = typed[item.key];
      return typeof value === 'string' ? { key: item.key, text: value.trim() } : { key: item.key, number: value ?? null };
    });
  return { answers };
}

/** What was kept, as far as it answers these questions: they may have been changed since. */
export function fitting(items: readonly Item[], kept: Typed): Typed {
  return Object.fromEntries(
    items.flatMap((item) => {
      const value = kept[item.key];
      return value !== undefined && fits(item, value) ? [[item.key, value] as const] : [];
    }),
  );
}

/** `1 2 3 4 5` */
export function numbersOf(item: Item): readonly number[] {
  return Array.from({ length: item.max - item.min + 1 }, (_, at) => item.min + at);
}

function fits(item: Item, value: number | string | null): boolean {
  if (value === null) return item.optional;
  if (item.kind === 'text') return typeof value === 'string';
  return typeof value === 'number' && Number.isInteger(value) && value >= item.min && value <= item.max;
}

function standTogether(one: Item, other: Item): boolean {
  return (
    one.kind === 'scale' &&
    other.kind === 'scale' &&
    one.subscale === other.subscale &&
    one.min === other.min &&
    one.max === other.max &&
    one.minLabel === other.minLabel &&
    one.maxLabel === other.maxLabel
  );
}

/** Four are two and two, not three and one. */
function evenly(run: readonly Item[]): Screen[] {
  const count = Math.ceil(run.length / atMost);
  return Array.from({ length: count }, (_, at) =>
    run.slice(Math.ceil((at * run.length) / count), Math.ceil(((at + 1) * run.length) / count)),
  );
}
