// Contracts speak in keys. `issue()` takes only codes that have an English sentence; here every file of the libs that makes a schema
// is read for messages that went around it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issue, issueSentence, issueSentences } from './issues.js';
import { LocalDate } from './time.js';

const libs = join(import.meta.dirname, '../..');

/** Messages of schemas that are words: `error: 'Choose one.'`, `.min(1, 'Give it a name.')`, and whatever else reads like a sentence. */
export function sentencesIn(source: string): string[] {
  const spoken = /(?:\b(?:error|message):\s*|\(\s*|,\s*)(?:'([^'\n]*)'|"([^"\n]*)"|`([^`\n]*)`)/g;
  const named = /\b(?:error|message):\s*$/;
  return [...source.matchAll(spoken)].flatMap((match) => {
    const text = match[1] ?? match[2] ?? match[3] ?? '';
    const isSentence = /^[A-Z].*[.!?]$/.test(text);
    return isSentence || named.test(match[0].slice(0, match[0].length - text.length - 2)) ? [text] : [];
  });
}

const sources = readdirSync(libs)
  .flatMap((lib) => readdirSync(join(libs, lib), { withFileTypes: true }).map((entry) => ({ lib, entry })))
  .filter(({ entry }) => entry.isDirectory() && entry.name === 'src')
  .flatMap(({ lib }) => readdirSync(join(libs, lib, 'src'), { recursive: true, encoding: 'utf8' }).map((file) => join(lib, 'src', file)))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => ({ file, text: readFileSync(join(libs, file), 'utf8') }))
  .filter(({ text }) => text.includes(`from 'zod'`));

describe('the messages of contracts', () => {
  it('are keys, in every lib', () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.flatMap(({ file, text }) => sentencesIn(text).map((sentence) => `${file}: ${sentence}`))).toEqual([]);
  });

  it('would be found as words', () => {
    const planted = `.min(1, 'Give it a name.').refine(fits, { path: ['to'], error: 'later' }).max(9, "Too many!"), z.enum(all, \`Choose \${one}.\`)`;
    expect(sentencesIn(planted)).toEqual(['Give it a name.', 'later', 'Too many!', 'Choose ${one}.']);
  });

  it('are used, each of them', () => {
    const used = new Set(sources.flatMap(({ text }) => [...text.matchAll(/\bissue\('(\w+)'\)/g)].map(([, code]) => code)));
    expect(Object.keys(issueSentences).filter((code) => !used.has(code))).toEqual([]);
  });

  it('become English where nobody translates; anything else stays what it is', () => {
    const message = LocalDate.safeParse('0001-01-01').error?.issues[0]?.message ?? '';
    expect([message, issueSentence(message)]).toEqual([issue('year_out_of_range'), 'This year is out of range.']);
    expect(['issue.constructor', 'issue.', 'Expected a number', ''].map((text) => issueSentence(text))).toEqual([
      'issue.constructor',
      'issue.',
      'Expected a number',
      '',
    ]);
  });

  it('are sentences that begin with a capital and end with a period', () => {
    expect(Object.values(issueSentences).filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
  });
});
