// One person's real names, wherever they were written down, become the pseudonym's. Accents and case do not matter; a name inside a longer
// word is another word; and who merely shares a name with the person keeps it. How much is taken for the person depends on where it
// stands: a full name or an address is theirs anywhere, a first name alone only on what is about them or their journeys, where
// they work only in a record that names them.
import { foldedName } from '@amity/people';
import type { Naming } from './pseudonym.rules.js';

export const closeness = ['anywhere', 'near', 'own'] as const;
export type Closeness = (typeof closeness)[number];

interface Pattern {
  readonly folded: string;
  /** What stands there afterwards; null leaves it as it is. */
  readonly alias: string | null;
  readonly from: Closeness;
  /** A single word of a name: it must be written as a name is, because some names are also words. */
  readonly isWord: boolean;
}

export class Renaming {
  private readonly patterns: readonly Pattern[];

  /** @param others full names of people who share a word with the real name */
  constructor(
    private readonly real: Naming,
    alias: Naming,
    others: readonly string[] = [],
  ) {
    this.patterns = patternsOf(real, alias, others).sort((a, b) => b.folded.length - a.folded.length);
  }

  /** Parts of which at least one occurs, folded, in every text that would be changed: for finding such texts quickly. */
  get needles(): string[] {
    const parts = this.patterns.filter(({ alias }) => alias !== null).map(({ folded }) => folded);
    return parts.filter(
      (part, at) => !parts.some((other, place) => place !== at && part.includes(other) && (other !== part || place < at)),
    );
  }

  text(text: string, how: Closeness): string {
    const { folded, places } = foldWithPlaces(text);
    const isKey = !/\s/.test(text);
    let [out, from] = ['', 0];
    for (let at = 0; at < folded.length;) {
      const found = this.patterns.find(
        (pattern) => this.isAt(pattern, folded, at, how) && (isKey || isWrittenAsName(pattern, text, places, at)),
      );
      if (!found) {
        at += 1;
        continue;
      }
      const [start, end] = [places[at] ?? 0, places[at + found.folded.length] ?? text.length];
      out += text.slice(from, start) + (found.alias === null ? text.slice(start, end) : inTheCaseOf(text.slice(start, end), found.alias));
      from = end;
      at += found.folded.length;
    }
    return out + text.slice(from);
  }

  /** Any JSON value. An object that names the person is their own record, whatever else it lies in. Comes back as it is when nothing changes. */
  value<T>(value: T, how: Closeness): T {
    const changed = this.json(value, how);
    return (JSON.stringify(changed) === JSON.stringify(value) ? value : changed) as T;
  }

  /** Cells or fields that together are one record of somebody. */
  namesThem(parts: readonly unknown[]): boolean {
    const texts = parts.filter((part) => typeof part === 'string');
    const folded = texts.map((part) => foldedName(part, ''));
    const [given, family] = [foldedName(this.real.givenName, ''), foldedName(this.real.familyName, '')];
    const inTwoFields = given !== '' && family !== '' && folded.includes(given) && folded.includes(family);
    return inTwoFields || texts.some((part) => this.text(part, 'anywhere') !== part);
  }

  private json(value: unknown, how: Closeness): unknown {
    if (typeof value === 'string') return this.text(value, how);
    if (Array.isArray(value)) return value.map((part) => this.json(part, how));
    if (typeof value !== 'object' || value === null) return value;
    const closer = this.namesThem(Object.values(value)) ? 'own' : how;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.json(part, closer)]));
  }

  private isAt({ folded: pattern, from }: Pattern, folded: string, at: number, how: Closeness): boolean {
    if (closeness.indexOf(from) > closeness.indexOf(how) || !folded.startsWith(pattern, at)) return false;
    return isEdge(folded[at - 1], pattern[0]) && isEdge(folded[at + pattern.length], pattern.at(-1));
  }
}

