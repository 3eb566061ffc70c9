import type { AuthenticatorStart, Me, MemberActor, RecoveryCodes } from '@amity/access';
import type { ProblemDetails } from '@amity/kernel';
import { AuthenticatorApp } from '../testing/authenticator-app.js';
import { TestWorld } from '../testing/test-world.js';
import { linksPerMailbox } from './magic-links.service.js';
import { tokenHash } from './tokens.js';

describe('links to sign in', () => {
  let world: TestWorld;
  let host: MemberActor;
  let email: string;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  beforeEach(async () => {
    host = await world.member(await world.organization(), ['host']);
    email = await emailOf(host);
    await world.owner.query('update identity.accounts set password_hash = null where id = $1', [host.accountId]);
    await world.owner.query(`delete from identity.sign_in_tries; delete from messages.mail`);
  });
  afterAll(() => world.close());

  const ask = (to: string, headers = {}) => world.call<ProblemDetails>('POST', '/api/access/magic-links', { body: { email: to }, headers });
  const use = (token: string, as?: MemberActor) =>
    world.call<Me & ProblemDetails>('POST', '/api/access/magic-links/use', { body: { token }, ...(as ? { as } : {}) });
  const letters = async (): Promise<string[]> =>
    (await world.owner.query<{ text: string }>('select text from messages.mail order by id')).rows.map(({ text }) => text);
  const newest = async (): Promise<string> => /#token=(\S+)/.exec((await letters()).at(-1) ?? '')?.[1] ?? '';
  const emailOf = async ({ accountId }: MemberActor): Promise<string> => {
    const { rows } = await world.owner.query<{ email: string }>('select email from identity.accounts where id = $1', [accountId]);
    return rows[0]?.email ?? '';
  };

  it('open one session; a second use is refused with a sentence that says what to do', async () => {
    expect((await ask(` ${email.toUpperCase()} `)).status).toBe(202);
    const token = await newest();
    const used = await use(token);
    expect([used.status, used.body.account.email, used.body.roles]).toEqual([201, email, ['host']]);
    const cookie = String(used.headers['set-cookie']).split(';')[0] ?? '';
    expect((await world.call('GET', '/api/access/me', { headers: { cookie } })).status).toBe(200);
    const again = await use(token);
    expect([again.status, again.body.detail]).toEqual([
      410,
      'This link has been used or has expired. Ask for a new one on the sign-in page.',
    ]);
  });

  it('are stored as a hash alone, and in no log of changes', async () => {
    await ask(email);
    const token = await newest();
    const { rows } = await world.owner.query('select token_hash from identity.magic_links where account_id = $1', [host.accountId]);
    expect(rows).toEqual([{ token_hash: tokenHash(token) }]);
    const log = await world.owner.query('select 1 from audit.entries where after::text like $1', [`%${token}%`]);
    expect(log.rows).toEqual([]);
  });

  it('let one of many in who press at once', async () => {
    await ask(email);
    const token = await newest();
    const answers = await Promise.all(Array.from({ length: 8 }, () => use(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 410)]);
  });

  it('stand for a password and no more: a second factor is asked for, and a wrong code leaves the link whole', async () => {
    const start = (await world.call<AuthenticatorStart>('POST', '/api/access/authenticator', { as: host })).body;
    const confirm = { as: host, body: { code: new AuthenticatorApp(start.secret).code() } };
    const { codes } = (await world.call<RecoveryCodes>('POST', '/api/access/authenticator/confirm', confirm)).body;
    await ask(email);
    const token = await newest();
    const withCode = (code?: string) =>
      world.call<Me & ProblemDetails>('POST', '/api/access/magic-links/use', { body: code === undefined ? { token } : { token, code } });
    expect((await withCode()).body.code).toBe('access.second_factor_needed');
    expect((await withCode('000000')).body.code).toBe('access.wrong_code');
    const answers = await Promise.all([withCode(codes[0]), withCode(codes[1])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
  });

  it('end together when one is used', async () => {
    await ask(email);
    const first = await newest();
    await ask(email);
    expect((await use(await newest())).status).toBe(201);
    expect((await use(first)).status).toBe(410);
  });

  it('end after a quarter of an hour, for a suspended member, and never sign a browser over to another account', async () => {
    await ask(email);
    const late = await newest();
    await world.owner.query(`update identity.magic_links set expires_at = now() where token_hash = $1`, [tokenHash(late)]);
    expect((await use(late)).body.code).toBe('access.magic_link_spent');
    await ask(email);
    const token = await newest();
    expect((await use(token, await world.organization())).body.code).toBe('access.magic_link_spent');
    await world.owner.query(`update access.memberships set state = 'suspended' where account_id = $1`, [host.accountId]);
    expect((await use(token)).body.code).toBe('access.magic_link_spent');
    await expect(
      world.owner.query(
        `insert into identity.magic_links (token_hash, account_id, organization_id, expires_at) values ('x', $1, $2, now() + interval '16 minutes')`,
        [host.accountId, host.organizationId],
      ),
    ).rejects.toThrow('magic_links_short');
  });

  it('tell nobody who has an account: same answer, about the same time, nothing replayed, no letter', async () => {
    const withPassword = await emailOf(await world.organization());
    const timed = async (to: string) => {
      const from = performance.now();
      const { status, body, headers } = await ask(to, { 'idempotency-key': `the-same-key-${to}` });
      return { status, body, replayed: headers['idempotency-replayed'], slow: performance.now() - from >= 400 };
    };
    const same = { status: 202, body: expect.anything() as unknown, replayed: undefined, slow: true };
    for (const to of [withPassword, 'nobody@example.org', email, email]) expect(await timed(to)).toEqual(same);
    const { rows } = await world.owner.query('select distinct recipient from messages.mail');
    expect(rows).toEqual([{ recipient: email }]);
  });

  it('are counted per mailbox, known or not', async () => {
    for (const to of [email, 'nobody@example.org']) {
      const answers = [];
      for (let i = 0; i <= linksPerMailbox; i++) answers.push((await ask(to)).status);
      expect(answers).toEqual([...Array.from({ length: linksPerMailbox }, () => 202), 429]);
    }
  }, 20_000);
});
