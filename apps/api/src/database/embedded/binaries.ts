// Where the PostgreSQL binaries are and what they need to run. They come from npm, one package a platform; npm carries no
// symbolic links, so the package lists its library links in pg-symlinks.json and makes them in an install script. Where scripts
// were off, we make the links ourselves, beside the libraries or, where the package cannot be written, in the data folder.

import { spawnSync } from 'node:child_process';
import { chmod, lstat, mkdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError, isSystemError } from './embedded-postgres-error.js';

export interface Binaries {
  /** The folder of the npm package. */
  readonly packageDir: string;
  readonly initdb: string;
  readonly postgres: string;
  /** 18 for PostgreSQL 18.4. */
  readonly major: number;
  /** The environment the binaries run in: nothing of ours but what they need. */
  readonly environment: Readonly<Record<string, string>>;
}

const libraryPathVariable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';

/**
 * The binaries for this machine, ready to run.
 * @param packageDir the folder of the platform package where it is not the installed one
 * Throws `unsupported_platform` when there are none or they do not run here.
 */
export async function findBinaries(dataDir: string, packageDir = installedPackage()): Promise<Binaries> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const initdb = join(packageDir, 'native', 'bin', `initdb${suffix}`);
  const postgres = join(packageDir, 'native', 'bin', `postgres${suffix}`);
  for (const binary of [initdb, postgres]) await makeExecutable(binary);
  const spareDir = await repairLinks(packageDir, join(dataDir, 'postgres.lib'));
  // A library found through a spare link looks for its own neighbors beside the link, so the real folder is named as well.
  const environment = environmentFor(spareDir === undefined ? [] : [spareDir, join(packageDir, 'native', 'lib')]);
  const answer = spawnSync(postgres, ['--version'], { encoding: 'utf8', env: environment });
  const major = /\(PostgreSQL\) (\d+)/.exec(answer.stdout ?? '')?.[1];
  if (major === undefined) {
    const why = answer.error?.message ?? answer.stderr.trim();
    throw unsupported(`The PostgreSQL binaries in ${packageDir} do not run on this machine (${why}).`);
  }
  return { packageDir, initdb, postgres, major: Number(major), environment };
}

function installedPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    if (!isSystemError(error, 'MODULE_NOT_FOUND')) throw error;
    throw unsupported(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} here (the package ${name} is not installed).`,
      error,
    );
  }
}

function unsupported(reason: string, cause?: unknown): EmbeddedPostgresError {
  const wayOut = 'Set DATABASE_URL to a PostgreSQL server of your own, version 15 or later.';
  return new EmbeddedPostgresError('unsupported_platform', `${reason} ${wayOut}`, { cause });
}

function environmentFor(libraryDirs: readonly string[]): Record<string, string> {
  const environment: Record<string, string> = { LC_MESSAGES: 'C' };
  // Windows programs need these to load system libraries; elsewhere PATH alone is of use.
  for (const name of ['PATH', 'SystemRoot', 'TEMP']) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  if (libraryDirs.length > 0) environment[libraryPathVariable] = libraryDirs.join(delimiter);
  return environment;
}

async function makeExecutable(path: string): Promise<void> {
  try {
    const { mode } = await stat(path);
    if ((mode & 0o111) === 0) await chmod(path, mode | 0o555);
  } catch (error) {
    // A missing or unchangeable file shows in the answer to --version, with a better sentence.
    if (!isSystemError(error, 'ENOENT', 'EROFS', 'EPERM')) throw error;
  }
}

interface LibraryLink {
  readonly link: string;
  readonly target: string;
}

/** Makes the missing library links. Answers the folder they are in when that is not the package itself. */
async function repairLinks(packageDir: string, spareDir: string): Promise<string | undefined> {
  const missing: LibraryLink[] = [];
  for (const item of await listedLinks(packageDir)) if (!(await resolves(item.link))) missing.push(item);
  let spare: string | undefined;
  for (const { link, target } of missing) {
    try {
      await relink(link, relative(dirname(link), target));
    } catch (error) {
      if (!isSystemError(error, 'EROFS', 'EACCES', 'EPERM')) throw error;
      if (spare === undefined) {
        // Made anew every time: links of an earlier start may lead to another version.
        await rm(spareDir, { recursive: true, force: true });
        await mkdir(spareDir, { mode: 0o755 });
        spare = spareDir;
      }
      await relink(join(spareDir, basename(link)), target);
    }
  }
  return spare;
}

async function listedLinks(packageDir: string): Promise<readonly LibraryLink[]> {
  try {
    const listed: unknown = JSON.parse(await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8'));
    if (!Array.isArray(listed)) return [];
    return listed.map(({ source, target }: { source: string; target: string }) => ({
      link: join(packageDir, target),
      target: join(packageDir, source),
    }));
  } catch (error) {
    // The packages for Windows have no links.
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}

async function resolves(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Two processes may repair at once: whoever comes second finds the link in place. */
async function relink(link: string, target: string): Promise<void> {
  try {
    if ((await lstat(link)).isSymbolicLink() && !(await resolves(link))) await rm(link, { force: true });
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
  try {
    await symlink(target, link);
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error;
  }
}
