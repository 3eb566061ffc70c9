// A file that was sent, with other words in its cells. It becomes plain comma-separated text, whatever it was: what a file is, its first
// bytes decide. Only the sheet that is read is kept.
import { cellText } from '@amity/interchange';
import { stringify } from 'csv-stringify/sync';
import { readTable, UnreadableFile } from './reading/index.js';

/** @returns null when nothing in it changes, or when it is no table at all: then it was never imported */
export async function renamedFile(bytes: Buffer, fileName: string, rename: (cells: string[]) => string[]): Promise<Buffer | null> {
  try {
    const { headers, rows } = await readTable(bytes, { fileName });
    const lines = [[...headers], ...rows.map(({ cells }) => headers.map((_, at) => cellText(cells[at])))];
    const renamed = lines.map(rename);
    return JSON.stringify(renamed) === JSON.stringify(lines) ? null : Buffer.from(stringify(renamed, { bom: true }));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error; // what nobody can read says nobody's name
    return null;
  }
}
