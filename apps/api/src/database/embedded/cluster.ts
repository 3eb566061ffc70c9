// The cluster is the folder PostgreSQL keeps its files in. It is initialized in a folder beside and then renamed, so that
// a cluster is either whole or not there: an initdb killed in the middle leaves only a folder that the next start removes.
// Text is compared and folded by ICU: under plain C, É would not fold to é and trigram search would miss it.

import { randomBytes } from 'node:crypto';
import { open, readFile, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, handOver, handOverAll, makeFolder, run } from './account.js';
import type { Binaries } from './binaries.js';
import { ownerRole } from './connection.js';
import { EmbeddedPostgresError, isSystemError } from './embedded-postgres-error.js';

export interface ClusterPlace {
  readonly dataDir: string;
  /** Path of the cluster itself. */
  readonly cluster: string;
  readonly passwordFile: string;
  readonly logFile: string;
}

export const placesIn = (dataDir: string): ClusterPlace => ({
  dataDir,
  cluster: join(dataDir, 'postgres'),
  passwordFile: join(dataDir, 'postgres.password'),
  logFile: join(dataDir, 'postgres.log'),
});

/** The text of a file, undefined when there is none. */
async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Refuses what is not a cluster of ours: another major version, or a folder of something else. */
export async function checkCluster(place: ClusterPlace, major: number): Promise<'whole' | 'absent'> {
  const version = await readIfThere(join(place.cluster, 'PG_VERSION'));
  if (version === String(major)) return 'whole';
  if (version !== undefined) {
    throw new EmbeddedPostgresError(
      'other_major_version',
      `The database in ${place.cluster} was written by PostgreSQL ${version}, and this Amity brings PostgreSQL ${major}, which cannot read it. ` +
        `Either start the Amity that wrote it, dump the database with pg_dump and load the dump here, or move ${place.dataDir} away to begin with an empty one.`,
    );
  }
  try {
    await rmdir(place.cluster);
  } catch (error) {
    if (isSystemError(error, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR')) {
      throw new EmbeddedPostgresError(
        'not_startable',
        `${place.cluster} holds something that is not a PostgreSQL cluster. Move it away and start again.`,
      );
    }
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
  return 'absent';
}

/** The password of the owner role, made on the first start. */
export async function readPassword(place: ClusterPlace): Promise<string> {
  const known = await readIfThere(place.passwordFile);
  if (known !== undefined && known !== '') return known;
  const password = randomBytes(24).toString('base64url');
  const draft = `${place.passwordFile}.new`;
  await rm(draft, { force: true });
  await writeFile(draft, `${password}\n`, { flag: 'wx', mode: 0o600, flush: true });
  await rename(draft, place.passwordFile);
  return password;
}

export interface ClusterJob {
  readonly place: ClusterPlace;
  readonly binaries: Binaries;
  readonly account: Account;
  readonly password: string;
  readonly durable: boolean;
}

/** Initializes the cluster, beside first. */
export async function initialize({ place, binaries, account, password, durable }: ClusterJob): Promise<void> {
  const beside = join(place.dataDir, `postgres.init-${randomBytes(4).toString('hex')}`);
  await makeFolder(beside, account);
  const passwordFile = `${beside}.password`;
  await writeFile(passwordFile, `${password}\n`, { flag: 'wx', mode: 0o600 });
  await handOver(passwordFile, account);
  const command = [
    binaries.initdb,
    `--pgdata=${beside}`,
    `--username=${ownerRole}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${systemLocale}`,
    '--locale-provider=icu',
    '--icu-locale=und',
    '--text-search-config=simple',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  const { code, output } = await run(account, command, binaries.environment);
  await rm(passwordFile, { force: true });
  if (code !== 0) {
    await rm(beside, { recursive: true, force: true, maxRetries: 5 });
    throw new EmbeddedPostgresError(
      'not_startable',
      `PostgreSQL could not initialize ${place.cluster} as ${account.name}:\n${output.trim()}`,
    );
  }
  await rename(beside, place.cluster);
  if (durable) await flushFolder(place.dataDir);
}

/** C.UTF-8 is known on Linux alone; the others have an equal of their own. ICU decides in any case, this is for what still asks the system. */
const systemLocale = process.platform === 'linux' ? 'C.UTF-8' : process.platform === 'darwin' ? 'en_US.UTF-8' : 'en-US';

/** Makes a rename outlive a power cut. Windows has no such call. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what a killed start left behind. Only the owner of the data folder may call this. */
export async function removeUnfinished(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (/^(postgres\.init-|trial-)/.test(name)) await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Hands the cluster to the account, as when a folder changed between root and an ordinary user. */
export async function handOverCluster({ place, account }: ClusterJob): Promise<void> {
  await handOverAll(place.cluster, account);
}

/** Gives the owner role the password of the password file, for a stopped cluster. */
export async function resetPassword({ place, binaries, account, password }: ClusterJob): Promise<void> {
  const statement = `alter role ${ownerRole} password '${password}';\n`;
  const { code, output } = await run(
    account,
    [binaries.postgres, '--single', '-D', place.cluster, 'postgres'],
    binaries.environment,
    statement,
  );
  if (code !== 0 || /\b(ERROR|FATAL):/.test(output)) {
    throw new EmbeddedPostgresError(
      'not_startable',
      `The database does not accept the password in ${place.passwordFile}, and it could not be set anew:\n${output.trim()}`,
    );
  }
}
