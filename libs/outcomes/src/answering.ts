// A sheet of answers against the items it was made for: every item that is not optional is answered, numbers are whole and in
// range, words go to text items only, nothing is answered twice and nothing unknown comes in.
import type { Item } from './instrument.contract.js';
import type { Answer } from './survey.contract.js';

export interface Fault {
  readonly path: string;
  readonly detail: string;
}

/** An answer that may be stored: exactly one of number and text. */
export interface GivenAnswer {
  readonly key: string;
  readonly number: number | null;
  readonly text: string | null;
}

/** What was given, blanks left out, and everything that is wrong with it. Paths are item keys. */
export function checkAnswers(items: readonly Item[], answers: readonly Answer[]): { given: GivenAnswer[]; faults: Fault[] } {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const seen = new Set<string>();
  const given: GivenAnswer[] = [];
  const faults: Fault[] = [];
  for (const { key, number, text } of answers) {
    const item = byKey.get(key);
    const fault = (detail: string) => faults.push({ path: key, detail });
    if (!item) fault('This survey has no such question.');
    else if (seen.has(key)) fault('This question is answered twice.');
    else if (item.kind === 'scale') {
      if (typeof text === 'string' && text !== '') fault('Choose a number here.');
      else if (typeof number === 'number' && (number < item.min || number > item.max))
        fault(`Choose a number from ${item.min} to ${item.max}.`);
      else if (typeof number === 'number') given.push({ key, number, text: null });
    } else if (typeof number === 'number') fault('Write words here.');
    else if (typeof text === 'string' && text.trim() !== '') given.push({ key, number: null, text: text.trim() });
    seen.add(key);
  }
  const answered = new Set(given.map((answer) => answer.key));
  const faulty = new Set(faults.map((fault) => fault.path));
  for (const item of items)
    if (!item.optional && !answered.has(item.key) && !faulty.has(item.key))
      faults.push({ path: item.key, detail: 'This question still needs an answer.' });
  return { given, faults };
}
