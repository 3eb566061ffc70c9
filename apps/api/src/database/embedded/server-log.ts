// The server writes into <data folder>/postgres.log. It is turned over once at start when it has grown, and its last
// lines go into the error when the server does not come up.

import { open, rename, stat, type FileHandle } from 'node:fs/promises';
import { isSystemError } from './embedded-postgres-error.js';

const turnOverBytes = 10 * 1024 * 1024;

/** Opens the log for appending; the caller closes it once the server has it. */
export async function openLog(path: string): Promise<FileHandle> {
  try {
    if ((await stat(path)).size > turnOverBytes) await rename(path, `${path}.1`);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
  return open(path, 'a', 0o600);
}

/** The last lines written since `from` (bytes). */
export async function tailOf(path: string, from: number, lines = 12): Promise<string> {
  const log = await open(path, 'r');
  try {
    const { size } = await log.stat();
    const start = Math.max(Math.min(from, size), size - 16_384);
    const { buffer, bytesRead } = await log.read(Buffer.alloc(size - start), 0, size - start, start);
    return buffer.subarray(0, bytesRead).toString('utf8').trim().split('\n').slice(-lines).join('\n');
  } finally {
    await log.close();
  }
}
