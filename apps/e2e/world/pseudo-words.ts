// Which of a page's words came from nowhere that is translated. Known are: what the pseudo-locale marked, the words of the api's
// answers, and what Intl names in English, which the pseudo-locale speaks.

/** The texts that hold a word of nowhere, each reduced to those words; empty when all is well. */
export function unmarkedWords(texts: readonly string[], answers: readonly string[]): string[] {
  const known = new Set([...answers.flatMap(wordsIn), ...namedByTheBrowser()]);
  return texts.map((text) => wordsIn(withoutMarked(text)).filter((word) => !known.has(word))).flatMap((words) => words.join(' ') || []);
}

/** `⟦Ñáme⟧ Ana ⟦of ⟦two⟧⟧` → ` Ana `. */
export function withoutMarked(text: string): string {
  const less = text.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  return less === text ? text : withoutMarked(less);
}

/** Words of two letters or more; `America/Fort_Nelson` are three. */
function wordsIn(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}]+/gu) ?? [];
}

let names: readonly string[] | undefined;

/** Days, months, halves of the day, countries, languages, zones, units; the name of the product and of a key. */
function namedByTheBrowser(): readonly string[] {
  return (names ??= [
    'Amity',
    'Ctrl',
    ...dates().flatMap(wordsIn),
    ...codes(2).flatMap((code) => wordsIn(new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? '')),
    ...[...codes(2), ...codes(3)].flatMap((code) =>
      wordsIn(new Intl.DisplayNames('en', { type: 'language' }).of(code.toLowerCase()) ?? ''),
    ),
    ...Intl.supportedValuesOf('timeZone').flatMap(wordsIn),
    ...['short', 'long', 'narrow'].flatMap((unitDisplay) =>
      ['kilometer', 'mile'].flatMap((unit) =>
        wordsIn(new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: unitDisplay as 'short' }).format(2)),
      ),
    ),
  ]);
}

function dates(): string[] {
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15, month * 2)));
  const week = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)));
  const names = (['long', 'short'] as const).flatMap((style) => {
    const format = new Intl.DateTimeFormat('en', { weekday: style, month: style, hour: 'numeric' });
    return [...months, ...week].map((day) => format.format(day));
  });
  const zones = Intl.supportedValuesOf('timeZone').flatMap((timeZone) => {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'short' });
    return months.slice(0, 7).map((day) => format.format(day));
  });
  return [...names, ...zones];
}

function codes(length: 2 | 3): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  return length === 2 ? pairs : pairs.flatMap((pair) => letters.map((third) => pair + third));
}
