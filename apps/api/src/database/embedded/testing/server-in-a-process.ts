// A process of its own that starts the embedded server, as the start command does: to be killed, to be refused, to run as another user.
// The launcher's sources are compiled once into a temporary folder, because a plain Node process does not read them as they are.

import { transformFile } from '@swc/core';
import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const sources = join(import.meta.dirname, '..');
const repository = join(sources, '../../../../..');

const program = `
import { startEmbeddedPostgres } from './index.js';
const options = JSON.parse(process.argv[2]);
const tell = (told) => process.stdout.write(JSON.stringify(told) + '\\n');
try {
  const server = await startEmbeddedPostgres({ durable: false, ...options });
  tell({ state: 'ready', port: server.port, ownerUrl: server.ownerUrl });
  process.stdin.on('data', (order) => (String(order).startsWith('exit') ? process.exit(0) : server.stop().then(() => process.exit(0))));
} catch (error) {
  tell({ state: 'refused', code: error.code, message: error.message });
}
`;

/** What the process tells: that its server is ready, or why not. */
export type Told =
  | { readonly state: 'ready'; readonly port: number; readonly ownerUrl: string }
  | { readonly state: 'refused'; readonly code: string; readonly message: string };

export interface ServerProcess {
  readonly pid: number;
  readonly told: Promise<Told>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  /** Ends it in order: `stop` stops the server first, `exit` leaves that to the launcher. */
  order(order: 'stop' | 'exit'): Promise<void>;
  signal(signal: NodeJS.Signals): Promise<void>;
}

export interface Launcher {
  start(options: { readonly dataDir: string; readonly packageDir?: string }, as?: User): ServerProcess;
  remove(): Promise<void>;
}

/** Under whom a process runs: a command that stands before it, or a number. */
export interface User {
  readonly prefix: readonly string[];
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

export async function compileLauncher(): Promise<Launcher> {
  const folder = await mkdtemp(join(tmpdir(), 'amity-launcher-'));
  await chmod(folder, 0o755);
  for (const name of await readdir(sources)) {
    if (!name.endsWith('.ts') || name.includes('.spec.')) continue;
    const { code } = await transformFile(join(sources, name), {
      jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
      module: { type: 'nodenext' },
    });
    await writeFile(join(folder, name.replace(/\.ts$/, '.js')), code);
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'program.js'), program);
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'));
  return {
    start: (options, as = thisUser) => startProcess(join(folder, 'program.js'), options, as),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const thisUser: User = { prefix: [], ids: {} };

function startProcess(path: string, options: object, { prefix, ids }: User): ServerProcess {
  const [file = '', ...args] = [...prefix, process.execPath, path, JSON.stringify(options)];
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'], cwd: '/', ...ids });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const told = new Promise<Told>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line) as Told));
    child.once('error', reject);
    child.once('close', () => reject(new Error('The process ended without a word.')));
  });
  // Some tests kill the process before it says a word and never ask.
  told.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    told,
    ended,
    order: (order) => {
      // A process that was refused has ended already and hears no order.
      if (child.exitCode === null) child.stdin.write(`${order}\n`);
      return ended;
    },
    signal: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** The unprivileged user of this machine that can run our programs; where the checkout is closed to it, a namespace shows us as that user. */
export function ordinaryUser(): User {
  const nobody = { uid: 65_534, gid: 65_534 };
  const reachable = spawnSync(process.execPath, [join(repository, 'node_modules/pg/package.json'), '--check'], nobody).status === 0;
  return reachable
    ? { prefix: [], ids: nobody }
    : { prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'], ids: {} };
}

/** A new folder under the temporary ones; `open` lets other users pass through. */
export async function temporaryFolder(access: 'open' | 'closed' = 'open'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'amity-embedded-'));
  await chmod(folder, access === 'open' ? 0o755 : 0o700);
  const dataDir = join(folder, 'data');
  await mkdir(dataDir, { mode: access === 'open' ? 0o711 : 0o700 });
  return dataDir;
}
