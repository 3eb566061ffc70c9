import { readFileSync, statSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AuthenticatorStart, MemberActor, Protection, RecoveryCodes, SessionList } from '@amity/access';
import type { ProblemDetails } from '@amity/kernel';
import { DataSource } from 'typeorm';
import { AuthenticatorApp } from '../testing/authenticator-app.js';
import { type Answer, TestWorld } from '../testing/test-world.js';
import { FactorSecrets } from './factor-secrets.js';
import { hostCookie } from './index.js';

const password = 'correct horse battery';
const short = ({ status, body }: Answer) => [status, (body as ProblemDetails).code];

describe('a second factor', () => {
  let world: TestWorld;
  let dataDir: string;
  let as: MemberActor;
  let email: string;
  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'amity-factor-'));
    world = await TestWorld.open({ dataDir });
  });
  afterAll(async () => {
    await world.close();
    rmSync(dataDir, { recursive: true });
  });
  beforeEach(async () => {
    as = await world.organization();
    const { rows } = await world.owner.query<{ email: string }>('select email from identity.accounts where id = $1', [as.accountId]);
    email = rows[0]?.email ?? '';
  });

  const signIn = (code?: string, typed = password) =>
    world.call<ProblemDetails>('POST', '/api/access/sessions', {
      body: { email, password: typed, ...(code === undefined ? {} : { code }) },
    });
  const start = async () => (await world.call<AuthenticatorStart>('POST', '/api/access/authenticator', { as })).body;
  const finish = (code: string) => world.call<RecoveryCodes>('POST', '/api/access/authenticator/confirm', { as, body: { code } });
  const protection = async () => (await world.call<Protection>('GET', '/api/access/protection', { as })).body;
  const sql = (text: string) => world.owner.query(text, [as.accountId]);
  /** As if thirty seconds and more had passed since the last code. */
  const later = async () => {
    await world.owner.query('alter table identity.authenticators disable trigger keep_step');
    await sql('update identity.authenticators set last_step = 0 where account_id = $1');
    await world.owner.query('alter table identity.authenticators enable trigger keep_step');
  };
  const add = async () => {
    const app = new AuthenticatorApp((await start()).secret);
    const { codes } = (await finish(app.code())).body;
    await later();
    return { app, codes };
  };

  it('is added with the first code of the app, gives ten recovery codes, ends other sessions and renews this one', async () => {
    await signIn();
    const before = world.tokenOf(as);
    const { secret, uri } = await start();
    expect([uri.includes(secret), await protection()]).toEqual([
      true,
      { hasPassword: true, authenticatorSince: null, recoveryCodesLeft: 0, passkeys: 0 },
    ]);
    expect([short(await finish('000000')), (await signIn()).status]).toEqual([[422, 'access.code_not_from_app'], 201]);
    const { status, body } = await finish(new AuthenticatorApp(secret).code());
    expect([status, new Set(body.codes).size, body.codes.every((code) => /^(\w{5}-){2}\w{5}$/.test(code))]).toEqual([201, 10, true]);
    const { items } = (await world.call<SessionList>('GET', '/api/access/sessions', { as })).body;
    const old = await world.app.inject({ url: '/api/access/me', headers: { cookie: `${hostCookie}=${before}` } });
    expect([items.length, old.statusCode, world.tokenOf(as) === before]).toEqual([1, 401, false]);
    const now = await protection();
    expect({ ...now, authenticatorSince: typeof now.authenticatorSince }).toEqual({
      hasPassword: true,
      authenticatorSince: 'string',
      recoveryCodesLeft: 10,
      passkeys: 0,
    });
    expect(short(await world.call('POST', '/api/access/authenticator', { as }))).toEqual([409, 'access.factor_exists']);
    expect(short(await finish(new AuthenticatorApp(secret).code(1)))).toEqual([409, 'access.factor_exists']);
  });

  it('is asked for after the right password only; without it nobody gets a session or a cookie', async () => {
    const { app } = await add();
    const refused = await signIn();
    expect([...short(refused), refused.headers['set-cookie'], refused.headers['x-amity-csrf']]).toEqual([
      401,
      'access.second_factor_needed',
      undefined,
      undefined,
    ]);
    for (const code of [undefined, app.code(), '000000'])
      expect([code, ...short(await signIn(code, 'wrong and wrong again'))]).toEqual([code, 401, 'access.wrong_credentials']);
    const wrong = await signIn('000000');
    expect([...short(wrong), wrong.headers['set-cookie']]).toEqual([401, 'access.wrong_code', undefined]);
    expect((await signIn(app.code())).status).toBe(201);
    const { rows } = await sql(`select method from identity.sessions where account_id = $1 order by method`);
    expect(rows).toEqual([{ method: 'password' }, { method: 'password_and_code' }]);
  });

  it('takes a code once: not again, not an older one, and of many at once one', async () => {
    const { app } = await add();
    const newest = app.code();
    expect([(await signIn(newest)).status, ...short(await signIn(newest))]).toEqual([201, 401, 'access.wrong_code']);
    expect(short(await signIn(app.code(-1)))).toEqual([401, 'access.wrong_code']);
    await later();
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(app.code())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(401)]);
  });

  it('takes a code of one step before or after, and of no other', async () => {
    const { app } = await add();
    for (const [steps, status] of [
      [-1, 201],
      [1, 201],
      [-3, 401],
      [3, 401],
    ] as const) {
      expect([steps, (await signIn(app.code(steps))).status]).toEqual([steps, status]);
      await later();
    }
  });

  it('lets a recovery code in once, however it is typed, also of many at once; new ones end the old', async () => {
    const { codes } = await add();
    const [first = '', second = '', third = ''] = codes;
    expect([(await signIn(first.toUpperCase().replaceAll('-', ' '))).status, ...short(await signIn(first))]).toEqual([
      201,
      401,
      'access.wrong_code',
    ]);
    const many = await Promise.all(Array.from({ length: 6 }, () => signIn(second)));
    expect([many.filter(({ status }) => status === 201).length, (await protection()).recoveryCodesLeft]).toEqual([1, 8]);
    const { body } = await world.call<RecoveryCodes>('POST', '/api/access/recovery-codes', { as });
    expect([body.codes.includes(third), (await signIn(third)).status, (await protection()).recoveryCodesLeft]).toEqual([false, 401, 10]);
  });

  it('belongs to its account: another’s app and another’s recovery codes open nothing', async () => {
    const mine = await add();
    as = await world.organization();
    await add();
    const { rows } = await sql('select email from identity.accounts where id = $1');
    email = (rows[0] as { email: string }).email;
    expect([(await signIn(mine.app.code())).status, (await signIn(mine.codes[0])).status]).toEqual([401, 401]);
  });

  it('can be guessed ten times, then nobody is let in for a while', async () => {
    const { app } = await add();
    for (let i = 0; i < 10; i++) await signIn('000000');
    expect(short(await signIn(app.code()))).toEqual([429, 'access.too_many_tries']);
  });

  it('is removed by its owner, after showing that it is them', async () => {
    await add();
    const remove = () => world.call('DELETE', '/api/access/authenticator', { as });
    await sql(`update identity.sessions set confirmed_at = now() - interval '11 minutes' where account_id = $1`);
    expect(short(await remove())).toEqual([403, 'access.confirm_needed']);
    for (const [method, url] of [
      ['POST', 'authenticator'],
      ['POST', 'authenticator/confirm'],
      ['POST', 'recovery-codes'],
      ['POST', 'password'],
    ] as const)
      expect([url, ...short(await world.call(method, `/api/access/${url}`, { as, body: {} }))]).toEqual([
        url,
        403,
        'access.confirm_needed',
      ]);
    expect(short(await world.call('POST', '/api/access/sessions/current/confirm', { as, body: { password: 'wrong' } }))).toEqual([
      422,
      'access.not_confirmed',
    ]);
    expect((await world.call('POST', '/api/access/sessions/current/confirm', { as, body: { password } })).status).toBe(204);
    expect([(await remove()).status, (await signIn()).status, (await protection()).recoveryCodesLeft]).toEqual([204, 201, 0]);
    expect(short(await remove())).toEqual([409, 'access.factor_missing']);
  });

  it('confirms as well as a password does, and its code is used up by it', async () => {
    const { app } = await add();
    const code = app.code();
    const confirm = (body: object) => world.call<ProblemDetails>('POST', '/api/access/sessions/current/confirm', { as, body });
    expect([(await confirm({ code })).status, ...short(await confirm({ code }))]).toEqual([204, 422, 'access.not_confirmed']);
    expect([(await confirm({})).status, (await confirm({ code, password })).status]).toEqual([422, 422]);
    for (let i = 0; i < 12; i++) await confirm({ password: 'guessing' });
    expect(short(await confirm({ password }))).toEqual([429, 'access.too_many_tries']);
  });

  it('that was begun and left for fifteen minutes must be begun again', async () => {
    const { secret } = await start();
    await sql(`update identity.authenticators set created_at = now() - interval '16 minutes' where account_id = $1`);
    expect(short(await finish(new AuthenticatorApp(secret).code()))).toEqual([409, 'access.enrolment_over']);
    const again = await start();
    expect([again.secret === secret, (await finish(new AuthenticatorApp(secret).code())).status]).toEqual([false, 422]);
    expect((await finish(new AuthenticatorApp(again.secret).code())).status).toBe(201);
  });

  it('never goes back a step, whoever writes it', async () => {
    await start();
    await sql('update identity.authenticators set last_step = 7 where account_id = $1');
    await expect(sql('update identity.authenticators set last_step = 6 where account_id = $1')).rejects.toMatchObject({
      constraint: 'authenticators_step_grows',
    });
  });

  describe('at rest', () => {
    const secrets = (folder: string, file: string | null = null) =>
      new FactorSecrets(world.get(DataSource), { dataDir: folder, factorKeyFile: file });

    it('is sealed under a key that only the server’s user may read, and its codes are hashes', async () => {
      const { secret } = await start();
      const { codes } = (await finish(new AuthenticatorApp(secret).code())).body;
      const { rows } = await world.owner.query<{ row: string; sealed: Buffer }>(
        `select a::text as row, sealed from identity.authenticators a union all select r::text, null from identity.recovery_codes r`,
      );
      const readable = [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))].flatMap((text) => [
        text,
        Buffer.from(text).toString('hex'),
      ]);
      expect(rows.filter(({ row }) => readable.some((text) => row.includes(text)))).toEqual([]);
      const { mode, size } = statSync(path.join(dataDir, 'factor.key'));
      expect([mode & 0o777, size]).toEqual([0o600, 32]);
    });

    it('opens for its own account alone, and not when a bit has changed', async () => {
      const sealing = secrets(dataDir);
      const other = await world.organization();
      const sealed = sealing.seal(as.accountId, 'SECRET');
      expect(sealing.open(as.accountId, sealed)).toBe('SECRET');
      expect(sealed.equals(sealing.seal(as.accountId, 'SECRET'))).toBe(false);
      expect(() => sealing.open(other.accountId, sealed)).toThrow();
      for (const at of [0, 9, 21, sealed.length - 1]) {
        const bent = Buffer.from(sealed);
        bent.writeUInt8(bent.readUInt8(at) ^ 1, at);
        expect(() => sealing.open(as.accountId, bent)).toThrow();
      }
    });

    it('stops the start loudly when its key is missing, another one, or no key', async () => {
      await add();
      const empty = mkdtempSync(path.join(tmpdir(), 'amity-factor-'));
      try {
        await expect(secrets(empty).onModuleInit()).rejects.toThrow(/is missing\. Put .*factor\.key back from your backup/);
        await expect(secrets(empty, path.join(empty, 'named')).onModuleInit()).rejects.toThrow(/AMITY_FACTOR_KEY_FILE names .*named/);
        writeFileSync(path.join(empty, 'factor.key'), Buffer.alloc(32, 7));
        await expect(secrets(empty).onModuleInit()).rejects.toThrow(/is not the one/);
        writeFileSync(path.join(empty, 'factor.key'), 'short');
        await expect(secrets(empty).onModuleInit()).rejects.toThrow(/32 bytes/);
        writeFileSync(path.join(empty, 'named'), readFileSync(path.join(dataDir, 'factor.key')));
        await secrets(empty, path.join(empty, 'named')).onModuleInit();
      } finally {
        rmSync(empty, { recursive: true });
      }
    });
  });
});
