// The life of one server process: spawn, ready, stop. The server leads a session of its own, so a Ctrl-C in the terminal
// reaches us alone and we stop it in order; it outlives only a kill -9 of ours, and is then adopted by the next start.

import { spawnSync, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { spawnAs } from './account.js';
import { resetPassword, type ClusterJob } from './cluster.js';
import { ask } from './connection.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isAlive, startMark } from './processes.js';
import { openLog, tailOf } from './server-log.js';
import { serverSettings } from './server-settings.js';

export interface Server {
  readonly pid: number;
  readonly port: number;
  /** Tells it from a later process with the same number. */
  readonly started: string | undefined;
}

export interface ServerNews {
  /** There is a process, not ready yet, that has to be stopped should we end. */
  started(server: Server): void;
  /** The process of a server that was ready has ended, whoever made it end. */
  ended(): void;
}

/** What stopping a server takes. */
export type StopTools = Pick<ClusterJob, 'place' | 'binaries'>;

/** How long a server may be silent before we give up; recovery after a crash answers "busy" and may take as long as it needs. */
const silenceLimit = 60_000;

/** Starts the server on a free port and waits until it takes our connection. */
export async function startServer(job: ClusterJob, maxConnections: number, { started, ended: endedByItself }: ServerNews): Promise<Server> {
  const { place } = job;
  const deadline = Date.now() + silenceLimit;
  for (;;) {
    const port = await freePort();
    const log = await openLog(place.logFile);
    const from = (await log.stat()).size;
    const settings = serverSettings({ port, maxConnections, durable: job.durable });
    const command = [job.binaries.postgres, '-D', place.cluster, ...settings.flatMap((setting) => ['-c', setting])];
    const child = spawnAs(job.account, command, {
      env: job.binaries.environment,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      windowsHide: true,
    });
    const failed = new Promise<Error>((resolve) => child.once('error', resolve));
    await log.close();
    if (child.pid === undefined) throw notStartable(place.cluster, (await failed).message);
    child.unref();
    const server = identified(child.pid, port);
    started(server);
    const end = await untilReady(child, server, job);
    if (end === 'ready') {
      child.once('exit', endedByItself);
      return server;
    }
    if (end === 'wrong_password') {
      // The password file was lost or replaced. Who owns the data folder owns the database: the file decides.
      await stopServer(server, job);
      await resetPassword(job);
      continue;
    }
    const tail = await tailOf(place.logFile, from);
    // Another program may have taken the port meanwhile, or backends of a killed server are still on their way out.
    const passing = /could not bind|Address already in use|pre-existing shared memory block/.test(tail);
    if (!passing || Date.now() > deadline) throw notStartable(place.cluster, `${end}\n${tail}`);
    await delay(250);
  }
}

async function untilReady(child: ChildProcess, server: Server, job: ClusterJob): Promise<string> {
  const deadline = Date.now() + silenceLimit;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) return `It ended with ${child.signalCode ?? `code ${child.exitCode}`}.`;
    const answer = await ask(server.port, job.password);
    if (answer.state === 'ready') return 'ready';
    if (answer.state === 'wrong_password') return 'wrong_password';
    if (answer.state === 'silent' && Date.now() > deadline) {
      signalServer(server, job, 'immediate');
      return `It did not answer within ${silenceLimit / 1000} seconds (${answer.why}).`;
    }
    await delay(25);
  }
}

function notStartable(cluster: string, why: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError('not_startable', `PostgreSQL did not start on ${cluster}. ${why}`);
}

/** A port of the loopback interface nobody listens on right now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

const signals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** Asks the server to stop; `fast` breaks connections off in order, `immediate` leaves recovery to the next start. */
export function signalServer(server: Server, { place, binaries }: StopTools, how: keyof typeof signals): void {
  if (!stillRuns(server)) return;
  if (process.platform === 'win32') {
    // Windows has no signals: to kill would be to crash it.
    const pgCtl = join(binaries.packageDir, 'native', 'bin', 'pg_ctl.exe');
    spawnSync(pgCtl, ['stop', '-D', place.cluster, '-m', how, '-W'], { env: binaries.environment, windowsHide: true });
    return;
  }
  process.kill(server.pid, signals[how]);
}

/** Stops the server and waits for its end. Does nothing when it has ended already, whoever has its number now. */
export async function stopServer(server: Server, tools: StopTools): Promise<void> {
  signalServer(server, tools, 'fast');
  if (await ended(server, 60_000)) return;
  signalServer(server, tools, 'immediate');
  if (!(await ended(server, 10_000))) throw new EmbeddedPostgresError('not_startable', `PostgreSQL (process ${server.pid}) does not stop.`);
}

async function ended(server: Server, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (stillRuns(server)) {
    if (Date.now() > deadline) return false;
    await delay(10);
  }
  return true;
}

/** A server is this very process, not a later one with its number. */
export function identified(pid: number, port: number): Server {
  return { pid, port, started: startMark(pid) };
}

const stillRuns = ({ pid, started }: Server): boolean => isAlive(pid) && startMark(pid) === started;
