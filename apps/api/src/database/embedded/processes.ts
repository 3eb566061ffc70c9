// What can be known about a process by its number alone. Numbers are recycled, so a number is only trusted together with
// the moment its process started; a zombie (dead, but not yet collected by its parent) counts as dead.

import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { isSystemError } from './embedded-postgres-error.js';

/** Content of a file under /proc, or undefined where it cannot be read (no /proc, process gone, not ours to see). */
function procFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return undefined;
    throw error;
  }
}

/** The fields of /proc/<pid>/stat after the command name, which may itself hold blanks and brackets. */
function statFields(pid: number): readonly string[] | undefined {
  const stat = procFile(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** True while a process of this number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (isSystemError(error, 'ESRCH')) return false;
    if (!isSystemError(error, 'EPERM')) throw error;
  }
  const state = statFields(pid)?.[0];
  return state !== 'Z' && state !== 'X';
}

/** A text that stays the same as long as this very process lives; undefined where the system does not tell. */
export function startMark(pid: number): string | undefined {
  const ticks = statFields(pid)?.[19];
  if (ticks !== undefined) return `${procFile('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}/${ticks}`;
  return ps(pid, 'lstart=');
}

/** Names the world in which process numbers count, one for every container; undefined where there is only one such world. */
export function numberSpace(): string | undefined {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'EACCES', 'EPERM')) return undefined;
    throw error;
  }
}

/** The command line of a process, one entry an argument; undefined where the system does not tell. */
export function commandLine(pid: number): readonly string[] | undefined {
  const line = procFile(`/proc/${pid}/cmdline`);
  if (line !== undefined) return line.split('\0').filter((argument) => argument !== '');
  return ps(pid, 'command=')?.split(' ');
}

function ps(pid: number, column: string): string | undefined {
  if (process.platform === 'win32') return undefined;
  const answer = spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' });
  return answer.status === 0 && answer.stdout.trim() !== '' ? answer.stdout.trim() : undefined;
}
