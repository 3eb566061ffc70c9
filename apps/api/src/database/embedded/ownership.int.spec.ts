// Processes die in every way; the server of a data folder has one owner at a time, and committed rows stay.

import { spawn } from 'node:child_process';
import { mkdir, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { joinEmbeddedPostgres, startEmbeddedPostgres } from './index.js';
import { isAlive } from './processes.js';
import { compileLauncher, temporaryFolder, type Launcher } from './testing/server-in-a-process.js';

let launcher: Launcher;
let dataDir: string;

async function rows(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = async (): Promise<number> => Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

async function gone(pid: number): Promise<boolean> {
  for (let tries = 0; isAlive(pid) && tries < 500; tries++) await delay(20);
  return !isAlive(pid);
}

async function startAndStop(): Promise<void> {
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    expect(await rows(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  } finally {
    await server.stop();
  }
}

beforeAll(async () => {
  launcher = await compileLauncher();
  dataDir = await temporaryFolder();
  await startAndStop();
});
afterAll(async () => {
  await launcher.remove();
  await rm(dirname(dataDir), { recursive: true, force: true });
});

test('a server orphaned by kill -9 is adopted with what was committed, and stopped by its new owner', async () => {
  const first = launcher.start({ dataDir });
  const told = await first.told;
  if (told.state !== 'ready') throw new Error(told.message);
  await rows(told.ownerUrl, 'create table committed as select 7 as seven');
  const pid = await serverPid();
  await first.signal('SIGKILL');
  expect(isAlive(pid)).toBe(true);

  const second = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    expect([second.port, second.owned, await serverPid()]).toEqual([told.port, true, pid]);
    expect(await rows(second.ownerUrl, 'select seven from committed')).toEqual([{ seven: 7 }]);
  } finally {
    await second.stop();
  }
  expect(isAlive(pid)).toBe(false);
});

test('an orphan that runs without the safety now asked for is started anew', async () => {
  const first = launcher.start({ dataDir });
  await first.told;
  const pid = await serverPid();
  await first.signal('SIGKILL');
  const second = await startEmbeddedPostgres({ dataDir, durable: true });
  try {
    expect(isAlive(pid)).toBe(false);
    expect(await rows(second.ownerUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
  } finally {
    await second.stop();
  }
});

test.each(['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const)('no server is left behind after %s', async (end) => {
  const process = launcher.start({ dataDir });
  await process.told;
  const pid = await serverPid();
  await (end === 'exit' ? process.order(end) : process.signal(end));
  expect(await gone(pid)).toBe(true);
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log', 'postgres.password']);
});

test('a start right after an exit waits for the server that is still stopping', async () => {
  const process = launcher.start({ dataDir });
  await process.told;
  const exit = process.order('exit');
  await exit;
  await startAndStop();
});

test('a second process is refused, told whom to stop, and leaves the server alone', async () => {
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    const second = launcher.start({ dataDir });
    expect(await second.told).toEqual({
      state: 'refused',
      code: 'in_use',
      message: expect.stringMatching(new RegExp(`in use by process ${process.pid}\\. Stop that process.*AMITY_DATA`)),
    });
    await second.ended;
    expect(await rows(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await joinEmbeddedPostgres(dataDir)).toBe(server.ownerUrl);
  } finally {
    await server.stop();
  }
  expect(await joinEmbeddedPostgres(dataDir)).toBe(null);
});

test('of many that come after a dead owner, exactly one gets the folder', async () => {
  const dead = launcher.start({ dataDir });
  await dead.told;
  await dead.signal('SIGKILL');
  const many = Array.from({ length: 5 }, () => launcher.start({ dataDir }));
  const told = await Promise.all(many.map((one) => one.told));
  expect(told.map((one) => (one.state === 'ready' ? 'ready' : one.code)).sort()).toEqual(['in_use', 'in_use', 'in_use', 'in_use', 'ready']);
  await Promise.all(many.map((one, index) => (told[index]?.state === 'ready' ? one.order('stop') : one.ended)));
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log', 'postgres.password']);
});

test('an owner file whose number went to another process is taken over', async () => {
  await writeFile(join(dataDir, 'owner'), JSON.stringify({ id: 'former', pid: process.pid, started: 'some other moment' }));
  await startAndStop();
});

test('an owner in another container is dead once it no longer touches its file', async () => {
  const owner = join(dataDir, 'owner');
  await writeFile(owner, JSON.stringify({ id: 'elsewhere', pid: process.pid, space: 'pid:[1]' }));
  const almost = new Date(Date.now() - 14_000);
  await utimes(owner, almost, almost);
  const begin = performance.now();
  await startAndStop();
  expect(performance.now() - begin).toBeGreaterThan(900);
});

test('a half-written owner file is nobody', async () => {
  await writeFile(join(dataDir, 'owner'), '{"id":"for');
  await startAndStop();
});

describe('postmaster.pid', () => {
  async function leave(pid: number): Promise<void> {
    const lines = [pid, join(dataDir, 'postgres'), 1_700_000_000, 1, '', '127.0.0.1', '1 1', 'ready', ''];
    await writeFile(join(dataDir, 'postgres/postmaster.pid'), lines.join('\n'));
  }

  test('of a dead server is cleared', async () => {
    const passing = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await new Promise((resolve) => passing.once('exit', resolve));
    await leave(passing.pid ?? 0);
    await startAndStop();
  });

  test('whose number went to another process is cleared, and that process lives on', async () => {
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...(process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}) });
    try {
      await leave(stranger.pid ?? 0);
      await startAndStop();
      expect(isAlive(stranger.pid ?? 0)).toBe(true);
    } finally {
      stranger.kill();
    }
  });

  test('whose number went to the server of another data folder is cleared, and that server lives on', async () => {
    const elsewhere = await temporaryFolder();
    const other = await startEmbeddedPostgres({ dataDir: elsewhere, durable: false });
    try {
      await leave(Number((await readFile(join(elsewhere, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]));
      await startAndStop();
      expect(await rows(other.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      await other.stop();
      await rm(dirname(elsewhere), { recursive: true, force: true });
    }
  });

  test('a server killed with kill -9 is reported and recovers', async () => {
    const lines: string[] = [];
    const server = await startEmbeddedPostgres({ dataDir, durable: false, log: (line) => lines.push(line) });
    const pid = await serverPid();
    process.kill(pid, 'SIGKILL');
    for (let tries = 0; lines.length < 2 && tries < 500; tries++) await delay(20);
    await server.stop();
    expect(lines.at(-1)).toBe(`PostgreSQL has ended by itself; ${join(dataDir, 'postgres.log')} tells why.`);
    await startAndStop();
  });
});

test('an initdb killed in the middle is done again', async () => {
  const fresh = await temporaryFolder();
  try {
    const process = launcher.start({ dataDir: fresh });
    for (let tries = 0; !(await readdir(fresh)).some((name) => name.startsWith('postgres.init-')) && tries < 500; tries++) await delay(10);
    await delay(150);
    await process.signal('SIGKILL');
    expect((await readdir(fresh)).includes('postgres')).toBe(false);
    const server = await startEmbeddedPostgres({ dataDir: fresh, durable: false });
    await server.stop();
    expect((await readdir(fresh)).sort()).toEqual(['postgres', 'postgres.log', 'postgres.password']);

    await rm(join(fresh, 'postgres'), { recursive: true });
    await mkdir(join(fresh, 'postgres/something'), { recursive: true });
    await expect(startEmbeddedPostgres({ dataDir: fresh })).rejects.toMatchObject({ code: 'not_startable' });
  } finally {
    await rm(dirname(fresh), { recursive: true, force: true, maxRetries: 5 });
  }
});
