// PostgreSQL refuses to run as root. As root we lend it an unprivileged user of this machine; where no such user can reach the
// data folder or the binaries (a 0700 home, say) we start it in a user namespace, in which root's own files belong to
// an ordinary user. Whether a way works is tried, not guessed: access lists, mounts and containers have the last word.

import { spawn, type SpawnOptions } from 'node:child_process';
import { chown, lchown, lstat, mkdir, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError, isSystemError } from './embedded-postgres-error.js';

/** How the server's programs are started and to whom its files belong. */
export interface Account {
  /** For the log: "this user", "user nobody", "a user namespace". */
  readonly name: string;
  /** What stands before the command. */
  readonly prefix: readonly string[];
  readonly spawnAs: { readonly uid?: number; readonly gid?: number };
  /** Owner of the cluster's files, as this process sees it; absent where nothing needs to be handed over. */
  readonly files?: { readonly uid: number; readonly gid: number };
}

interface PasswdEntry {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The account for this data folder. Throws `no_unprivileged_user` when none works. */
export async function chooseAccount(dataDir: string, binaries: Binaries): Promise<Account> {
  const uid = process.getuid?.();
  const thisUser: Account = { name: 'this user', prefix: [], spawnAs: {} };
  if (uid === undefined) return thisUser;
  const users = await readPasswd();
  if (uid !== 0) {
    // initdb looks its user up by number; containers started with a number of their own know no user of that number.
    if (hasName()) return thisUser;
    const namespaced = namespaceAccount(users, uid, process.getgid?.() ?? uid);
    return (await works(namespaced, dataDir, binaries)) ? namespaced : thisUser;
  }
  const candidates = (await candidateUsers(dataDir, binaries, users)).map(lentAccount);
  for (const account of [...candidates, namespaceAccount(users, 0, 0)]) if (await works(account, dataDir, binaries)) return account;
  throw new EmbeddedPostgresError(
    'no_unprivileged_user',
    `PostgreSQL does not run as root, and no unprivileged user of this machine can reach both ${dataDir} and ${binaries.packageDir}. ` +
      'Start Amity as an ordinary user, keep it and its data in folders others may enter (chmod o+x), or set DATABASE_URL to a server of your own.',
  );
}

/** Whether the system knows a user of our number. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch (error) {
    if (isSystemError(error, 'ERR_SYSTEM_ERROR')) return false;
    throw error;
  }
}

const lentAccount = ({ name, uid, gid }: PasswdEntry): Account => ({
  name: `user ${name}`,
  prefix: [],
  spawnAs: { uid, gid },
  files: { uid, gid },
});

function namespaceAccount(users: readonly PasswdEntry[], uid: number, gid: number): Account {
  const inside = users.find((user) => user.name === 'nobody') ?? users.find((user) => user.uid !== 0) ?? { uid: 65_534, gid: 65_534 };
  return {
    name: 'a user namespace',
    prefix: ['unshare', '--user', `--map-user=${inside.uid}`, `--map-group=${inside.gid}`, '--'],
    spawnAs: {},
    files: { uid, gid },
  };
}

/** Whoever has the cluster keeps it; then those the surroundings belong to; then the users made for this. */
async function candidateUsers(dataDir: string, binaries: Binaries, users: readonly PasswdEntry[]): Promise<readonly PasswdEntry[]> {
  const uids: number[] = [];
  for (const folder of [join(dataDir, 'postgres'), dataDir, dirname(dataDir), binaries.packageDir]) uids.push(await ownerOf(folder));
  const named = ['postgres', 'nobody'].map((name) => users.find((user) => user.name === name)?.uid ?? 0);
  return [...new Set([...uids, ...named])]
    .filter((uid) => uid !== 0)
    .flatMap((uid) => users.filter((user) => user.uid === uid).slice(0, 1));
}

/** The uid a folder belongs to, 0 when it does not exist yet. */
async function ownerOf(folder: string): Promise<number> {
  try {
    return (await stat(folder)).uid;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return 0;
    throw error;
  }
}

async function readPasswd(): Promise<readonly PasswdEntry[]> {
  try {
    const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
    return lines.flatMap((line) => {
      const [name, , uid, gid] = line.split(':');
      return name !== undefined && uid !== undefined && gid !== undefined ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
    });
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Tries an account for real: run the server binary and write into a folder of its own under the data folder. */
async function works(account: Account, dataDir: string, binaries: Binaries): Promise<boolean> {
  const trial = await mkdtemp(join(dataDir, 'trial-'));
  try {
    await handOver(trial, account);
    const script = '"$0" --version && "$1" --version && mkdir "$2/made" && : > "$2/made/file"';
    const answer = await run(account, ['/bin/sh', '-c', script, binaries.postgres, binaries.initdb, trial], binaries.environment);
    return answer.code === 0;
  } catch (error) {
    // A container may map only a few users: chown and setuid to the others then fail.
    if (isSystemError(error, 'EINVAL', 'EPERM', 'ENOENT', 'EACCES')) return false;
    throw error;
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

/** Makes an empty folder only the account can enter. */
export async function makeFolder(path: string, account: Account): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  await handOver(path, account);
}

/** Gives one file or folder to the account. */
export async function handOver(path: string, account: Account): Promise<void> {
  if (account.files !== undefined) await chown(path, account.files.uid, account.files.gid);
}

/** Gives a folder and all below it to the account, unless it has it already. */
export async function handOverAll(folder: string, account: Account): Promise<void> {
  if (account.files === undefined || (await lstat(folder)).uid === account.files.uid) return;
  // The folder itself comes last: should we be interrupted, the next start sees the old owner and does it again.
  for (const entry of await readdir(folder, { recursive: true })) await lchown(join(folder, entry), account.files.uid, account.files.gid);
  await lchown(folder, account.files.uid, account.files.gid);
}

/** Spawns a command as the account. */
export function spawnAs(account: Account, command: readonly string[], options: SpawnOptions) {
  const [file = '', ...args] = [...account.prefix, ...command];
  return spawn(file, args, { ...options, ...account.spawnAs });
}

/** Runs a command as the account to its end. Output is stdout and stderr together. */
export function run(
  account: Account,
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  input = '',
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawnAs(account, command, { env: environment, cwd: '/', stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
    // A command that ends without reading its input closes the pipe; its exit code tells the rest.
    child.stdin?.on('error', (error) => (isSystemError(error, 'EPIPE') ? undefined : reject(error)));
    child.stdin?.end(input);
  });
}
