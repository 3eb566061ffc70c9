// PostgreSQL notes its running server in postmaster.pid: process number first, port fourth. After a crash the file stays, and its
// number may by then belong to anyone. PostgreSQL refuses to start as long as that number lives, so we find out whose it is.

import { readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isSystemError } from './embedded-postgres-error.js';
import { commandLine, isAlive } from './processes.js';

export interface Postmaster {
  readonly pid: number;
  /** Absent while the server has not come so far. */
  readonly port?: number;
}

/** Whose number it is: nobody's, the server's of this very cluster, some other process's, or the system does not tell. */
export type Holder = 'nobody' | 'this_cluster' | 'another' | 'unknown';

export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  try {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
    const port = Number.parseInt(lines[3] ?? '', 10);
    if (!Number.isInteger(pid)) return undefined;
    return Number.isInteger(port) ? { pid, port } : { pid };
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

export async function holderOf(pid: number, cluster: string): Promise<Holder> {
  if (!isAlive(pid)) return 'nobody';
  const here = await identity(cluster);
  // A server works in its cluster's folder, wherever that was moved to. Not every container lets us look there.
  const workingFolder = await identity(`/proc/${pid}/cwd`);
  if (workingFolder !== undefined) return workingFolder === here && isServer(commandLine(pid)) ? 'this_cluster' : 'another';
  const command = commandLine(pid);
  if (command === undefined) return 'unknown';
  if (!isServer(command)) return 'another';
  const folder = command[command.indexOf('-D') + 1];
  const there = command.includes('-D') && folder !== undefined ? await identity(folder) : undefined;
  if (there === undefined) return 'unknown';
  return there === here ? 'this_cluster' : 'another';
}

const isServer = (command: readonly string[] | undefined): boolean => /^(postgres|postmaster)\b/.test(basename(command?.[0] ?? ''));

/** What makes two paths the same folder; undefined when there is none, or none that we may see. */
async function identity(path: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(await realpath(path), { bigint: true });
    return `${dev}:${ino}`;
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'EACCES', 'EPERM', 'ESRCH')) return undefined;
    throw error;
  }
}

/**
 * Takes a stale number out of the file by putting ours in its place. PostgreSQL knows the number of its parent as no server's, and still
 * checks the rest of the file: that no left-over backend holds the old shared memory. Deleting the file would skip that check.
 */
export async function disown(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  const [, ...rest] = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, [String(process.pid), ...rest].join('\n'));
}
