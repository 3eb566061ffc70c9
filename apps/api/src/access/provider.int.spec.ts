import type { LinkedIdentityList, Me, MemberActor, ProviderOutcome, SessionList } from '@amity/access';
import type { ProblemDetails } from '@amity/kernel';
import { AuthenticatorApp } from '../testing/authenticator-app.js';
import { headersOf, type Jar, ProviderPeer, ProviderVisits } from '../testing/provider-visitor.js';
import { type Answer, TestWorld } from '../testing/test-world.js';
import { attemptCookie, hostCookie } from './browser.js';

const short = ({ status, body }: Answer<unknown>) => [status, (body as Partial<ProblemDetails>).code];
const over = [410, 'access.provider_attempt_over'];
const refused = [401, 'access.provider_refused'];

describe('signing in by an account elsewhere', () => {
  let peer: ProviderPeer;
  let world: TestWorld;
  let visits: ProviderVisits;
  let as: MemberActor;
  let subject: string;
  beforeAll(async () => {
    peer = await ProviderPeer.start();
    const provider = { issuer: peer.issuer, clientId: 'amity', clientSecret: 'a secret: with signs/that need+escaping', name: 'City ID' };
    world = await TestWorld.open({ provider });
    visits = new ProviderVisits(world, peer);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    await peer.stop();
  });
  let count = 0;
  beforeEach(async () => {
    await world.owner.query('delete from identity.sign_in_tries');
    as = await world.organization();
    subject = `person-${++count}`;
  });

  const post = <T>(jar: Jar, path: string, body: object) => visits.post<T>(jar, path, body);
  const start = (jar: Jar, returnTo?: string) => visits.start(jar, returnTo);
  const answer = (jar: Jar, query: string) => visits.answer(jar, query);
  const go = (jar: Jar, who = subject, change?: (url: URL) => void) => visits.go(jar, who, change);
  const link = (who = subject) => visits.link(as, who);
  const identities = async () => (await world.call<LinkedIdentityList>('GET', '/api/access/provider/identities', { as })).body.items;
  const rows = async (sql: string): Promise<unknown[]> => (await world.owner.query<Record<string, unknown>>(sql)).rows;

  it('lets in whoever linked it, in a new session, and leads to where they wanted to go', async () => {
    const linked = await link();
    expect([linked.status, linked.body.outcome, linked.body.returnTo]).toEqual([201, 'linked', '/account']);
    const jar: Jar = { session: 'planted'.repeat(6) };
    const url = await start(jar, '/visits?week=20');
    expect(Object.fromEntries([...url.searchParams].filter(([name]) => !['state', 'nonce', 'code_challenge'].includes(name)))).toEqual({
      client_id: 'amity',
      code_challenge_method: 'S256',
      redirect_uri: 'http://amity.test/sign-in/provider',
      response_type: 'code',
      scope: 'openid', // nothing but who it is
    });
    const { status, body, headers } = await answer(jar, await peer.visit(url.href, subject));
    expect([status, body.outcome, body.returnTo, body.me?.account.id]).toEqual([201, 'signed_in', '/visits?week=20', as.accountId]);
    expect(jar.attempt).toBe('');
    const cookies = [headers['set-cookie'] ?? []].flat().map(String);
    expect(cookies.filter((cookie) => cookie.startsWith(`${hostCookie}=`)).length).toBe(1);
    const { items } = (await world.call<SessionList>('GET', '/api/access/sessions', { headers: headersOf(jar) })).body;
    expect(items.map(({ method, isThis }) => [method, isThis])).toEqual([
      ['provider', true],
      ['password', false], // a test signs in again
      ['password', false], // linking left this one
    ]);
    expect((await identities()).map(({ label, issuer, usedAt }) => [label, issuer, typeof usedAt])).toEqual([
      [subject, peer.issuer, 'string'],
    ]);
    expect(await rows('select 1 from identity.provider_attempts')).toEqual([]);
  });

  it('ties the attempt to the browser by a cookie that comes back from another website and that no script reads', async () => {
    const begun = await world.call('POST', '/api/access/provider/sign-ins', { body: {} });
    const [cookie = ''] = [begun.headers['set-cookie'] ?? []].flat().map(String);
    expect(
      cookie
        .replace(/=[^;]+/, '=…')
        .split('; ')
        .sort(),
    ).toEqual([`${attemptCookie}=…`, 'HttpOnly', 'Max-Age=600', 'Path=/', 'SameSite=Lax', 'Secure'].sort());
  });

  it('refuses whoever has not linked it, also under an address that is somebody’s here, verified or not', async () => {
    const { email } = (await world.call<Me>('GET', '/api/access/me', { as })).body.account;
    for (const verified of ['verified', 'unverified']) {
      const jar: Jar = {};
      const query = await go(jar, `${subject}|${email}|${verified}`, (url) => url.searchParams.set('scope', 'openid email'));
      const turnedAway = await answer(jar, query);
      expect([...short(turnedAway), jar.session]).toEqual([401, 'access.provider_unknown', undefined]);
      expect(turnedAway.body.detail).toBe(
        'Nobody here has linked this account of City ID yet. Sign in as you did so far and link it under “Account and sign-in”; from then on it lets you in.',
      );
    }
    expect(await identities()).toEqual([]);
  });

  it('refuses an answer that names another issuer, or none where the provider always names itself (mix-up)', async () => {
    await link();
    for (const iss of ['https://evil.example', `${peer.issuer}/`, null]) {
      const jar: Jar = {};
      const query = new URLSearchParams(await go(jar));
      if (iss === null) query.delete('iss');
      else query.set('iss', iss);
      expect([iss, ...short(await answer(jar, query.toString())), jar.session]).toEqual([iss, ...refused, undefined]);
    }
  });

  it('takes an answer once: not again, and of many at once one', async () => {
    await link();
    const jar: Jar = {};
    const query = await go(jar);
    const before = { ...jar };
    expect((await answer(jar, query)).status).toBe(201);
    expect(short(await answer({ ...before }, query))).toEqual(over);
    const another: Jar = {};
    const next = await go(another);
    const answers = await Promise.all(Array.from({ length: 6 }, () => answer({ ...another }, next)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(5).fill(410)]);
  });

  it('refuses a missing and a wrong state, and the state of another attempt', async () => {
    await link();
    const [first, second]: [Jar, Jar] = [{}, {}];
    const [mine, other] = [new URLSearchParams(await go(first)), new URLSearchParams(await go(second))];
    const without = new URLSearchParams(mine);
    without.delete('state');
    expect(short(await answer(first, without.toString()))).toEqual(over);
    expect(short(await answer(first, new URLSearchParams({ ...Object.fromEntries(mine), state: 'guessed' }).toString()))).toEqual(over);
    expect(short(await answer(first, other.toString()))).toEqual(over); // their code in my browser: login CSRF
    expect(short(await answer({}, mine.toString()))).toEqual(over); // my code in a browser that began nothing
    expect((await answer(first, mine.toString())).status).toBe(201); // and none of it spoiled the real one
  });

  it('refuses an ID token made for another nonce, a code made for another verifier, and a code that is none', async () => {
    await link();
    for (const [name, value] of [
      ['nonce', 'a nonce of somebody else'],
      ['code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'],
    ] as const) {
      const jar: Jar = {};
      const query = await go(jar, subject, (url) => url.searchParams.set(name, value));
      expect([name, ...short(await answer(jar, query)), jar.session]).toEqual([name, ...refused, undefined]);
    }
    const [mine, stolen]: [Jar, Jar] = [{}, {}];
    const query = new URLSearchParams(await go(mine));
    query.set('code', new URLSearchParams(await go(stolen)).get('code') ?? ''); // injected into an attempt of one's own
    expect(short(await answer(mine, query.toString()))).toEqual(refused);
    const last: Jar = {};
    const guessed = new URLSearchParams(await go(last));
    guessed.set('code', 'guessed');
    expect(short(await answer(last, guessed.toString()))).toEqual(refused);
  });

  it('says so when the provider refuses, and spends the attempt', async () => {
    const jar: Jar = {};
    const query = await go(jar, subject, (url) => url.searchParams.set('prompt', 'none'));
    expect(new URLSearchParams(query).get('error')).toBe('login_required');
    expect([short(await answer(jar, query)), short(await answer(jar, query))]).toEqual([refused, over]);
  });

  it('ends an attempt after ten minutes', async () => {
    await link();
    const jar: Jar = {};
    const query = await go(jar);
    await world.owner.query(
      `update identity.provider_attempts set created_at = now() - interval '11 minutes', expires_at = now() - interval '1 minute'`,
    );
    expect(short(await answer(jar, query))).toEqual(over);
    await start({});
    expect((await rows('select 1 from identity.provider_attempts')).length).toBe(1); // the old one is swept away by the next
  });

  it('leads nowhere but to a path of ours', async () => {
    await link();
    for (const asked of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const jar: Jar = {};
      const url = await start(jar, asked);
      expect([asked, (await answer(jar, await peer.visit(url.href, subject))).body.returnTo]).toEqual([asked, '/']);
    }
    await start({});
    await expect(world.owner.query(`update identity.provider_attempts set return_to = '//evil.example'`)).rejects.toMatchObject({
      constraint: 'provider_attempts_stay_here',
    });
  });

  it('asks for the second factor of an account that has one, and only lets in with it, once', async () => {
    await link();
    const secret = (await world.call<{ secret: string }>('POST', '/api/access/authenticator', { as })).body.secret;
    const app = new AuthenticatorApp(secret);
    await world.call('POST', '/api/access/authenticator/confirm', { as, body: { code: app.code(-1) } });
    const jar: Jar = {};
    expect([...short(await answer(jar, await go(jar))), jar.session]).toEqual([401, 'access.second_factor_needed', undefined]);
    expect(short(await post({}, 'codes', { code: app.code() }))).toEqual(over);
    expect([...short(await post(jar, 'codes', { code: '000000' })), jar.session]).toEqual([401, 'access.wrong_code', undefined]);
    const again = { ...jar };
    const entered = await post<ProviderOutcome>(jar, 'codes', { code: app.code() });
    expect([entered.status, entered.body.outcome, (jar.session ?? '').length]).toEqual([201, 'signed_in', 43]);
    expect(short(await post(again, 'codes', { code: app.code(1) }))).toEqual(over);
    const guessing: Jar = {};
    await answer(guessing, await go(guessing));
    for (let i = 0; i < 10; i++) await post(guessing, 'codes', { code: '000000' });
    expect(short(await post(guessing, 'codes', { code: app.code(1) }))).toEqual([429, 'access.too_many_tries']);
  });

  it('lets no suspended member in', async () => {
    await link();
    await world.owner.query(`update access.memberships set state = 'suspended' where account_id = $1`, [as.accountId]);
    const jar: Jar = {};
    expect([...short(await answer(jar, await go(jar))), jar.session]).toEqual([403, 'access.no_access_now', undefined]);
  });

  it('is throttled by address', async () => {
    let last: Answer = await post({}, 'sign-ins', {});
    for (let i = 0; i < 65 && last.status !== 429; i++) last = await post({}, i % 2 ? 'answers' : 'codes', { query: 'state=x', code: '1' });
    expect(short(last)).toEqual([429, 'access.too_many_tries']);
  });

  it('keeps neither the state nor the browser’s secret', async () => {
    const jar: Jar = {};
    const state = (await start(jar)).searchParams.get('state') ?? '';
    const [row] = await rows('select p::text from identity.provider_attempts p order by created_at desc limit 1');
    const kept = JSON.stringify(row);
    for (const secret of [state, jar.attempt ?? ''])
      expect([secret.length, kept.includes(secret), kept.includes(Buffer.from(secret).toString('hex'))]).toEqual([43, false, false]);
  });
});
