// Cells that hold words: text, e-mail addresses, telephone numbers, yes and no, one of several choices, lists of languages.
// Nothing is corrected silently: spaces at the ends go, accents are composed, and everything else is kept or refused.
import * as z from 'zod';
import { eachCell, looseName, parsed, unparsed, type CellParser } from './cell.parser.js';
import { languageNames } from './language.names.js';
import { cellText } from './table.js';

/** Trimmed text of at most `max` characters. */
export function text(options: { max?: number } = {}): CellParser<string> {
  const limit = options.max ?? 2000;
  return eachCell((cell) => {
    const value = cellText(cell);
    return value.length > limit ? unparsed('interchange.cell_too_long', { length: value.length, limit }) : parsed(value);
  });
}

const address = z.email();

export function email(): CellParser<string> {
  return eachCell((cell) => {
    const value = cellText(cell);
    return address.safeParse(value).success ? parsed(value) : unparsed('interchange.not_an_email');
  });
}

/** A telephone number as the file has it; only one that the spreadsheet turned into 4.9E+11 is refused, because digits are lost. */
export function phone(): CellParser<string> {
  return eachCell((cell) => {
    const value = cellText(cell);
    const rounded = /^\d([.,]\d+)?E\+\d+$/i.test(value) || (typeof cell === 'number' && !Number.isSafeInteger(cell));
    return rounded ? unparsed('interchange.number_rounded') : parsed(value);
  });
}

const yes = [
  'yes',
  'y',
  'true',
  't',
  '1',
  'x',
  '✓',
  '✔',
  '○',
  'sí',
  'si',
  's',
  'oui',
  'o',
  'vrai',
  'verdadero',
  'ja',
  'j',
  'wahr',
  'はい',
  '有',
  'نعم',
  'sim',
  'da',
  'tak',
  '是',
];
const no = [
  'no',
  'n',
  'false',
  'f',
  '0',
  '-',
  '✗',
  '✘',
  '×',
  'non',
  'faux',
  'nein',
  'falsch',
  'falso',
  'いいえ',
  '無',
  'لا',
  'não',
  'nee',
  'net',
  'nie',
  '否',
];
const plain = (word: string): string => looseName(word) || word;
const booleans = new Map<string, boolean>([
  ...yes.map((word) => [plain(word), true] as const),
  ...no.map((word) => [plain(word), false] as const),
]);

/** Yes and no in the languages of the product and a few more, check marks, 1 and 0. */
export function boolean(): CellParser<boolean> {
  return eachCell((cell) => {
    if (typeof cell === 'boolean') return parsed(cell);
    const value = booleans.get(plain(cellText(cell)));
    return value === undefined ? unparsed('interchange.not_a_boolean') : parsed(value);
  });
}

/** One of several choices; `choices` gives for each value the words that mean it, in any language. The value itself always works. */
export function oneOf<const T extends string>(choices: Readonly<Record<T, readonly string[]>>): CellParser<T> {
  const values = Object.keys(choices) as T[];
  const meanings = new Map<string, T>(values.flatMap((value) => [value, ...choices[value]].map((word) => [plain(word), value] as const)));
  const shown = values.map((value) => choices[value][0] ?? value).join(', ');
  return eachCell((cell) => {
    const value = meanings.get(plain(cellText(cell)));
    return value === undefined ? unparsed('interchange.not_a_choice', { choices: shown }) : parsed(value);
  });
}

/** Languages as ISO 639 codes in the order given, without repeats. Separated by comma, semicolon, slash, line break or "and". */
export function languages(): CellParser<string[]> {
  return eachCell((cell) => {
    const codes = new Set<string>();
    for (const word of cellText(cell).split(/[,;/|\n、،]| and | & | und | y | et /u)) {
      if (word.trim() === '') continue;
      const code = languageNames().get(looseName(word));
      if (code === undefined) return unparsed('interchange.language_unknown', { value: `“${word.trim()}”` });
      codes.add(code);
    }
    return parsed([...codes]);
  });
}
