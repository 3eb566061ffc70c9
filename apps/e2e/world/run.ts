// Before the first story: a folder for the run, one PostgreSQL server in it, and a template database that is migrated once and
// cloned for every story. After the last one, or after a crash, the keeper removes all of it. Without a built api the stories that need
// a server say so; the others run.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { api, commands } from './api-files.js';
import { databaseUrl, query } from './databases.js';
import { publishRun, templateDatabase } from './run-facts.js';

export default async function startRun(): Promise<(() => Promise<void>) | undefined> {
  const missing = [api.main, api.embedded].filter((path) => !existsSync(path));
  if (missing.length > 0) {
    publishRun({ missing: `The api is not built (${missing.join(', ')} is missing). Build it first: npx nx build api` });
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'amity-e2e-'));
  chmodSync(folder, 0o711); // the database's own user has to pass through
  const log = join(folder, 'keeper.log');
  const keeper = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'keeper.ts'), folder], {
    stdio: ['pipe', 'pipe', openSync(log, 'w')],
    env: { ...process.env, NODE_OPTIONS: '' },
    detached: true,
  });
  const finish = async (): Promise<void> => {
    keeper.stdin?.end();
    if (keeper.exitCode === null && keeper.signalCode === null) await once(keeper, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const ownerUrl = await announced(keeper, log);
    await query(ownerUrl, `create database ${templateDatabase}`);
    migrateTemplate(databaseUrl(ownerUrl, templateDatabase), join(folder, 'template'));
    publishRun({ folder, ownerUrl });
    process.env.TMPDIR = folder; // the browsers' profiles go with the run
  } catch (error) {
    await finish();
    throw error;
  }
  return finish;
}

/** The owner's connection string, as soon as the keeper says it; an error with the keeper's log when it ends instead. */
async function announced(keeper: ChildProcess, log: string): Promise<string> {
  if (keeper.stdout === null) throw new Error('The keeper has no output to read.');
  for await (const line of createInterface({ input: keeper.stdout })) {
    const { ownerUrl } = JSON.parse(line) as { ownerUrl: string };
    return ownerUrl;
  }
  throw new Error(`The database of the run did not start:\n${existsSync(log) ? readFileSync(log, 'utf8') : 'its folder is gone'}`);
}

/** Without the commands every server brings its own clone up to date, which only takes longer. */
function migrateTemplate(url: string, dataDir: string): void {
  if (!existsSync(api.commands)) return;
  const { status, stderr, stdout } = spawnSync(process.execPath, [api.commands, ...commands.migrate], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url, AMITY_DATA: dataDir },
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`The template database could not be migrated:\n${stdout}${stderr}`);
}
