import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { BuiltServer } from '../database/testing/built-server.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
const [oldPassword, newPassword] = ['correct horse battery', 'another staple, longer'];

describe('a forgotten password', () => {
  let database: TestDatabase;
  let server: BuiltServer;
  let address: string;
  let settings: { readonly DATABASE_URL: string; readonly AMITY_DATA: string };
  beforeAll(async () => {
    database = await createTestDatabase();
    settings = { DATABASE_URL: database.ownerUrl, AMITY_DATA: await mkdtemp(path.join(os.tmpdir(), 'amity-test-data-')) };
    server = new BuiltServer({ ...settings, AMITY_LOG: 'trace' });
    address = await server.ready();
    const setUp = {
      organizationName: 'Harbor',
      slug: 'harbor',
      zone: 'Europe/Berlin',
      name: 'Ada',
      email: 'ada@example.org',
      password: oldPassword,
    };
    expect((await post('/api/access/set-up', setUp)).status).toBe(201);
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await database.drop();
    await rm(settings.AMITY_DATA, { recursive: true, force: true });
  }, 30_000);

  const post = (url: string, body: object, headers = {}) =>
    fetch(address + url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  const signIn = (password: string) => post('/api/access/sessions', { email: 'ada@example.org', password });
  const reset = (email: string, input: string) =>
    new Promise<{ code: number | null; output: string }>((resolve) => {
      const child = spawn(process.execPath, [cli, 'access', 'reset-password', ...(email ? [email] : [])], {
        env: { ...process.env, ...settings, NODE_OPTIONS: '' },
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
      child.once('close', (code) => resolve({ code, output }));
      child.stdin.end(input);
    });

  it('is set anew from the command line: the old one and every session end, waiting times are lifted', async () => {
    const cookie = (await signIn(oldPassword)).headers.get('set-cookie')?.split(';')[0] ?? '';
    for (let i = 0; i < 11; i++) await signIn('guessing and guessing');
    expect((await signIn(oldPassword)).status).toBe(429);
    expect(await reset('Ada@Example.org', `${newPassword}\n`)).toEqual({
      code: 0,
      output: 'Ada can sign in with the new password. Every earlier session has ended.\n',
    });
    expect([(await signIn(newPassword)).status, (await signIn(oldPassword)).status]).toEqual([201, 401]);
    expect((await fetch(`${address}/api/access/me`, { headers: { cookie } })).status).toBe(401);
  }, 60_000);

  it('refuses a weak password, an unknown address and wrong words', async () => {
    expect(await reset('ada@example.org', 'short')).toEqual({ code: 1, output: 'Use at least 12 characters.\n' });
    for (const [weak, output] of [
      ['passwordpassword', 'This is one of the passwords everybody tries first. A sentence of your own is safer.\n'],
      ['i am ada at example dot org', 'Leave your name and your address out of your password.\n'],
    ] as const)
      expect([weak, await reset('ada@example.org', weak)]).toEqual([weak, { code: 1, output }]);
    expect((await signIn(newPassword)).status).toBe(201);
    expect(await reset('nobody@example.org', newPassword)).toEqual({
      code: 1,
      output: 'There is no account with the address nobody@example.org.\n',
    });
    expect((await reset('', newPassword)).code).toBe(2);
  }, 60_000);

  it('never stands in the log, even at its most talkative; nor do cookies, links and what people wrote', async () => {
    const answer = await signIn(newPassword);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const token = 'x7Kq'.repeat(11);
    await fetch(`${address}/api/visits/feeds/${token}.ics?secret=${token}`);
    const csrf = answer.headers.get('x-amity-csrf') ?? '';
    const asAda = { cookie, 'x-amity-csrf': csrf };
    await post('/api/people', { givenName: 'Secretive' }, { ...asAda, 'x-amity-link': token, authorization: `Bearer ${token}` });
    await post('/api/people', { givenName: 'Secretive\u0000' }, asAda);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(server.output).toContain('/api/people');
    for (const secret of [oldPassword, newPassword, cookie.split('=')[1] ?? '', csrf, token, 'Secretive', '$argon2'])
      expect([secret, server.output.includes(secret)]).toEqual([secret, false]);
  }, 30_000);
});
