import { DataSource } from 'typeorm';
import { appDataSource } from '../database/data-source.js';
import { KeyRing, MasterKey } from '../database/sealing/index.js';
import { Tenants } from '../database/tenants.js';
import { type OpenDatabase, openOrJoinDatabase } from '../open-database.js';
import { MasterKeyError } from '../open-key-ring.js';
import { readSettings } from '../settings.js';
import { Chains } from './chain.service.js';
import { CheckpointFile } from './checkpoint-file.js';

/** The chains of the database that the environment names, for a command; joins a server that runs. */
export async function withChains(work: (chains: Chains) => Promise<number>): Promise<number> {
  const settings = readSettings(process.env, []);
  const database = await openOrJoinDatabase(settings, (line) => process.stderr.write(`${line}\n`));
  try {
    const source = await new DataSource(appDataSource(database.appUrl)).initialize();
    try {
      return await work(new Chains(source, new Tenants(source, await keysOf(database)), new CheckpointFile(settings.auditCheckpoints)));
    } finally {
      await source.destroy();
    }
  } finally {
    await database.close();
  }
}

/** A log in which nobody was ever concealed is verified without the master key, too. */
async function keysOf(database: OpenDatabase): Promise<KeyRing> {
  try {
    return await database.keys();
  } catch (error) {
    if (!(error instanceof MasterKeyError)) throw error; // the key is elsewhere; whoever meets a sealed original is told
    return new KeyRing(MasterKey.random());
  }
}
