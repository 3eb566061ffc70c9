// One data folder has one owner: the file `owner` names the process that may start and stop the server in it.
// A file left by a dead process is succeeded, never deleted first: a starter takes the seat `owner.after-<id of the dead owner>`
// (created exclusively, so only one of many starters gets it), looks once more, and moves the seat over `owner` in one step.
// A successor that died on its seat is itself succeeded in the same way. An owner in another container, whose number says nothing here,
// lives as long as it touches its file.

import { randomUUID } from 'node:crypto';
import { link, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError, isSystemError } from './embedded-postgres-error.js';
import { isAlive, numberSpace, startMark } from './processes.js';

interface Owner {
  /** Unique for every claim, so that two claims of one process differ. */
  readonly id: string;
  readonly pid: number;
  /** Tells the process from a later one with the same number; absent where the system does not tell. */
  readonly started?: string;
  /** In which container the number counts; absent where there are none. */
  readonly space?: string;
}

export interface OwnedFolder {
  /** Gives the folder free. Safe to call twice, also from an `exit` listener. */
  release(): void;
}

/** Claims the data folder for this process. Throws `in_use` when a live process holds it. */
export async function claimFolder(dataDir: string): Promise<OwnedFolder> {
  const started = startMark(process.pid);
  const space = numberSpace();
  const me: Owner = {
    id: randomUUID(),
    pid: process.pid,
    ...(started === undefined ? {} : { started }),
    ...(space === undefined ? {} : { space }),
  };
  const ticket = join(dataDir, `owner.ticket-${me.id}`);
  await writeFile(ticket, JSON.stringify(me), { flag: 'wx', mode: 0o644 });
  try {
    const deadline = Date.now() + silenceOfTheDead + 2 * touchEvery;
    while (!(await tryToClaim(dataDir, ticket, me))) {
      if (Date.now() > deadline) throw inUse(dataDir, (await readOwners(dataDir)).at(-1));
      await delay(25);
    }
  } finally {
    await rm(ticket, { force: true });
  }
  await removeLeftovers(dataDir);
  const touching = setInterval(() => touch(dataDir), touchEvery).unref();
  return {
    release: () => {
      clearInterval(touching);
      release(dataDir, me);
    },
  };
}

/** An owner touches its file every so many milliseconds, and counts as dead after so many without. */
const touchEvery = 5_000;
const silenceOfTheDead = 15_000;

function touch(dataDir: string): void {
  const now = new Date();
  try {
    utimesSync(join(dataDir, 'owner'), now, now);
  } catch (error) {
    // The whole data folder may have been removed meanwhile, as tests do.
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}

async function tryToClaim(dataDir: string, ticket: string, me: Owner): Promise<boolean> {
  const owners = await readOwners(dataDir);
  const last = owners.at(-1);
  if (last === undefined) return linkExclusively(ticket, join(dataDir, 'owner'));
  if (await lives(last, owners.length === 1 ? join(dataDir, 'owner') : seatAfter(dataDir, owners.at(-2) ?? last))) {
    if (owners.length === 1 && !isElsewhere(last)) throw inUse(dataDir, last);
    return false;
  }
  const seat = seatAfter(dataDir, last);
  if (!(await linkExclusively(ticket, seat))) return false;
  const now = await readOwners(dataDir);
  if (now.map((owner) => owner.id).join() !== [...owners, me].map((owner) => owner.id).join()) {
    await rm(seat, { force: true });
    return false;
  }
  await rename(seat, join(dataDir, 'owner'));
  return true;
}

/** The owner, then the successor on its seat, then the successor of that one …: empty when the folder is free. */
async function readOwners(dataDir: string): Promise<readonly Owner[]> {
  const owners: Owner[] = [];
  let owner = await readOwner(join(dataDir, 'owner'));
  while (owner !== undefined) {
    owners.push(owner);
    owner = await readOwner(seatAfter(dataDir, owner));
  }
  return owners;
}

const seatAfter = (dataDir: string, owner: Owner): string => join(dataDir, `owner.after-${owner.id}`);

async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return parseOwner(await readFile(path, 'utf8'));
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Owner files appear whole, so a text that does not parse was damaged (a full disk, a crash of the machine): nobody's. */
function parseOwner(text: string): Owner {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'id' in value && 'pid' in value) {
      const { id, pid } = value;
      const started = 'started' in value && typeof value.started === 'string' ? { started: value.started } : {};
      const space = 'space' in value && typeof value.space === 'string' ? { space: value.space } : {};
      if (typeof id === 'string' && /^[\w-]+$/.test(id) && Number.isInteger(pid)) return { id, pid: Number(pid), ...started, ...space };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { id: 'damaged', pid: 0 };
}

const isElsewhere = (owner: Owner): boolean => owner.space !== undefined && owner.space !== numberSpace();

async function lives(owner: Owner, path: string): Promise<boolean> {
  if (isElsewhere(owner)) return (await ageOf(path)) < silenceOfTheDead;
  if (owner.pid <= 0 || !isAlive(owner.pid)) return false;
  const mark = startMark(owner.pid);
  return owner.started === undefined || mark === undefined || mark === owner.started;
}

/** Milliseconds since the file was last touched; endless when it is gone. */
async function ageOf(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return Infinity;
    throw error;
  }
}

async function linkExclusively(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Seats and tickets of processes that died while claiming. Nobody reads a seat whose predecessor is gone. */
async function removeLeftovers(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!/^owner\.(after|ticket)-/.test(name)) continue;
    const left = await readOwner(join(dataDir, name));
    if (left !== undefined && !(await lives(left, join(dataDir, name)))) await rm(join(dataDir, name), { force: true });
  }
}

function release(dataDir: string, me: Owner): void {
  const path = join(dataDir, 'owner');
  try {
    if (parseOwner(readFileSync(path, 'utf8')).id === me.id) rmSync(path, { force: true });
  } catch (error) {
    // The whole data folder may have been removed meanwhile, as tests do.
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}

function inUse(dataDir: string, owner: Owner | undefined): EmbeddedPostgresError {
  const [who, wayOut] =
    owner === undefined
      ? ['another process', 'Stop that process first']
      : isElsewhere(owner)
        ? [`process ${owner.pid} of another container`, 'Stop that container first']
        : [`process ${owner.pid}`, `Stop that process first (Ctrl-C in its terminal, or kill ${owner.pid})`];
  return new EmbeddedPostgresError(
    'in_use',
    `The data folder ${dataDir} is in use by ${who}. ${wayOut}, or give this one a folder of its own with AMITY_DATA.`,
  );
}