const longWord = 6;
/** Long names that are common words. */
const alsoWords = new Set(
  'summer winter autumn august justice harmony christian english french german jordan israel london fisher hunter butler'.split(' '),
);
const shortestWord = 3;
/** Of a telephone number; shorter ones are also other numbers. */
const fewestDigits = 5;

function patternsOf(real: Naming, alias: Naming, others: readonly string[]): Pattern[] {
  const patterns: Pattern[] = [];
  const add = (text: string | null, to: string | null, from: Closeness, isWord = false): void => {
    for (const form of text === null ? [] : formsOf(text)) {
      const folded = foldText(form);
      const isKnown = folded === '' || patterns.some((pattern) => pattern.folded === folded);
      if (!isKnown && folded !== foldText(to ?? '')) patterns.push({ folded, alias: to, from, isWord });
    }
  };
  for (const other of others) add(other, null, 'anywhere');
  const names = [
    [real, alias],
    [folded(real), folded(alias)],
  ] as const;
  for (const [from, to] of names)
    if (real.familyName !== '')
      for (const joint of [' ', ', ', '_', '-', '.', '']) {
        add(`${from.familyName}${joint}${from.givenName}`, `${to.familyName}${joint}${to.givenName}`, 'anywhere');
        add(`${from.givenName}${joint}${from.familyName}`, `${to.givenName}${joint}${to.familyName}`, 'anywhere');
      }
  add(real.nativeName, alias.nativeName ?? '', 'anywhere');
  add(real.email, alias.email ?? '', 'anywhere');
  if ((real.phone?.replace(/\D/g, '').length ?? 0) >= fewestDigits) add(real.phone, alias.phone ?? '', 'anywhere');
  add(real.birthDate, alias.birthDate ?? '', 'near');
  add(real.givenName, alias.givenName, 'near', true);
  add(real.familyName, alias.familyName, 'near', true);
  add(folded(real).givenName, folded(alias).givenName, 'near', true);
  for (const [mine, theirs] of [
    [real.givenName, alias.givenName],
    [real.familyName, alias.familyName],
  ] as const)
    for (const word of mine.split(/[\s-]+/).filter((part) => part.length >= shortestWord && /^\p{Lu}/u.test(part)))
      add(word, theirs, 'near', true);
  add(real.worksAt, alias.worksAt ?? '', 'own');
  return patterns;
}

function folded({ givenName, familyName }: Naming): Pick<Naming, 'givenName' | 'familyName'> {
  return { givenName: foldedName(givenName, ''), familyName: foldedName(familyName, '') };
}

/** As it is, and as it stands in the HTML of a letter. */
function formsOf(text: string): string[] {
  return [text, text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)];
}

function foldText(text: string): string {
  return foldWithPlaces(text.trim()).folded;
}

/** Lower case without accents, and for each character of that where it began in the text. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  for (let at = 0; at < text.length;) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const plain = char.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < plain.length; unit++) places.push(at);
    folded += plain;
    at += char.length;
  }
  return { folded, places };
}

/** Between two letters or digits there is no edge; in scripts that write without blanks every place is one. */
function isEdge(outside: string | undefined, inside: string | undefined): boolean {
  return outside === undefined || inside === undefined || !isWordly(outside) || !isWordly(inside);
}

function isWordly(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char) && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(char);
}

/** With a capital, or as part of an address or a file name; a long word also without, because hardly any is anything but a name. */
function isWrittenAsName({ folded: word, isWord }: Pattern, text: string, places: readonly number[], at: number): boolean {
  const [start, end] = [places[at] ?? 0, places[at + word.length] ?? text.length];
  const first = text[start] ?? '';
  const isLong = word.length >= longWord && !alsoWords.has(word);
  return (
    !isWord ||
    isLong ||
    first !== first.toLowerCase() ||
    first === first.toUpperCase() ||
    /[@_/]/.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`)
  );
}

function inTheCaseOf(written: string, alias: string): string {
  if (written === written.toLowerCase() && written !== written.toUpperCase()) return alias.toLowerCase();
  return written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase() ? alias.toUpperCase() : alias;
}
