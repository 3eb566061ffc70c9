import type { MemberActor, Me, Passkey, PasskeyCreation, PasskeyList, PasskeyRequest, Protection } from '@amity/access';
import type { ProblemDetails } from '@amity/kernel';
import { AuthenticatorApp } from '../testing/authenticator-app.js';
import { type Lies, PasskeyDevice } from '../testing/passkey-device.js';
import { type Answer, TestWorld } from '../testing/test-world.js';
import { hostCookie } from './index.js';

const origin = 'http://amity.test';
const short = ({ status, body }: Answer) => [status, (body as ProblemDetails).code];

describe('passkeys', () => {
  let world: TestWorld;
  let as: MemberActor;
  let device: PasskeyDevice;
  beforeAll(async () => {
    world = await TestWorld.open({ publicUrl: origin });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    as = await world.organization();
    device = new PasskeyDevice(origin);
    await world.owner.query('delete from identity.sign_in_tries');
  });

  const post = <T>(url: string, body: unknown, who: MemberActor | undefined = as) =>
    world.call<T & ProblemDetails>('POST', `/api/access/${url}`, { ...(who ? { as: who } : {}), body });
  const creation = async () => (await post<PasskeyCreation>('passkeys/options', {})).body;
  const add = async (which = device, name = 'Laptop', lies: Lies = {}) =>
    post<Passkey>('passkeys', which.create(await creation(), name, lies));
  const stranger = <T>(url: string, body: unknown) => world.call<T & ProblemDetails>('POST', `/api/access/${url}`, { body });
  const request = async () => (await stranger<PasskeyRequest>('sessions/passkey/options', {})).body;
  const signIn = async (lies: Lies = {}, which = device) => stranger<Me>('sessions/passkey', which.answer(await request(), lies));
  const list = async () => (await world.call<PasskeyList>('GET', '/api/access/passkeys', { as })).body.items;
  const sql = (text: string) => world.owner.query(text, [as.accountId]);

  it('are added, named and listed, and sign in as both factors in one', async () => {
    const before = world.tokenOf(as);
    const added = await add();
    expect([added.status, added.body.name, added.body.isSynced, added.body.usedAt]).toEqual([201, 'Laptop', false, null]);
    expect(world.tokenOf(as) === before).toBe(false);
    const { secret } = (await post<{ secret: string }>('authenticator', {})).body;
    await post('authenticator/confirm', { code: new AuthenticatorApp(secret).code() });
    const signedIn = await signIn();
    expect([signedIn.status, signedIn.body.account.id]).toEqual([201, as.accountId]);
    expect(String(signedIn.headers['set-cookie'])).toMatch(new RegExp(`^${hostCookie}=[\\w-]{43}; `));
    const { rows } = await sql(`select method from identity.sessions where account_id = $1 order by method`);
    expect(rows).toEqual([{ method: 'passkey' }, { method: 'password' }]);
    const renamed = await world.call<Passkey>('PATCH', `/api/access/passkeys/${added.body.id}`, { as, body: { name: ' Work laptop ' } });
    expect([renamed.status, (await list()).map(({ name, usedAt }) => [name, usedAt === null])]).toEqual([200, [['Work laptop', false]]]);
    expect((await world.call<Protection>('GET', '/api/access/protection', { as })).body.passkeys).toBe(1);
  });

  it('are asked for with everything that makes them safe, and nothing that names the account', async () => {
    const made = await creation();
    expect({ ...made, challenge: made.challenge.length, user: made.user.displayName }).toEqual({
      challenge: 43,
      rp: { id: 'amity.test', name: 'Amity' },
      user: 'Ada',
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
      timeout: 300_000,
      excludeCredentials: [],
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
    });
    const asked = await request();
    expect({ ...asked, challenge: asked.challenge.length }).toEqual({
      challenge: 43,
      rpId: 'amity.test',
      timeout: 300_000,
      userVerification: 'required',
    });
    await add();
    expect((await creation()).excludeCredentials).toEqual([
      { type: 'public-key', id: device.id.toString('base64url'), transports: ['internal'] },
    ]);
  });

  it('are refused when any part of the answer is not what it should be, and no cookie is set', async () => {
    await add();
    const lies: readonly Lies[] = [
      { origin: 'https://amity.test' },
      { origin: 'http://amity.test.evil.example' },
      { rpId: 'evil.example' },
      { type: 'webauthn.create' },
      { verified: false },
      { userHandle: Buffer.alloc(16, 1).toString('base64url') },
      { challenge: 'A'.repeat(43) },
      { signature: Buffer.from('3006020101020101', 'hex') },
    ];
    for (const lie of lies) {
      const answer = await signIn(lie);
      expect([lie, ...short(answer), answer.headers['set-cookie']]).toEqual([lie, 401, 'access.passkey_refused', undefined]);
    }
    expect((await signIn()).status).toBe(201);
  });

  it('answer a challenge once: not again, not after five minutes, not for another purpose, and of many at once one', async () => {
    await add();
    const answer = device.answer(await request());
    expect([(await stranger('sessions/passkey', answer)).status, ...short(await stranger('sessions/passkey', answer))]).toEqual([
      201,
      401,
      'access.passkey_refused',
    ]);
    const late = await request();
    await world.owner.query(`update identity.challenges set expires_at = now() - interval '1 second'`);
    expect((await stranger('sessions/passkey', device.answer(late))).status).toBe(401);
    const { body: forConfirming } = await post<PasskeyRequest>('sessions/current/confirm/options', {});
    expect((await stranger('sessions/passkey', device.answer(forConfirming))).status).toBe(401);
    const once = device.answer(await request());
    const many = await Promise.all(Array.from({ length: 6 }, () => stranger('sessions/passkey', once)));
    expect(many.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401, 401, 401]);
  });

  it('are refused when their counter does not go on: somebody has a copy', async () => {
    device.counter = 5;
    await add();
    expect([(await signIn()).status, (await signIn()).status, device.counter]).toEqual([201, 201, 7]);
    for (const counter of [7, 6, 0]) expect([counter, (await signIn({ counter })).status]).toEqual([counter, 401]);
    await expect(sql('update identity.passkeys set counter = 6 where account_id = $1')).rejects.toMatchObject({
      constraint: 'passkeys_counter_grows',
    });
    expect((await signIn()).status).toBe(201);
  });

  it('are not added with a false answer, for another account’s challenge, or twice', async () => {
    for (const lie of [{ origin: 'https://evil.example' }, { rpId: 'evil.example' }, { verified: false }, { challenge: 'B'.repeat(43) }])
      expect([lie, ...short(await add(device, 'Laptop', lie))]).toEqual([lie, 422, 'access.passkey_not_added']);
    const other = await world.organization();
    const theirs = (await post<PasskeyCreation>('passkeys/options', {}, other)).body;
    expect(short(await post('passkeys', device.create(theirs, 'Stolen')))).toEqual([422, 'access.passkey_not_added']);
    const draft = device.create(await creation(), 'Laptop');
    expect([(await post('passkeys', draft)).status, ...short(await post('passkeys', draft))]).toEqual([
      201,
      422,
      'access.passkey_not_added',
    ]);
    expect([...short(await add()), (await list()).length]).toEqual([409, 'access.passkey_known', 1]);
  });

  it('belong to their account: nobody else names, removes or confirms with them', async () => {
    const { id } = (await add()).body;
    const other = await world.organization();
    expect(short(await world.call('PATCH', `/api/access/passkeys/${id}`, { as: other, body: { name: 'Mine' } }))).toEqual([
      404,
      'kernel.unknown',
    ]);
    expect(short(await world.call('DELETE', `/api/access/passkeys/${id}`, { as: other }))).toEqual([404, 'kernel.unknown']);
    const { body: asked } = await post<PasskeyRequest>('sessions/current/confirm/options', {}, other);
    expect(short(await post('sessions/current/confirm', { passkey: device.answer(asked) }, other))).toEqual([
      401,
      'access.passkey_refused',
    ]);
    expect((await list()).map(({ name }) => name)).toEqual(['Laptop']);
  });

  it('confirm that it is really their owner', async () => {
    await add();
    await sql(`update identity.sessions set confirmed_at = now() - interval '1 hour' where account_id = $1`);
    expect(short(await post('passkeys/options', {}))).toEqual([403, 'access.confirm_needed']);
    const { body: asked } = await post<PasskeyRequest>('sessions/current/confirm/options', {});
    expect((await post('sessions/current/confirm', { passkey: device.answer(asked) })).status).toBe(204);
    expect((await post('passkeys/options', {})).status).toBe(201);
  });

  it('go, but not the only way in, also when two are removed at once', async () => {
    const phone = new PasskeyDevice(origin);
    const ids = [(await add()).body.id, (await add(phone, 'Phone')).body.id];
    await sql('update identity.accounts set password_hash = null where id = $1');
    const remove = (id = '') => world.call('DELETE', `/api/access/passkeys/${id}`, { as });
    const statuses = (await Promise.all(ids.map(remove))).map(({ status }) => status);
    expect([(await list()).length, statuses.includes(204)]).toEqual([1, true]);
    const [last] = await list();
    expect(short(await remove(last?.id))).toEqual([409, 'access.last_way_in']);
    await sql(`update identity.accounts set password_hash = 'x' where id = $1`);
    expect([(await remove(last?.id)).status, (await signIn()).status]).toEqual([204, 401]);
  });

  it('that are no JSON, too long or half there are refused, never a crash', async () => {
    await add();
    const good = device.answer(await request());
    const bent = (response: object) => stranger('sessions/passkey', { ...good, response: { ...good.response, ...response } });
    for (const response of [{ clientDataJSON: 'AAAA' }, { authenticatorData: 'AA' }, { signature: 'A' }])
      expect([response, (await bent(response)).status]).toEqual([response, 401]);
    for (const response of [{ clientDataJSON: 'x'.repeat(20_001) }, { signature: 'not base64url!' }, { signature: undefined }])
      expect((await bent(response)).status).toBe(422);
  });
});
