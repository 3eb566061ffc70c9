import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { isSystemError } from './database/embedded/embedded-postgres-error.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './database/embedded/index.js';
import { BuiltServer } from './database/testing/built-server.js';

/** The lines a person sees that are about the failure. */
const sentence = (server: BuiltServer): string => /Amity could not start: (.*)/.exec(server.output)?.[1] ?? `(none)\n${server.output}`;

describe('starting on DATABASE_URL', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'amity-start-'));
  let postgres: EmbeddedPostgres;
  let superuser: pg.Client;
  const started: BuiltServer[] = [];

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres({ dataDir, durable: false });
    superuser = new pg.Client({ connectionString: postgres.ownerUrl });
    await superuser.connect();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(started.map((server) => server.stop()));
    await superuser.end();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  const start = (databaseUrl: string, env: Record<string, string> = {}): BuiltServer => {
    const server = new BuiltServer({ DATABASE_URL: databaseUrl, AMITY_DATA: path.join(dataDir, 'server'), ...env });
    started.push(server);
    return server;
  };
  const urlOf = (parts: Partial<Record<'username' | 'password' | 'pathname' | 'hostname' | 'port', string>>): string =>
    Object.assign(new URL(postgres.ownerUrl), parts).href;
  const ownedBy = async (user: string, rights: string, password = 'p:w/d@1'): Promise<string> => {
    await superuser.query(`create role ${user} login password '${password}' ${rights}`);
    await superuser.query(`create database of_${user} owner ${user}`);
    return urlOf({ username: user, password: encodeURIComponent(password), pathname: `/of_${user}` });
  };

  it('works for an owner that is no superuser: migrations, queue, gazetteer and sign-up under forced row-level security', async () => {
    const url = await ownedBy('amity', 'nosuperuser createrole'); // also the name of a schema, which must not matter
    const server = start(url);
    const address = await server.ready();
    const setUp = {
      organizationName: 'Harbor',
      slug: 'harbor',
      zone: 'Europe/Berlin',
      name: 'Ada',
      email: 'ada@example.org',
      password: 'correct horse battery',
    };
    const made = await fetch(`${address}/api/access/set-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(setUp),
    });
    const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? '';
    const person = await fetch(`${address}/api/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'x-amity-csrf': made.headers.get('x-amity-csrf') ?? '' },
      body: JSON.stringify({ givenName: 'Maria' }),
    });
    expect([made.status, person.status]).toEqual([201, 201]);
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    const { rows } = await owner.query(
      `select (select count(*)::int from people.people) as seen, (select count(*) > 100000 from reference.places) as gazetteer, (select count(*)::int from pgboss.queue) > 2 as queues`,
    );
    await owner.end();
    // Not even the owner sees a tenant's rows without saying whose
    expect(rows).toEqual([{ seen: 0, gazetteer: true, queues: true }]);
    expect(await server.stop()).toEqual({ code: 0, signal: null });
    const again = start(url);
    await again.ready();
    await again.stop();
  }, 60_000);

  it('lets two processes that start at once both come up on one empty database', async () => {
    await superuser.query('create database twins');
    const both = [start(urlOf({ pathname: '/twins' })), start(urlOf({ pathname: '/twins' }))];
    const addresses = await Promise.all(both.map((server) => server.ready()));
    expect(new Set(addresses).size).toBe(2);
    await Promise.all(both.map((server) => server.stop()));
  }, 60_000);

  it('says in one sentence why there is no connection', async () => {
    const wrong: [string, RegExp][] = [
      [
        urlOf({ password: 'wrong' }),
        /^PostgreSQL at 127\.0\.0\.1:\d+ refused the user or the password of DATABASE_URL \(user "amity_owner"\)\. Check both\.$/,
      ],
      [
        urlOf({ pathname: '/nowhere' }),
        /^There is no database "nowhere" at 127\.0\.0\.1:\d+\. Create it first: create database "nowhere" owner "amity_owner"\.$/,
      ],
      [
        urlOf({ hostname: 'localhost', port: '1' }),
        /^No PostgreSQL answers at localhost:1, where DATABASE_URL leads \(.*ECONNREFUSED.*\)\. Check host and port, and that the server runs\.$/,
      ],
      [urlOf({ hostname: 'nowhere.invalid' }), /^No PostgreSQL answers at nowhere\.invalid:\d+, where DATABASE_URL leads/],
      [
        urlOf({ password: '' }),
        /^DATABASE_URL has no password, and Amity derives that of its own role amity_app from it\. Give the user one /,
      ],
      ['localhost/amity', /^DATABASE_URL must look like postgres:\/\/USER:PASSWORD@HOST:5432\/DATABASE\.$/],
    ];
    const servers = wrong.map(([url]) => start(url));
    for (const [i, server] of servers.entries()) {
      expect(await server.ended).toEqual({ code: 1, signal: null });
      expect(sentence(server)).toMatch(wrong[i]?.[1] ?? '');
      expect(server.output).not.toContain('    at ');
    }
  }, 60_000);

  it('says what right is missing', async () => {
    const stranger = start((await ownedBy('guest', '')).replace(/of_guest$/, 'amity'));
    expect(await stranger.ended).toEqual({ code: 1, signal: null });
    expect(sentence(stranger)).toBe('The user "guest" of DATABASE_URL must own the database, because it creates Amity\'s tables.');
  }, 30_000);

  it('says that another Amity with another owner uses the same PostgreSQL server', async () => {
    const server = start(await ownedBy('second', 'createrole', 'not the same'));
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(sentence(server)).toMatch(
      /^The role amity_app of this PostgreSQL server has another password and the user of DATABASE_URL may not change it/,
    );
  }, 30_000);

  it('names PORT when the port is taken, and ends', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const { port } = squatter.address() as { port: number };
    const server = start(urlOf({ pathname: '/twins' }), { PORT: String(port) });
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(sentence(server)).toBe(
      `port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start.`,
    );
    squatter.close();
  }, 30_000);

  it('refuses a PORT that is none', async () => {
    const server = start(urlOf({}), { PORT: 'eighty' });
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(sentence(server)).toBe('PORT must be a port number from 0 to 65535, not "eighty".');
  });

  it('answers 503 with Retry-After while PostgreSQL is frozen, and goes on when it thaws', async () => {
    const server = start(urlOf({ pathname: '/twins' }));
    const address = await server.ready();
    const ask = async () => {
      const begun = performance.now();
      const answer = await fetch(`${address}/api/access/set-up`);
      const type = answer.headers.get('content-type')?.split(';')[0];
      return { status: answer.status, retryAfter: answer.headers.get('retry-after'), type, seconds: (performance.now() - begun) / 1000 };
    };
    expect((await ask()).status).toBe(200);
    const processes = postgresProcesses(dataDir);
    processes.forEach((pid) => process.kill(pid, 'SIGSTOP'));
    try {
      const answers = await Promise.all(Array.from({ length: 20 }, ask));
      expect(answers.map(({ status, retryAfter, type }) => ({ status, retryAfter, type }))).toEqual(
        Array.from({ length: 20 }, () => ({ status: 503, retryAfter: '5', type: 'application/problem+json' })),
      );
      expect(Math.max(...answers.map((a) => a.seconds))).toBeLessThan(13);
      expect((await fetch(`${address}/api/health/live`)).status).toBe(200);
      expect((await fetch(`${address}/api/health/ready`)).status).toBe(503);
    } finally {
      processes.forEach((pid) => process.kill(pid, 'SIGCONT'));
    }
    const end = performance.now() + 10_000;
    let last = await ask();
    while (last.status !== 200 && performance.now() < end) last = await ask();
    expect(last.status).toBe(200);
    await server.stop();
  }, 60_000);
});

