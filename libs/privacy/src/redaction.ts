// What a person gets to read about themself names nobody else: other people's names, mail addresses and telephone numbers give way to a
// mark. Names are found as whole words, whatever their case and accents; an address or a number that is not the person's own is
// somebody else's.
export const redacted = '[somebody else]';

export interface Others {
  /** Full names, and single names of those who were close by. */
  readonly names: readonly string[];
  /** Addresses and numbers that are the person's own and stay. */
  readonly own: readonly string[];
}

const address = /[^\s@<>"',;()]+@[^\s@<>"',;()]+\.[^\s@<>"',;().]+/gu;
/** At least seven digits with the usual marks between them; a date is none. */
const telephone = /(?<![\p{L}\p{N}-])\+?(?:\d[\s().\-/]{0,2}){6,}\d(?![\p{L}\p{N}-])/gu;
const date = /^\d{4}-\d{2}-\d{2}$/;

export function withoutOthers(text: string, { names, own }: Others): string {
  const kept = new Set(own.map(comparable));
  const foreign = (found: string) => (kept.has(comparable(found)) || date.test(found.trim()) ? found : redacted);
  const silent = text.replace(address, foreign).replace(telephone, foreign);
  return [...names]
    .filter((name) => name.trim().length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((clean, name) => between(clean, (part) => withoutName(part, name)), silent);
}

/** The same through everything that survives JSON; keys, numbers and whatever is an id or a moment stay. */
export function withoutOthersIn(value: unknown, others: Others): unknown {
  if (typeof value === 'string') return isMachine(value) ? value : withoutOthers(value, others);
  if (Array.isArray(value)) return value.map((each) => withoutOthersIn(each, others));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutOthersIn(each, others)]));
}

/** What stands between the marks: a mark is no text in which somebody could be named. */
function between(text: string, change: (part: string) => string): string {
  return text.split(redacted).map(change).join(redacted);
}

function isMachine(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) || /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/.test(text);
}

function withoutName(text: string, name: string): string {
  const wanted = folded(name.trim());
  let [out, at] = ['', 0];
  const haystack = folded(text);
  if (haystack.length !== text.length) return haystack.includes(wanted) ? redacted : text; // letters that fold to several: the whole gives way
  for (let found = haystack.indexOf(wanted); found !== -1; found = haystack.indexOf(wanted, found + 1)) {
    if (found < at || isLetter(haystack[found - 1]) || isLetter(haystack[found + wanted.length])) continue;
    out += text.slice(at, found) + redacted;
    at = found + wanted.length;
  }
  return out + text.slice(at);
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

/** Letter by letter, so that places stay places where one letter folds to one. */
function folded(text: string): string {
  return Array.from(text, (sign) => sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() || sign).join('');
}

function comparable(text: string): string {
  return text.includes('@') ? text.toLowerCase() : text.replace(/\D/g, '');
}
