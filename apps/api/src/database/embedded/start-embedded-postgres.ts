// Brings up the one PostgreSQL server of a data folder: claim the folder, adopt the server a killed process left, or start one.
// Whatever goes wrong, the folder is given free and no server of ours is left running.

import { mkdir, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chooseAccount } from './account.js';
import { findBinaries, type Binaries } from './binaries.js';
import { checkCluster, handOverCluster, initialize, placesIn, readPassword, removeUnfinished, type ClusterPlace } from './cluster.js';
import { ask, connectionUrl, ensureDatabase } from './connection.js';
import { EmbeddedPostgresError, isSystemError } from './embedded-postgres-error.js';
import { stopWithProcess } from './exit.js';
import { claimFolder } from './owner-file.js';
import { disown, holderOf, readPostmaster } from './postmaster-file.js';
import { identified, signalServer, startServer, stopServer, type Server, type ServerNews } from './server.js';

export interface EmbeddedPostgres {
  /** Connection as the owner (superuser `amity_owner`) to database `amity`: postgres://amity_owner:…@127.0.0.1:PORT/amity */
  readonly ownerUrl: string;
  readonly port: number;
  /** True when this process started the server, or adopted an orphan, and therefore stops it. */
  readonly owned: boolean;
  /** Fast shutdown: breaks connections off, then ends. Safe to call twice. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Amity's data folder; the cluster lives in `<dataDir>/postgres`, the password in `<dataDir>/postgres.password`. Made when absent. */
  readonly dataDir: string;
  /** Default true. False turns off every safety against power cuts, for tests. */
  readonly durable?: boolean;
  readonly log?: (line: string) => void;
  /** Default 100. */
  readonly maxConnections?: number;
  /** Folder of the platform package with the binaries; default: the installed one. */
  readonly packageDir?: string;
}

/** Starts or adopts the server of a data folder. Throws EmbeddedPostgresError. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    return await start(options);
  } catch (error) {
    if (isSystemError(error, 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR')) {
      throw new EmbeddedPostgresError(
        'not_startable',
        `The data folder ${resolve(options.dataDir)} cannot be used (${error.message}). ` +
          'It must be a writable folder with free space, and belong to the user who starts Amity, always the same one.',
        { cause: error },
      );
    }
    throw error;
  }
}

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  // As root the server's user has to pass through the data folder, so others may enter it, though not list it.
  await mkdir(resolve(options.dataDir), { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const place = placesIn(await realpath(options.dataDir));
  const log = options.log ?? (() => undefined);
  const folder = await claimFolder(place.dataDir);
  let running: Server | undefined;
  let binaries: Binaries | undefined;
  const exit = stopWithProcess({
    stop: () => stop(),
    stopAtOnce: () => {
      if (running !== undefined && binaries !== undefined) signalServer(running, { place, binaries }, 'fast');
      folder.release();
    },
  });
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      try {
        if (running !== undefined && binaries !== undefined) await stopServer(running, { place, binaries });
      } finally {
        exit.forget();
        folder.release();
      }
    })();
    return stopping;
  };
  try {
    binaries = await findBinaries(place.dataDir, options.packageDir);
    const { server, password } = await bringUp(place, binaries, options, log, {
      started: (server) => (running = server),
      ended: () => {
        if (stopping === undefined) log(`PostgreSQL has ended by itself; ${place.logFile} tells why.`);
      },
    });
    running = server;
    await ensureDatabase(server.port, password);
    return { ownerUrl: connectionUrl(server.port, password), port: server.port, owned: true, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUp(
  place: ClusterPlace,
  binaries: Binaries,
  options: EmbeddedPostgresOptions,
  log: (line: string) => void,
  news: ServerNews,
): Promise<{ readonly server: Server; readonly password: string }> {
  const durable = options.durable ?? true;
  const state = await checkCluster(place, binaries.major);
  await removeUnfinished(place.dataDir);
  const password = await readPassword(place);
  const orphan = await settleOldServer(place, password);
  if (orphan !== undefined) {
    if (orphan.durable === durable) {
      log(`PostgreSQL is running already (process ${orphan.server.pid}, port ${orphan.server.port}): adopted.`);
      return { server: orphan.server, password };
    }
    await stopServer(orphan.server, { place, binaries });
  }
  const account = await chooseAccount(place.dataDir, binaries);
  const job = { place, binaries, account, password, durable };
  if (state === 'absent') {
    log(`Preparing a new database in ${place.cluster} …`);
    await initialize(job);
  } else {
    await handOverCluster(job);
  }
  const server = await startServer(job, options.maxConnections ?? 100, news);
  log(`PostgreSQL runs as ${account.name} (process ${server.pid}, port ${server.port}).`);
  return { server, password };
}

/** Looks at the server postmaster.pid speaks of: adopts it when it lives and answers, waits while it stops, clears the file when it is gone. */
async function settleOldServer(
  place: ClusterPlace,
  password: string,
): Promise<{ readonly server: Server; readonly durable: boolean } | undefined> {
  const silentUntil = Date.now() + 15_000;
  for (;;) {
    const postmaster = await readPostmaster(place.cluster);
    if (postmaster === undefined) return undefined;
    const { pid, port } = postmaster;
    const holder = await holderOf(pid, place.cluster);
    if (holder === 'nobody' || holder === 'another') {
      await disown(place.cluster);
      return undefined;
    }
    const answer = port === undefined ? undefined : await ask(port, password);
    if (port !== undefined && answer?.state === 'ready' && (holder === 'this_cluster' || answer.dataDirectory === place.cluster)) {
      return { server: identified(pid, port), durable: answer.durable };
    }
    // Where the system does not tell whose number it is, PostgreSQL itself has the last word.
    if (holder === 'unknown' && answer?.state !== 'busy') return undefined;
    if (answer?.state === 'wrong_password' || (answer?.state !== 'busy' && Date.now() > silentUntil)) {
      throw new EmbeddedPostgresError(
        'in_use',
        `A PostgreSQL server (process ${pid}) runs on ${place.cluster} and does not answer to our password. Stop it (kill -INT ${pid}) and start again.`,
      );
    }
    await delay(50);
  }
}
