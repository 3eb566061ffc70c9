// The process behind a run: it holds the PostgreSQL server, and it outlives the tests. When they end, or die in any way at all
// (its standard input closes then), it ends the servers they left, stops PostgreSQL and removes the run's folder.
// Started by run.ts as `node keeper.ts FOLDER`; runs outside the tests' process group, so Ctrl-C reaches the tests first.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

interface Postgres {
  readonly ownerUrl: string;
  stop(): Promise<void>;
}
interface EmbeddedModule {
  startEmbeddedPostgres(options: {
    dataDir: string;
    durable: boolean;
    log: (line: string) => void;
    maxConnections: number;
  }): Promise<Postgres>;
}

const folder = resolve(process.argv[2] ?? '');
const processes = join(folder, 'processes');
const embedded = resolve(import.meta.dirname, '../../api/dist/database/embedded/index.js');

/** Sends a signal to a process group; false when nothing of it is left. */
function signalGroup(id: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-id, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Ends every server that no story ended itself: politely, then for good after 5 seconds. */
async function endLeftServers(): Promise<void> {
  const groups = readdirSync(processes).map(Number);
  for (const id of groups) signalGroup(id, 'SIGTERM');
  for (let waited = 0; waited < 50 && groups.some((id) => signalGroup(id, 0)); waited++) await delay(100);
  for (const id of groups) signalGroup(id, 'SIGKILL');
}

/** Workers that are dying as well may still write or delete here, so one pass is not always enough. */
async function removeFolder(): Promise<void> {
  for (let pass = 0; pass < 40 && existsSync(folder); pass++) {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    await delay(250);
  }
}

mkdirSync(processes, { recursive: true });
const orphaned = new Promise<void>((done) =>
  process.stdin
    .on('end', done)
    .on('error', () => done())
    .resume(),
);

const { startEmbeddedPostgres } = (await import(pathToFileURL(embedded).href)) as EmbeddedModule;
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'database'), durable: false, log, maxConnections: 200 });
process.stdout.on('error', () => undefined); // nobody reads any more: the tests are gone, and the next line notices that
process.stdout.write(`${JSON.stringify({ ownerUrl: postgres.ownerUrl })}\n`);
await orphaned;
try {
  await endLeftServers();
  await postgres.stop();
} finally {
  await removeFolder();
}
process.exit(0);
