// Text → lines of cells, each with the line of the file on which it starts. Where quotation marks do not match, only the line on which they
// open is lost: it is reported, and reading goes on with the next line of the file, so that one stray mark never swallows the rest.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import type { TableProblem } from '@amity/interchange';
import { UnreadableFile } from './unreadable-file.js';
import type { Line } from './table-lines.js';

const chunkBytes = 128_000;
/** A longer record is a quotation mark that was never closed. */
const recordBytes = 200_000;
/** So many marks that do not match mean that a tab-separated file does not quote at all. */
const strayMarks = 20;
const recordDelimiters = ['\r\n', '\n', '\r'];

export interface SplitLines {
  readonly lines: Line[];
  readonly problems: TableProblem[];
}

/** @throws UnreadableFile when more than `brokenLines` lines have quotation marks that do not match */
export async function csvLines(text: string, separator: string, brokenLines: number): Promise<SplitLines> {
  const bytes = Buffer.from(text, 'utf8');
  const source = { bytes, starts: lineStarts(bytes), firstLine: skipSeparatorHint(text), separator };
  if (separator !== '\t') {
    const { problems, lines, gaveUp } = await split(source, true, brokenLines);
    if (gaveUp) throw new UnreadableFile('too_many_broken_lines', { limit: brokenLines, line: problems[0]?.line ?? 1 });
    return { lines, problems };
  }
  // Most writers of tab-separated files quote nothing: a mark that does not match is then a mark, not a broken line.
  const quoted = await split(source, true, strayMarks);
  if (quoted.gaveUp) return split(source, false, 0);
  const literal = quoted.problems.map(({ line }) => ({ line, cells: withoutQuoting(textOfLine(source, line)) }));
  return { lines: [...quoted.lines, ...literal].sort((a, b) => a.line - b.line), problems: [] };
}

interface Source {
  readonly bytes: Buffer;
  /** Byte offsets at which the lines of the file start. */
  readonly starts: readonly number[];
  /** Index of the first line to read. */
  readonly firstLine: number;
  readonly separator: string;
}

async function split(source: Source, quoting: boolean, brokenLines: number): Promise<SplitLines & { gaveUp: boolean }> {
  const { bytes, starts } = source;
  const lines: Line[] = [];
  const problems: TableProblem[] = [];
  let line = source.firstLine;
  const goTo = (byte: number): void => {
    while ((starts[line + 1] ?? Infinity) <= byte) line += 1;
  };
  let at = starts[line] ?? bytes.length;
  while (at < bytes.length) {
    const end = await readUntilBroken(source, at, quoting, (start, cells) => {
      goTo(start);
      lines.push({ line: line + 1, cells });
    });
    if (end === bytes.length) break;
    goTo(end);
    problems.push({ line: line + 1, code: 'interchange.quotes_broken', params: {} });
    if (problems.length > brokenLines) return { lines, problems, gaveUp: true };
    at = starts[line + 1] ?? bytes.length;
  }
  return { lines, problems, gaveUp: false };
}

const textOfLine = ({ bytes, starts }: Source, line: number): string => bytes.subarray(starts[line - 1], starts[line]).toString('utf8');

/** Excel's first line `sep=;` is a remark to the reader, not a row. */
const skipSeparatorHint = (text: string): number => (separatorHint(text) === undefined ? 0 : 1);

export function separatorHint(text: string): string | undefined {
  return /^"?sep=(.)"?(?:\r\n|\n|\r)/i.exec(text)?.[1];
}

function withoutQuoting(line: string): string[] {
  const [cells = []] = parseWhole(line, { delimiter: '\t', quote: false, record_delimiter: recordDelimiters });
  return cells;
}

/**
 * Reads records from byte `from` on and hands each to `take` with the byte at which it starts.
 * @returns the end of the text, or the byte at which the record starts whose quotation marks do not match
 */
async function readUntilBroken(
  source: Source,
  from: number,
  quoting: boolean,
  take: (start: number, cells: string[]) => void,
): Promise<number> {
  const { bytes, separator } = source;
  let start = from;
  const parser = parse({
    delimiter: separator,
    quote: quoting ? '"' : false,
    record_delimiter: recordDelimiters,
    relax_column_count: true,
    max_record_size: recordBytes,
    on_record: (cells: string[], { bytes: end }) => {
      take(start, cells);
      start = from + end;
      return null;
    },
  });
  parser.resume();
  try {
    await pipeline(Readable.from(chunks(bytes, from)), parser);
  } catch (error) {
    if (error instanceof CsvError) return start; // an opening or closing mark in the wrong place, or one that is never closed
    throw error;
  }
  return bytes.length;
}

/** A turn for other requests between any two chunks. */
async function* chunks(bytes: Buffer, from: number): AsyncGenerator<Buffer> {
  for (let at = from; at < bytes.length; at += chunkBytes) {
    yield bytes.subarray(at, at + chunkBytes);
    await nextTurn();
  }
}

/** Byte offsets at which lines start; CR, LF and CRLF each end a line. */
function lineStarts(bytes: Buffer): number[] {
  const starts = [0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 10 || (byte === 13 && bytes[at + 1] !== 10)) starts.push(at + 1);
  }
  return starts;
}
