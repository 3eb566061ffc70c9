// Looks for words in every column of every table, as the owner of the database, and tells the shape of an answer.
import type { TestWorld } from './test-world.js';

/** @returns `<table>: <word>` for each word that stands somewhere in the open, also as bytes. @param except what may stand there all the same */
export async function wordsInDatabase(world: TestWorld, words: readonly string[], except: RegExp): Promise<string[]> {
  const { rows: tables } = await world.owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema !~ '^(pg_|information_schema|reference)' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await world.owner.query<{ text: string }>(`select t::text as text from ${name} t`);
    const text = rows
      .map((row) => row.text)
      .join('\n')
      .toLowerCase()
      .replaceAll(except, '');
    const bytes = (word: string) => [word, word.charAt(0).toUpperCase() + word.slice(1)].map((form) => Buffer.from(form).toString('hex'));
    for (const word of words) if (text.includes(word) || bytes(word).some((hex) => text.includes(hex))) found.push(`${name}: ${word}`);
  }
  return found;
}

/** Which fields there are and of what kind their values are; a list is the set of the shapes in it. */
export function shapeOf(answer: string): unknown {
  const json = answer.slice(answer.lastIndexOf('\n') + 1);
  return /^[[{]/.test(json) ? shape(JSON.parse(json)) : 'no json';
}

function shape(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((one) => JSON.stringify(shape(one))))].sort();
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, shape(part)]),
  );
}
