// `privacy rotate-keys [--master NEWFILE]`: new data keys for every organization, or a new master key for the same data keys. Both may
// be broken off and started again, and both run beside a server.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Id } from '@amity/kernel';
import { DataSource } from 'typeorm';
import { createApplication } from '../application.js';
import type { Command } from '../commands.js';
import { KeyRing, type MasterKey } from '../database/sealing/index.js';
import { Tenants } from '../database/tenants.js';
import { type OpenDatabase, openOrJoinDatabase } from '../open-database.js';
import { masterKeyFileOf, nextFileOf, readMasterKey } from '../open-key-ring.js';
import { readSettings, type Settings } from '../settings.js';
import { UsageError } from '../usage-error.js';
import { KeyRotation } from './key-rotation.js';

export const rotateKeys: Command = {
  area: 'privacy',
  verb: 'rotate-keys',
  usage: '[--master NEWFILE]   (without it, each organization gets a new data key)',
  run: async (args) => {
    const newFile = fileIn(args);
    const next = newFile === null ? null : keyIn(newFile);
    const settings = readSettings(process.env, []);
    const database = await openOrJoinDatabase(settings, (line) => process.stderr.write(`${line}\n`));
    try {
      const sentence = await withRotation(settings, database, (rotation, source) =>
        next ? changeMaster(rotation, settings, next, newFile ?? '') : changeDataKeys(rotation, source),
      );
      process.stdout.write(`${sentence}\n`);
      return 0;
    } finally {
      await database.close();
    }
  },
};

function fileIn(args: readonly string[]): string | null {
  const [option, file] = args;
  if (option === undefined) return null;
  if (option !== '--master' || !file || args.length > 2)
    throw new UsageError('Name the new master key’s file after --master, or nothing at all.');
  return file;
}

function keyIn(file: string): MasterKey {
  const key = readMasterKey(file);
  if (!key) throw new Error(`There is no file ${file}. Make a key first: (umask 077; openssl rand -hex 32 > ${file})`);
  return key;
}

/** The whole application is built, because its entities say what is sealed; it serves nobody and works on no queue. */
async function withRotation<T>(
  settings: Settings,
  database: OpenDatabase,
  work: (rotation: KeyRotation, source: DataSource) => Promise<T>,
): Promise<T> {
  const app = await createApplication(settings, database.appUrl, await database.keys());
  try {
    const source = app.get(DataSource, { strict: false });
    return await work(new KeyRotation(source, app.get(Tenants, { strict: false }), app.get(KeyRing, { strict: false })), source);
  } finally {
    await app.close();
  }
}

async function changeDataKeys(rotation: KeyRotation, source: DataSource): Promise<string> {
  let [organizations, values] = [0, 0];
  for (const { id, name } of await source.query<{ id: Id; name: string }[]>('select id, name from identity.organizations order by id')) {
    const moved = await rotation.rotate(id, (done) => process.stderr.write(`\r${name}: ${done} values`));
    if (moved === null) continue;
    process.stderr.write('\n');
    [organizations, values] = [organizations + 1, values + moved];
  }
  return `${organizations} organizations have a new data key; ${values} values were sealed anew.`;
}

/** The new key lies beside the old one before the database takes it, so that no moment is without the right key on the disk. */
async function changeMaster(rotation: KeyRotation, settings: Settings, next: MasterKey, newFile: string): Promise<string> {
  const file = masterKeyFileOf(settings);
  if (settings.masterKeyFile) {
    const wrapped = await rotation.rewrap(next);
    return `${wrapped} data keys are under the new master key. Now let AMITY_MASTER_KEY_FILE name ${newFile} and restart every server. Keep the old key as long as you keep backups from before.`;
  }
  const old = readMasterKey(file);
  writeFileSync(nextFileOf(file), `${next.text}\n`, { mode: 0o600, flush: true });
  const wrapped = await rotation.rewrap(next);
  if (old) writeFileSync(`${file}.${old.id.toString('hex')}`, readFileSync(file), { mode: 0o600, flush: true });
  renameSync(nextFileOf(file), file);
  return `${wrapped} data keys are under the new master key, which is now ${file}: back it up. The old one lies beside it; keep it as long as you keep backups from before.`;
}
