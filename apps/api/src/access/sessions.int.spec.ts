import type { MemberActor, SessionList } from '@amity/access';
import type { ProblemDetails } from '@amity/kernel';
import { TestWorld } from '../testing/test-world.js';
import { csrfOf, hostCookie, plainCookie, Sessions } from './index.js';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const password = 'correct horse battery';

describe('sessions', () => {
  let world: TestWorld;
  let as: MemberActor;
  let email: string;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    as = await world.organization();
    const { rows } = await world.owner.query<{ email: string }>('select email from identity.accounts where id = $1', [as.accountId]);
    email = rows[0]?.email ?? '';
  });

  const signIn = (headers: Record<string, string> = {}) =>
    world.app.inject({ method: 'POST', url: '/api/access/sessions', headers, payload: { email, password } });
  const whoIs = async (cookie: string, headers = {}) =>
    (await world.app.inject({ method: 'GET', url: '/api/access/me', headers: { cookie, ...headers } })).statusCode;
  const sessions = async () => (await world.call<SessionList>('GET', '/api/access/sessions', { as })).body.items;
  const age = (column: string, by: string) =>
    world.owner.query(`update identity.sessions set ${column} = ${column} - $2::interval where account_id = $1`, [as.accountId, by]);
  const refusal = ({ status, body }: { status: number; body: unknown }) => [status, (body as ProblemDetails).code];

  describe('cookie', () => {
    it('is __Host-, Secure, HttpOnly and Lax over https and at this very machine; plain only over http elsewhere', async () => {
      const made = async (host: string, more = {}) => {
        const [cookie] = (await signIn({ host, ...more })).cookies;
        return [cookie?.name, cookie?.secure ?? false, cookie?.httpOnly, cookie?.sameSite, cookie?.path, cookie?.domain];
      };
      const secure = [hostCookie, true, true, 'Lax', '/', undefined];
      expect(await made('localhost:3000')).toEqual(secure);
      expect(await made('127.0.0.1:3000')).toEqual(secure);
      expect(await made('[::1]:3000')).toEqual(secure);
      expect(await made('amity.lan:3000')).toEqual([plainCookie, false, true, 'Lax', '/', undefined]);
      expect(await made('localhost.evil.example')).toEqual([plainCookie, false, true, 'Lax', '/', undefined]);
    });

    it('counts under its one name and nowhere else', async () => {
      const token = world.tokenOf(as);
      expect([
        await whoIs(`${hostCookie}=${token}`),
        await whoIs(`${plainCookie}=${token}`),
        await whoIs(`session=${token}`),
        await whoIs(`${plainCookie}=${token}`, { host: 'amity.lan' }),
        await whoIs(`${hostCookie}=${token}`, { host: 'amity.lan' }),
      ]).toEqual([200, 401, 401, 200, 401]);
    });

    it('planted by somebody else never becomes a session, and one brought along ends at sign-in', async () => {
      const planted = 'A'.repeat(43);
      const answer = await signIn({ cookie: `${hostCookie}=${planted}` });
      const issued = answer.cookies.find(({ name }) => name === hostCookie)?.value ?? '';
      expect([answer.statusCode, issued === planted, await whoIs(`${hostCookie}=${planted}`)]).toEqual([201, false, 401]);
      // The attacker's own session, planted in the victim's browser: it ends, and the victim's is another one
      const attacker = await world.organization();
      const theirs = world.tokenOf(attacker);
      await signIn({ cookie: `${hostCookie}=${theirs}` });
      expect([await whoIs(`${hostCookie}=${theirs}`), await whoIs(`${hostCookie}=${issued}`)]).toEqual([401, 200]);
    });

    it('and every other header are of the server’s making: nothing that was sent becomes one, and nobody is led away', async () => {
      const evil = 'https://evil.example\r\nSet-Cookie: evil=1';
      const answer = await world.app.inject({
        method: 'POST',
        url: `/api/access/sessions?returnTo=${encodeURIComponent(evil)}`,
        headers: { cookie: `${hostCookie}=${encodeURIComponent(evil)}`, 'user-agent': 'evil.example', 'x-forwarded-host': 'evil.example' },
        payload: { email, password, returnTo: evil },
      });
      expect([answer.statusCode, answer.cookies.length, answer.headers.location]).toEqual([201, 1, undefined]);
      expect(JSON.stringify(answer.headers)).not.toContain('evil');
      const broken = await world.app.inject({
        method: 'POST',
        url: '/api/access/sessions',
        payload: { email: `${email}\r\nSet-Cookie: evil=1`, password },
      });
      expect([broken.statusCode, broken.cookies.length]).toEqual([422, 0]);
    });

    it('is taken back at sign-out, and its session with it', async () => {
      const token = world.tokenOf(as);
      const left = await world.call('DELETE', '/api/access/sessions/current', { as });
      expect([left.status, await whoIs(`${hostCookie}=${token}`)]).toEqual([204, 401]);
      expect(String(left.headers['set-cookie'])).toMatch(
        new RegExp(`^${hostCookie}=; Max-Age=0; Path=/; .*HttpOnly; Secure; SameSite=Lax$`),
      );
    });
  });

  describe('limits', () => {
    it('are twelve idle hours: a minute before, it lives and begins anew; a minute after, it is over', async () => {
      await age('seen_at', '11 hours 59 minutes');
      expect((await world.call('GET', '/api/access/me', { as })).status).toBe(200);
      await age('seen_at', '11 hours 59 minutes');
      expect((await world.call('GET', '/api/access/me', { as })).status).toBe(200);
      await age('seen_at', '12 hours 1 minute');
      expect((await world.call('GET', '/api/access/me', { as })).status).toBe(401);
    });

    it('are seven days, however busy it is, and neither a switch nor a new token extends them', async () => {
      const older = (by: string) => Promise.all([age('expires_at', by), age('created_at', by)]);
      await older('6 days 23 hours');
      const { status } = await world.call('POST', '/api/access/sessions/switch', { as, body: { organizationId: as.organizationId } });
      expect([status, (await world.call('GET', '/api/access/me', { as })).status]).toEqual([201, 200]);
      await older('1 hour 1 minute');
      expect((await world.call('GET', '/api/access/me', { as })).status).toBe(401);
    });

    it('are held by the database: a session ends after it begins, and came by a known way', async () => {
      const set = (change: string) => world.owner.query(`update identity.sessions set ${change} where account_id = $1`, [as.accountId]);
      await expect(set('expires_at = created_at')).rejects.toMatchObject({ constraint: 'sessions_end_after_they_begin' });
      await expect(set(`method = 'magic'`)).rejects.toMatchObject({ constraint: 'sessions_method_known' });
    });
  });

  describe('devices', () => {
    it('are listed to their owner alone: what, from where, how and since when', async () => {
      await signIn({ 'user-agent': firefox, 'x-forwarded-for': '203.0.113.77' });
      await world.organization();
      const items = await sessions();
      expect(items.map(({ device, network, method, isThis }) => ({ device, network, method, isThis }))).toEqual([
        { device: '', network: '', method: 'password', isThis: true },
        { device: 'Firefox · Windows', network: '127.0.0.0/24', method: 'password', isThis: false },
      ]);
      expect(items.every(({ openedAt, seenAt }) => Math.abs(Date.parse(openedAt) - Date.parse(seenAt)) < 60_000)).toBe(true);
      expect(Object.keys(items[0] ?? {}).sort()).toEqual(['device', 'id', 'isThis', 'method', 'network', 'openedAt', 'seenAt']);
    });

    it('are ended one by one, and nobody ends another’s', async () => {
      await signIn();
      const other = (await sessions()).find(({ isThis }) => !isThis)?.id ?? '';
      const stranger = await world.organization();
      expect(refusal(await world.call('DELETE', `/api/access/sessions/${other}`, { as: stranger }))).toEqual([404, 'kernel.unknown']);
      expect((await sessions()).length).toBe(2);
      expect((await world.call('DELETE', `/api/access/sessions/${other}`, { as })).status).toBe(204);
      expect((await sessions()).map(({ isThis }) => isThis)).toEqual([true]);
      expect(refusal(await world.call('DELETE', `/api/access/sessions/${other}`, { as }))).toEqual([404, 'kernel.unknown']);
    });

    it('are ended all at once, but only by somebody who just showed that it is them', async () => {
      for (let i = 0; i < 3; i++) await signIn();
      await age('confirmed_at', '10 minutes 1 second');
      const endOthers = () => world.call('DELETE', '/api/access/sessions', { as });
      expect([...refusal(await endOthers()), (await sessions()).length]).toEqual([403, 'access.confirm_needed', 4]);
      await world.owner.query('update identity.sessions set confirmed_at = now() where account_id = $1', [as.accountId]);
      expect([(await endOthers()).status, (await sessions()).length]).toEqual([204, 1]);
    });
  });

  describe('tokens', () => {
    it('are exchanged when what the session may do changes: the old one is worth nothing', async () => {
      const before = world.tokenOf(as);
      const found = await world.get(Sessions).find(before);
      if (!found) throw new Error('The session is gone.');
      await signIn();
      const after = await world.get(Sessions).renew(found.session);
      expect([after === before, await whoIs(`${hostCookie}=${before}`), await whoIs(`${hostCookie}=${after}`)]).toEqual([false, 401, 200]);
      const { rows } = await world.owner.query('select id from identity.sessions where account_id = $1', [as.accountId]);
      expect(rows).toEqual([{ id: found.session.id }]);
      await expect(world.get(Sessions).rotate(as.organizationId)).rejects.toMatchObject({ code: 'access.sign_in_needed' });
    });

    it('stand in the database as hashes only', async () => {
      const token = world.tokenOf(as);
      const { rows } = await world.owner.query<{ row: string }>('select s::text as row from identity.sessions s');
      expect(rows.filter(({ row }) => row.includes(token) || row.includes(Buffer.from(token).toString('hex')))).toEqual([]);
    });
  });

  describe('an unsafe request', () => {
    const change = (headers: Record<string, string>) =>
      world.call('POST', '/api/people', { as, headers, body: { givenName: 'Maria', familyName: 'Silva' } });

    it('needs the session’s own token besides its cookie', async () => {
      const stranger = await world.organization();
      const own = csrfOf(world.tokenOf(as));
      for (const sent of ['', 'nonsense', own.slice(1), `${own}x`, csrfOf(world.tokenOf(stranger)), world.tokenOf(as)])
        expect([sent, ...refusal(await change({ 'x-amity-csrf': sent }))]).toEqual([sent, 403, 'access.stale_page']);
      expect((await change({})).status).toBe(201);
      expect((await change({ 'x-amity-csrf': own, host: 'localhost:3000', origin: 'http://localhost:3000' })).status).toBe(201);
    });

    it('is refused without the header whatever the method, and nothing happens', async () => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const headers = { cookie: `${hostCookie}=${world.tokenOf(as)}` };
        const url = method === 'DELETE' ? '/api/access/sessions/current' : '/api/people/01a2013f-7aa4-7873-8e08-475a972c512e';
        const answer = await world.app.inject({ method, url: method === 'POST' ? '/api/people' : url, headers, payload: {} });
        expect([method, answer.statusCode]).toEqual([method, method === 'PATCH' ? 404 : 403]); // nothing is patched there
      }
      expect((await world.call('GET', '/api/access/me', { as })).status).toBe(200);
    });

    it('from another website is refused whatever it carries', async () => {
      for (const origin of ['https://elsewhere.example', 'http://localhost:81', 'null'])
        expect([origin, ...refusal(await change({ origin }))]).toEqual([origin, 403, 'access.foreign_origin']);
    });

    it('learns its token from who-am-I, and from every answer that gives a session', async () => {
      const token = world.tokenOf(as);
      const { body } = await world.call<{ me: { csrf: string } }>('GET', '/api/access/session', { as });
      const signedIn = await signIn();
      const issued = signedIn.cookies.find(({ name }) => name === hostCookie)?.value ?? '';
      expect([body.me.csrf, signedIn.headers['x-amity-csrf'], signedIn.json<{ csrf: string }>().csrf]).toEqual([
        csrfOf(token),
        csrfOf(issued),
        csrfOf(issued),
      ]);
    });
  });
});
