// From settings to a database that is ready: the embedded server or the one DATABASE_URL names, provisioned either way.
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedPostgresError, joinEmbeddedPostgres, startEmbeddedPostgres } from './database/embedded/index.js';
import { provision } from './database/provision.js';
import type { KeyRing } from './database/sealing/index.js';
import { openKeyRing } from './open-key-ring.js';
import { fillReference } from './reference.js';
import type { Settings } from './settings.js';

export interface OpenDatabase {
  /** The connection of the app's role. */
  readonly appUrl: string;
  /** What seals and opens sensitive columns: found, or made on the first start. Who only migrates or lets somebody in again needs none. */
  keys(): Promise<KeyRing>;
  close(): Promise<void>;
}

type Where = Pick<Settings, 'databaseUrl' | 'dataDir' | 'masterKeyFile'>;
type Log = (line: string) => void;

/** @param gone called when the embedded server has ended by itself; a server of DATABASE_URL is its owner's business and may come back */
export async function openDatabase(where: Where, log: Log, gone?: () => void): Promise<OpenDatabase> {
  const { databaseUrl, dataDir } = where;
  if (databaseUrl) return { ...(await provisioned(databaseUrl, where, log)), close: () => Promise.resolve() };
  const server = await startEmbeddedPostgres({ dataDir, log });
  try {
    const ready = await provisioned(server.ownerUrl, where, log);
    const unwatch = gone ? await watch(server.ownerUrl, dataDir, gone) : () => Promise.resolve();
    return {
      ...ready,
      close: async () => {
        await unwatch();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop(); // a database that cannot be provisioned is of no use to anybody; the error goes on to the person
    throw error;
  }
}

/** As `openDatabase`; while Amity runs on this data folder, its server is used and left running. */
export async function openOrJoinDatabase(where: Where, log: Log): Promise<OpenDatabase> {
  try {
    return await openDatabase(where, log);
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError) || error.code !== 'in_use') throw error; // only a running Amity can be joined
    const ownerUrl = await joinEmbeddedPostgres(where.dataDir);
    if (!ownerUrl) throw error;
    return { ...(await provisioned(ownerUrl, where, log)), close: () => Promise.resolve() };
  }
}

/** Brought to today's shape, and with the way to the key of what is sealed in it. */
async function provisioned(ownerUrl: string, where: Where, log: Log): Promise<Pick<OpenDatabase, 'appUrl' | 'keys'>> {
  const appUrl = await provision(ownerUrl, fillReference);
  return { appUrl, keys: () => openKeyRing(appUrl, where, log) };
}

/** Holds one connection for as long as the server lives. When it breaks, the server has two seconds to show that it is only recovering. */
async function watch(ownerUrl: string, dataDir: string, gone: () => void): Promise<() => Promise<void>> {
  let isOver = false;
  let client: pg.Client;
  const hold = async (): Promise<void> => {
    client = new pg.Client({ connectionString: ownerUrl, application_name: 'amity-watch', keepAlive: true });
    client.on('error', () => undefined); // `end` follows, and is what counts
    await client.connect();
    client.once('end', () => void lost());
  };
  const lost = async (): Promise<void> => {
    for (let tries = 0; tries < 7 && !isOver; tries++) {
      if (await joinEmbeddedPostgres(dataDir)) return hold();
      await delay(300);
    }
    if (!isOver) gone();
  };
  await hold();
  return async () => {
    isOver = true;
    await client.end();
  };
}
