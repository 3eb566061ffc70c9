// Finds the master key, or makes it on the first start, and refuses to go on with one that does not open what is sealed in this
// database. The database holds the key's id alone. Losing the key is losing what is sealed, so every sentence says where to look.
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { KeyRing } from './database/sealing/key-ring.js';
import { MasterKey } from './database/sealing/master-key.js';
import type { Settings } from './settings.js';

type Where = Pick<Settings, 'databaseUrl' | 'dataDir' | 'masterKeyFile'>;

export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError';
}

export async function openKeyRing(appUrl: string, where: Where, log: (line: string) => void): Promise<KeyRing> {
  const file = masterKeyFileOf(where);
  const client = new pg.Client({ connectionString: appUrl, application_name: 'amity-keys', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // the query at hand fails as well, and says why
  await client.connect();
  try {
    const expected = await expectedId(client);
    const master = expected ? kept(file, where, expected) : await first(client, file, where, log);
    return new KeyRing(master, (id) => masterKeyWith(id, file));
  } finally {
    await client.end();
  }
}

export function masterKeyFileOf({ masterKeyFile, dataDir }: Pick<Settings, 'masterKeyFile' | 'dataDir'>): string {
  return masterKeyFile ?? path.join(dataDir, 'master.key');
}

/** The key with this id: at its place, or beside it when a rotation was interrupted between the database and the file. */
function masterKeyWith(id: Buffer, file: string): MasterKey | null {
  return [file, nextFileOf(file)].map(readMasterKey).find((key) => key?.is(id)) ?? null;
}

/** Where `privacy rotate-keys --master` keeps the new key until the database has taken it. */
export function nextFileOf(file: string): string {
  return `${file}.next`;
}

/** @returns null when there is no such file. @throws MasterKeyError when it holds something else than a key, or may not be read */
export function readMasterKey(file: string): MasterKey | null {
  const text = contentsOf(file);
  if (text === null) return null;
  const key = MasterKey.parse(text);
  if (!key)
    throw new MasterKeyError(`${file} holds no master key. A master key is one line of 64 hexadecimal digits; put your copy of it there.`);
  return key;
}

function contentsOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return null; // not made yet, or lost: the caller knows which
    if (code === 'EACCES' || code === 'EISDIR')
      throw new MasterKeyError(`the master key ${file} cannot be read (${code}). It must be a file that the user of Amity may read.`);
    throw error;
  }
}

/** The key of a database that has seen one. */
function kept(file: string, { masterKeyFile }: Where, expected: Buffer): MasterKey {
  const found = masterKeyWith(expected, file);
  if (found) return found;
  const key = readMasterKey(file);
  const place = masterKeyFile ? 'AMITY_MASTER_KEY_FILE' : 'the data folder';
  const wayOut = masterKeyFile
    ? `Let AMITY_MASTER_KEY_FILE name your copy of the key`
    : `Put your copy of the key there, or let AMITY_MASTER_KEY_FILE name it`;
  throw new MasterKeyError(
    key
      ? `this database is sealed with the master key ${name(expected)}, and ${file} (${place}) holds ${name(key.id)}. ${wayOut}, and start again. Nothing was changed.`
      : `this database is sealed with the master key ${name(expected)}, and there is no key at ${file} (${place}). ${wayOut}, and start again. Nothing was changed.`,
  );
}

/** Nothing is sealed yet: the named key, the one that lies there already, or a new one in the data folder. */
async function first(client: pg.Client, file: string, where: Where, log: (line: string) => void): Promise<MasterKey> {
  const found = readMasterKey(file);
  if (!found && where.masterKeyFile)
    throw new MasterKeyError(
      `AMITY_MASTER_KEY_FILE names ${file}, and there is no such file. Make it (openssl rand -hex 32 > ${file}), keep a copy elsewhere, and start again.`,
    );
  const key = found ?? made(file);
  await client.query(`insert into identity.key_check (master_key_id) values ($1) on conflict do nothing`, [key.id]);
  const expected = await expectedId(client);
  if (!expected || !key.is(expected)) {
    if (!found) rmSync(file); // another server was first with its own; ours has sealed nothing
    return kept(file, where, expected ?? key.id);
  }
  if (!found && where.databaseUrl)
    log(
      `\n  A master key was made: ${file}\n  Identity documents, health and other sensitive data are sealed with it, and nothing opens them without it.\n` +
        `  BACK IT UP NOW, apart from the database. Several servers need the same file: let AMITY_MASTER_KEY_FILE name it.\n`,
    );
  return key;
}

/** Whole or not at all, and readable by its owner alone; another process that made one meanwhile keeps it. */
function made(file: string): MasterKey {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${MasterKey.random().text}\n`, { mode: 0o600, flush: true });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error; // somebody else's key is the one then
  } finally {
    rmSync(draft);
  }
  const key = readMasterKey(file);
  if (!key) throw new MasterKeyError(`the master key ${file} vanished while it was being made. Start again.`);
  return key;
}

async function expectedId(client: pg.Client): Promise<Buffer | null> {
  const { rows } = await client.query<{ master_key_id: Buffer }>('select master_key_id from identity.key_check');
  return rows[0]?.master_key_id ?? null;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

function name(id: Buffer): string {
  return id.toString('hex');
}