describe('starting on a data folder', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'amity-folder-'));
  const started: BuiltServer[] = [];
  const start = () => {
    const server = new BuiltServer({ AMITY_DATA: dataDir });
    started.push(server);
    return server;
  };
  afterAll(async () => {
    await Promise.all(started.map((server) => server.stop()));
    rmSync(dataDir, { recursive: true, force: true });
  }, 30_000);

  it('ends cleanly when told to at any moment of the start, and leaves nothing running', async () => {
    for (const wait of [150, 900, 2_500]) {
      const server = start();
      await new Promise((resolve) => setTimeout(resolve, wait));
      const { code, signal } = await server.stop();
      // Before its first line has run, the process ends by the signal itself
      expect(signal ?? code).toBe(signal ? 'SIGTERM' : 0);
      await settled(() => postgresProcesses(dataDir).length === 0);
    }
  }, 90_000);

  it('runs once: the second start on the folder says who has it', async () => {
    const first = start();
    await first.ready();
    const second = start();
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(sentence(second)).toMatch(/Amity|process/);
    expect((await fetch(`${await first.ready()}/api/health/ready`)).status).toBe(200);
    // Ctrl-C twice in a row: whoever asks again does not want to wait, and PostgreSQL ends as well
    first.signal('SIGINT');
    first.signal('SIGINT');
    const { code } = await first.ended;
    expect([0, 130]).toContain(code);
    await settled(() => postgresProcesses(dataDir).length === 0);
  }, 60_000);
});

/** Every process of the PostgreSQL that runs in this data folder: the postmaster and its children. */
function postgresProcesses(dataDir: string): number[] {
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const [stat, command] = [peek(`/proc/${pid}/stat`), peek(`/proc/${pid}/cmdline`)];
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return stat && state !== 'Z' ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
    });
  const masters = running.filter(({ command }) => command.includes(`${dataDir}/postgres`)).map(({ pid }) => pid);
  return running.filter(({ pid, parent }) => masters.includes(pid) || masters.includes(parent)).map(({ pid }) => pid);
}

/** The file's text; empty when the process has gone between the listing and the look. */
function peek(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ESRCH')) return '';
    throw error;
  }
}

async function settled(look: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!look() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(look()).toBe(true);
}
