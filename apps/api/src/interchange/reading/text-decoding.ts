// Bytes → text. A byte order mark decides; then UTF-16 without a mark, valid UTF-8, an East Asian or Cyrillic encoding when the bytes leave
// little doubt, and otherwise Windows-1252, which is what spreadsheets of western Europe and America write and which contains Latin-1.
// Where none of these fits, the encoding is asked for.
// Text with control characters is no text, and is refused rather than imported as noise.
import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { UnreadableFile } from './unreadable-file.js';

export interface DecodedText {
  readonly encoding: string;
  readonly text: string;
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** What a guess by letter frequency is believed for, and from which confidence (in percent) on. */
const believed: Readonly<Record<string, number>> = {
  Shift_JIS: 60,
  'EUC-JP': 60,
  'EUC-KR': 60,
  Big5: 60,
  GB18030: 60,
  'ISO-2022-JP': 60,
  'windows-1251': 40,
  'KOI8-R': 40,
  'windows-1256': 40,
  'ISO-8859-2': 50,
  'windows-1250': 50,
};
const sampleBytes = 200_000;

/** @param encoding what the person importing says it is; nothing is guessed then */
export function decodeText(bytes: Uint8Array, fileName: string, encoding?: string): DecodedText {
  const decoded = encoding === undefined ? detect(bytes, fileName) : { encoding, text: decodeAs(bytes, encoding) };
  if (hasControlCharacters(decoded.text)) throw new UnreadableFile('file_binary', { file: fileName });
  return decoded;
}

function detect(bytes: Uint8Array, fileName: string): DecodedText {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return { encoding: marked[0], text: decodeAs(bytes, marked[0]) };
  const wide = unmarkedUtf16(bytes);
  if (wide) return { encoding: wide, text: decodeAs(bytes, wide) };
  if (bytes.subarray(0, sampleBytes).includes(0)) throw new UnreadableFile('file_binary', { file: fileName });
  if (isUtf8(bytes)) return { encoding: 'utf-8', text: asBuffer(bytes).toString('utf8') };
  const encoding = likelyLegacyEncoding(bytes) ?? (mostlyAccented(bytes) ? undefined : 'windows-1252');
  if (encoding === undefined) throw new UnreadableFile('encoding_unclear', { file: fileName });
  return { encoding, text: iconv.decode(asBuffer(bytes), encoding) };
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (!iconv.encodingExists(encoding)) throw new UnreadableFile('encoding_unknown', { encoding });
  const text = iconv.decode(asBuffer(bytes), encoding, { stripBOM: true });
  const wrong = text.indexOf('\ufffd');
  if (wrong < 0 || (/^utf-?8$/i.test(encoding) && isUtf8(bytes))) return text;
  throw new UnreadableFile('encoding_wrong', { encoding, line: text.slice(0, wrong).split(/\r\n|\n|\r/).length });
}

/** Separators and digits of UTF-16 have a zero in every second byte, on one side only, and its lines end where lines end. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, sampleBytes);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 2) {
    if (sample[at] === 0) even += 1;
    if (sample[at + 1] === 0) odd += 1;
  }
  const few = sample.length / 2 / 20;
  const encoding = odd > few && even === 0 ? 'utf-16le' : even > few && odd === 0 ? 'utf-16be' : undefined;
  return encoding && /[\r\n]/.test(iconv.decode(asBuffer(sample), encoding)) ? encoding : undefined;
}

function likelyLegacyEncoding(bytes: Uint8Array): string | undefined {
  const [best] = chardet.analyse(bytes.subarray(0, sampleBytes));
  const needed = best && believed[best.name];
  if (!best || needed === undefined || best.confidence < needed) return undefined;
  return iconv.decode(asBuffer(bytes), best.name).includes('\ufffd') ? undefined : best.name.toLowerCase();
}

/** Western text has some accented letters among many plain ones; names in another script have hardly a plain one. */
function mostlyAccented(bytes: Uint8Array): boolean {
  let plain = 0;
  let accented = 0;
  for (const byte of bytes.subarray(0, sampleBytes)) {
    if (byte >= 0x80) accented += 1;
    else if ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) plain += 1;
  }
  return accented > 8 && accented > plain;
}

function hasControlCharacters(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 11 && code !== 12) return true;
  }
  return false;
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
