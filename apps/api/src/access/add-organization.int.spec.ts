import type { Me } from '@amity/access';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { BuiltServer } from '../database/testing/built-server.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
const password = 'correct horse battery';

describe('another organization in the same installation', () => {
  let database: TestDatabase;
  let server: BuiltServer;
  let address: string;
  let settings: { readonly DATABASE_URL: string; readonly AMITY_DATA: string };
  beforeAll(async () => {
    database = await createTestDatabase();
    const folder = await mkdtemp(path.join(os.tmpdir(), 'amity-test-data-'));
    settings = { DATABASE_URL: database.ownerUrl, AMITY_DATA: folder };
    server = new BuiltServer(settings);
    address = await server.ready();
    const ada = { name: 'Ada', email: 'ada@example.org', password };
    expect(
      (await post('/api/access/set-up', { organizationName: 'Umbrella', slug: 'umbrella', zone: 'Europe/Berlin', ...ada })).status,
    ).toBe(201);
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await database.drop();
    await rm(settings.AMITY_DATA, { recursive: true, force: true });
  }, 30_000);

  const post = (url: string, body: object) =>
    fetch(address + url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const signIn = async (email: string) => {
    const answer = await post('/api/access/sessions', { email, password });
    return [answer.status, ((await answer.json()) as Me).organizations?.map(({ name }) => name)];
  };
  const add = (options: Record<string, string>, input = '') =>
    new Promise<{ code: number | null; output: string }>((resolve) => {
      const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
      const child = spawn(process.execPath, [cli, 'access', 'add-organization', ...args], {
        env: { ...process.env, ...settings, NODE_OPTIONS: '' },
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
      child.once('close', (code) => resolve({ code, output }));
      child.stdin.end(input);
    });
  const harbor = { name: 'Harbor Chapter', address: 'harbor', zone: 'America/New_York' };

  it('is founded for somebody who signs in here already, and for somebody new', async () => {
    expect(await add({ ...harbor, administrator: 'Ada@Example.org' })).toEqual({
      code: 0,
      output: 'Harbor Chapter is here. Ada signs in as before and finds it under the name of the organization, at the top.\n',
    });
    expect(await signIn('ada@example.org')).toEqual([201, ['Harbor Chapter', 'Umbrella']]);

    const valley = { name: 'Valley Chapter', address: 'valley', zone: 'America/Chicago', administrator: 'bo@example.org' };
    const weak = await add({ ...valley, 'administrator-name': 'Bo' }, 'short');
    expect([weak.code, weak.output.split('\n')[0]]).toEqual([2, 'password: Use at least 12 characters.']);
    expect(await add({ ...valley, 'administrator-name': 'Bo' }, `${password}\n`)).toEqual({
      code: 0,
      output: 'Valley Chapter is here. Bo signs in as bo@example.org.\n',
    });
    expect(await signIn('bo@example.org')).toEqual([201, ['Valley Chapter']]);
  }, 180_000);

  it('is refused where the address is taken, and nothing of it stays', async () => {
    const taken = { ...harbor, address: 'umbrella', administrator: 'new@example.org', 'administrator-name': 'New' };
    expect(await add(taken, password)).toEqual({
      code: 1,
      output: 'The address umbrella belongs to another organization. Choose another one.\n',
    });
    expect((await signIn('new@example.org'))[0]).toBe(401);
  }, 60_000);
});
