// A file → a table, or a refusal that says what to do with the file. What a file is, its first bytes decide and not its name; the name is
// only used in sentences. Nothing about areas or columns is known here.
import type { Table } from '@amity/interchange';
import { csvLines, separatorHint } from './csv-lines.js';
import { bytesPerMegabyte, readingLimits, type ReadingLimits } from './reading-limits.js';
import { detectSeparator, separators } from './separator.js';
import { tableOfLines } from './table-lines.js';
import { decodeText } from './text-decoding.js';
import { UnreadableFile } from './unreadable-file.js';
import { xlsxLines } from './xlsx-lines.js';

export interface ReadingOptions {
  readonly fileName: string;
  /** Text files: overrules detection, as iconv names it (`utf-8`, `windows-1252`, `shift_jis`). */
  readonly encoding?: string;
  /** Text files: overrules detection. */
  readonly separator?: string;
  /** XLSX: name of the sheet; the first visible sheet with content otherwise. */
  readonly sheet?: string;
}

/** @throws UnreadableFile */
export async function readTable(bytes: Uint8Array, options: ReadingOptions, limits: ReadingLimits = readingLimits): Promise<Table> {
  refuseTooLarge(bytes.length, limits);
  if (bytes.length === 0) throw new UnreadableFile('file_empty');
  if (startsWith(bytes, zipSignature)) return readSpreadsheet(bytes, options, limits);
  if (startsWith(bytes, oleSignature)) throw oldBinary(bytes, options.fileName);
  return readText(bytes, options, limits);
}

/** For the endpoint, which knows the size before it has the bytes. @throws UnreadableFile */
export function refuseTooLarge(byteLength: number, limits: ReadingLimits = readingLimits): void {
  if (byteLength <= limits.fileMegabytes * bytesPerMegabyte) return;
  throw new UnreadableFile('file_too_large', { size: Math.ceil(byteLength / bytesPerMegabyte), limit: limits.fileMegabytes });
}

const zipSignature = [0x50, 0x4b, 0x03, 0x04];
const oleSignature = [0xd0, 0xcf, 0x11, 0xe0];
const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte);

/** An XLSX with a password is wrapped in the old binary container; its directory names the wrapped package in UTF-16. */
function oldBinary(bytes: Uint8Array, file: string): UnreadableFile {
  const wrapped = Buffer.from('EncryptedPackage', 'utf16le');
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wrapped))
    return new UnreadableFile('file_protected', { file });
  return new UnreadableFile('file_old_format', { file, format: 'XLS' });
}

async function readSpreadsheet(bytes: Uint8Array, { fileName, sheet: wanted }: ReadingOptions, limits: ReadingLimits): Promise<Table> {
  const { sheet, sheets, lines } = await xlsxLines(bytes, fileName, wanted, limits);
  return { kind: 'xlsx', encoding: null, separator: null, sheet, sheets, ...tableOfLines(lines, [], 'widen', limits) };
}

async function readText(bytes: Uint8Array, options: ReadingOptions, limits: ReadingLimits): Promise<Table> {
  const { encoding, text } = decodeText(bytes, options.fileName, options.encoding);
  if (text.trim() === '') throw new UnreadableFile('file_empty');
  if (/^\s*<(!doctype|html|table|\?xml|meta)/i.test(text)) {
    throw new UnreadableFile('file_old_format', { file: options.fileName, format: 'HTML/XML' });
  }
  const hint = separatorHint(text);
  const separator = options.separator ?? (hint && separators.some((known) => known === hint) ? hint : detectSeparator(text));
  const { lines, problems } = await csvLines(text, separator, limits.brokenLines);
  return { kind: 'csv', encoding, separator, sheet: null, sheets: [], ...tableOfLines(lines, problems, 'refuse', limits) };
}
