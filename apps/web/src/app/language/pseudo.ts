// Pseudo-translation: English stays readable but visibly not English, a third longer as German would be,
// and what stands in {{ braces }} keeps its name.
import type { Words } from './words.js';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  n: 'ñ',
  c: 'ç',
};

/** One string: `Sign in` → `⟦Sígñ íñ··⟧`. */
export function pseudoText(text: string): string {
  const accented = text
    .split(/(\{\{.*?\}\})/)
    .map((part) => (part.startsWith('{{') ? part : part.replace(/[aeiouncAEIOU]/g, (letter) => accents[letter] ?? letter)))
    .join('');
  return `⟦${accented}${'·'.repeat(Math.ceil(text.length / 5))}⟧`;
}

export function pseudo(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? pseudoText(value) : pseudo(value)]),
  );
}
