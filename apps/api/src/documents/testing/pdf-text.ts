// Reads back what a PDF says, page by page: enough of the format for files of our own engine (plain objects, Flate streams,
// two-byte glyphs with a ToUnicode map), so that specs need no tool of the machine. Right-to-left runs come out in drawn order.
import { inflateSync } from 'node:zlib';

export interface PdfContent {
  /** Text of each page; pieces drawn apart are joined by a line feed. */
  readonly pages: readonly string[];
  /** Names of the embedded fonts without their subset tag, sorted: "NotoSansJP-Regular". */
  readonly fonts: readonly string[];
  /** The file's bytes as Latin-1, for what is looked up by name. */
  readonly raw: string;
}

export function readPdf(bytes: Uint8Array): PdfContent {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const match of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(match[1] ?? '', match[2] ?? '');
  const pages = [...objects.values()].filter((object) => /^\s*\/Type \/Page$/m.test(object)).map((page) => pageText(page, objects));
  const fonts = [...raw.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map((match) => match[1] ?? '');
  return { pages, fonts: [...new Set(fonts)].sort(), raw };
}

function pageText(page: string, objects: ReadonlyMap<string, string>): string {
  const maps = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name, id] of page.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id ?? '') ?? '')?.[1];
    maps.set(name ?? '', glyphMap(inflated(objects.get(toUnicode ?? '') ?? '')));
  }
  const contents = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '';
  let font: ReadonlyMap<string, string> = new Map();
  const pieces: string[] = [];
  for (const [, name, shown] of inflated(objects.get(contents) ?? '').matchAll(
    /\/(f\d+) [\d.]+ Tf|\[((?:\((?:\\[\s\S]|[^\\)])*\)|[^\]()])*)\] TJ/g,
  )) {
    if (name !== undefined) font = maps.get(name) ?? new Map();
    else pieces.push(shownText(shown ?? '', font));
  }
  return pieces.join('\n');
}

function shownText(shown: string, font: ReadonlyMap<string, string>): string {
  const codes = [...shown.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)].map((match) => unescaped(match[1] ?? '')).join('');
  let text = '';
  for (let at = 0; at + 1 < codes.length; at += 2) text += font.get(codes.slice(at, at + 2)) ?? '\uFFFD';
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8)) : (ESCAPES[code] ?? code),
  );
}

/** Two-byte glyph code → what it stands for. */
function glyphMap(map: string): ReadonlyMap<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, code, text] of map.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm)) {
    glyphs.set(
      Buffer.from(code ?? '', 'hex').toString('latin1'),
      Buffer.from(text ?? '', 'hex')
        .swap16()
        .toString('utf16le'),
    );
  }
  return glyphs;
}

function inflated(object: string): string {
  const [, dictionary, body] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream/.exec(object) ?? [];
  if (dictionary === undefined || body === undefined) return '';
  return dictionary.includes('/FlateDecode') ? inflateSync(Buffer.from(body, 'latin1')).toString('latin1') : body;
}
