// The names of languages come from the Unicode tables that ship with every JavaScript runtime: in English, in the languages of the
// product, and in the language itself. Codes count as names.
import { looseName } from './cell.parser.js';

const codes =
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id is it ja ka kk km kn ko ky lb lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru rw sk sl so sq sr sv sw ta te tg th ti tk tl tr uk ur uz vi xh yo zh zu';
const readers = ['en', 'es', 'fr', 'de', 'ja', 'ar', 'it', 'pt', 'ru', 'zh', 'nl', 'pl'];

let names: ReadonlyMap<string, string> | undefined;

/** Loose name → ISO 639 code. Built once, on first use: some 80 languages in 13 languages. */
export function languageNames(): ReadonlyMap<string, string> {
  names ??= readNames();
  return names;
}

function readNames(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const code of codes.split(' ')) found.set(code, code);
  const all = codes.split(' ');
  for (const reader of readers) {
    const display = new Intl.DisplayNames([reader], { type: 'language' });
    for (const code of all) keepFirst(found, display.of(code), code);
  }
  for (const code of all) keepFirst(found, new Intl.DisplayNames([code], { type: 'language' }).of(code), code);
  for (const [name, code] of [
    ['castellano', 'es'],
    ['mandarin', 'zh'],
    ['farsi', 'fa'],
    ['tagalog', 'tl'],
    ['flemish', 'nl'],
  ] as const)
    keepFirst(found, name, code);
  return found;
}

function keepFirst(found: Map<string, string>, name: string | undefined, code: string): void {
  const key = looseName(name ?? '');
  if (key !== '' && !found.has(key)) found.set(key, code);
}
