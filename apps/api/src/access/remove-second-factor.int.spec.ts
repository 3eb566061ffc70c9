import { spawn } from 'node:child_process';
import path from 'node:path';
import type { AuthenticatorStart, MemberActor } from '@amity/access';
import { AuthenticatorApp } from '../testing/authenticator-app.js';
import { TestWorld } from '../testing/test-world.js';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');

describe('a lost second factor', () => {
  let world: TestWorld;
  let as: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
    as = await world.organization();
  });
  afterAll(() => world.close());

  const run = (...words: string[]) =>
    new Promise<{ code: number | null; output: string }>((resolve) => {
      const child = spawn(process.execPath, [cli, 'access', 'remove-second-factor', ...words], {
        env: { ...process.env, DATABASE_URL: world.database.ownerUrl, NODE_OPTIONS: '' },
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
      child.once('close', (code) => resolve({ code, output }));
    });

  it('is removed from the command line: the app, the codes and every session go, the password stays', async () => {
    const { secret } = (await world.call<AuthenticatorStart>('POST', '/api/access/authenticator', { as })).body;
    await world.call('POST', '/api/access/authenticator/confirm', { as, body: { code: new AuthenticatorApp(secret).code() } });
    const signIn = () =>
      world.call('POST', '/api/access/sessions', { body: { email: 'ada@organization-1.example', password: 'correct horse battery' } });
    expect((await signIn()).status).toBe(401);
    expect(await run('Ada@organization-1.example')).toEqual({
      code: 0,
      output: 'Ada signs in by password or passkey alone, and should add a new authenticator app. Every session has ended.\n',
    });
    expect([(await world.call('GET', '/api/access/me', { as })).status, (await signIn()).status]).toEqual([401, 201]);
    const { rows } = await world.owner.query(
      'select account_id from identity.recovery_codes union select account_id from identity.authenticators',
    );
    expect(rows).toEqual([]);
    expect(await run('ada@organization-1.example')).toEqual({ code: 0, output: 'Ada has no second factor. Nothing was changed.\n' });
    expect((await world.call('GET', '/api/access/me', { as })).status).toBe(401);
  }, 60_000);

  it('needs one address that is known', async () => {
    expect(await run('nobody@example.org')).toEqual({ code: 1, output: 'There is no account with the address nobody@example.org.\n' });
    expect((await run()).code).toBe(2);
  }, 60_000);
});
