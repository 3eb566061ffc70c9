// One place, many spellings: accents, “St.” for “Sankt”, a region after a comma or in brackets, two languages around a slash, and
// the words a register puts around a town (“Gmina”, “Municipality”). A county or district is never read as the town it is named after.

const letters: Readonly<Record<string, string>> = {
  ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ə: 'e', о: 'o', а: 'a', е: 'e',
}; // prettier-ignore

/** Lower case, without accents, apostrophes dropped, everything else that is no letter or digit turned into one space. */
export function foldName(name: string): string {
  if (/^[A-Za-z]+$/.test(name)) return name.toLowerCase();
  return name
    .normalize('NFD')
    .replace(/[\p{M}'’‘ʻʼ`´]/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþıħŧŋəоае]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const saints = new Set(['st', 'ste', 'sankt', 'sint', 'saint', 'sainte']);
const townWords = /^(gmina|municipality of|city of|city and county of) | (municipality|city)$/;
const regionWords =
  /\b(county|counties|department|departement|province|district|canton|borough|region|regional|okrug|oblast|rural|verbandsgemeinde|landkreis|kreis|valley|island|quarter|voivodeship|state|raion|and)\b/;

/** True when the name itself says that it means more than a town, or only a part of one: “Słubice County”, “canton of Yvetot”. */
export function namesARegion(name: string): boolean {
  return regionWords.test(foldName(name.replace(/[,(].*$/, '')));
}

/** A name without what stands in brackets or after a comma. */
export function withoutQualifier(name: string): string {
  const plain = name.replace(/\s*\([^)]*\)/g, '').replace(/,.*$/, '');
  return foldName(plain) === '' ? name : plain;
}

/** One plain word leaves nothing to take apart. */
function readingsOfWord(word: string): string[] {
  return saints.has(word) ? [word, 'saint'] : [word];
}

/** All the ways to read a written name, folded, fullest first; never empty unless the name holds no letter or digit. */
export function readingsOf(name: string): string[] {
  if (/^[A-Za-z]+$/.test(name)) return readingsOfWord(name.toLowerCase());
  const found = new Set<string>();
  const add = (text: string) => {
    const folded = foldName(text);
    if (folded === '') return;
    found.add(folded);
    const words = folded.split(' ').map((word) => (saints.has(word) ? 'saint' : word));
    found.add(words.join(' '));
    found.add(words.join(''));
    const bare = words.join(' ').replace(townWords, '');
    if (bare.length >= 4) found.add(bare);
  };
  add(name);
  if (namesARegion(name)) return [...found];
  const plain = withoutQualifier(name);
  if (plain !== name) add(plain);
  for (const part of plain.split(/\s*\/\s*|\s+-\s+/)) if (part.length >= 4) add(part);
  return [...found];
}

const links = new Set(
  'a al am an and auf aus bei da dal de del della der des di do du el en er i im in la le les na nad ob on op or s sous sur ter to u unter upon van ved vom von vor y zu zum zur'.split(
    ' ',
  ),
);

/**
 * True when the shorter of two folded names is the beginning or the end of the other, word by word: “halle” in “halle saale”,
 * “wittenberg” in “lutherstadt wittenberg”; not “murr” in “steinheim an der murr”, which is a river there.
 */
export function isPartOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4) return false;
  if (long.startsWith(`${short} `)) return true;
  return (
    long.endsWith(` ${short}`) &&
    !links.has(
      long
        .slice(0, -short.length - 1)
        .split(' ')
        .at(-1) ?? '',
    )
  );
}

const sides = [
  'ober',
  'nieder',
  'unter',
  'mittel',
  'hinter',
  'vorder',
  'gross',
  'klein',
  'alt',
  'neu',
  'nord',
  'sud',
  'ost',
  'west',
  'north',
  'south',
  'east',
  'upper',
  'lower',
];

/** True for “Obercunnersdorf” and “Niedercunnersdorf”: so alike, and certainly two places. */
export function areCounterparts(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => sides.find((side) => name.startsWith(side)));
  return x !== undefined && y !== undefined && x !== y;
}

/** The three-letter pieces of a folded name, each word padded, as PostgreSQL's pg_trgm cuts them. */
export function trigramsOf(folded: string): Set<string> {
  const pieces = new Set<string>();
  for (const word of folded.split(' ')) {
    const padded = `  ${word} `;
    for (let i = 0; i < padded.length - 2; i++) pieces.add(padded.slice(i, i + 3));
  }
  return pieces;
}

/** Shared pieces over all pieces (Jaccard), 0 to 1; what pg_trgm calls `similarity`. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const piece of a) if (b.has(piece)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
