import type { ApiToken, MemberActor, NewApiToken } from '@amity/access';
import type { Page, ProblemDetails } from '@amity/kernel';
import { aPerson } from '@amity/testing';
import { TestWorld } from '../testing/test-world.js';

describe('tokens for programs', () => {
  let world: TestWorld;
  let ada: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  beforeEach(async () => {
    ada = await world.organization();
  });
  afterAll(() => world.close());

  const make = (more: object = {}, headers = {}) =>
    world.call<NewApiToken & ProblemDetails>('POST', '/api/access/tokens', {
      as: ada,
      body: { name: 'Calendar', scopes: ['people.read', 'people.edit'], days: 30, ...more },
      headers,
    });
  const by = (secret: string | null, method: 'GET' | 'POST' | 'DELETE' = 'GET', url = '/api/people', body?: unknown) =>
    world.call<ProblemDetails>(method, url, { headers: { authorization: `Bearer ${secret ?? ''}` }, body });

  it('act within their scopes under a name of their own, and say when they were last used', async () => {
    const { status, body } = await make();
    expect([status, body.name, body.scopes, body.owner, body.lastUsedAt]).toEqual([
      201,
      'Calendar',
      ['people.read', 'people.edit'],
      'Ada',
      null,
    ]);
    expect(body.secret).toMatch(/^amity_[\w-]{65}$/);
    expect((await by(body.secret, 'POST', '/api/people', aPerson())).status).toBe(201);
    expect((await by(body.secret, 'GET', '/api/delegations')).status).toBe(403);
    const { rows } = await world.owner.query(
      `select actor, account_id from audit.entries where organization_id = $1 and subject = 'people.people'`,
      [ada.organizationId],
    );
    expect(rows).toEqual([{ actor: 'token: Calendar', account_id: ada.accountId }]);
    const { body: list } = await world.call<Page<ApiToken>>('GET', '/api/access/tokens', { as: ada });
    expect(list.items.map((t) => [t.name, t.lastUsedAt === null, 'secret' in t])).toEqual([['Calendar', false, false]]);
  });

  it('are stored as a hash, and not shown again to a request that comes twice', async () => {
    const first = await make({}, { 'idempotency-key': 'made-only-once' });
    const second = await make({}, { 'idempotency-key': 'made-only-once' });
    expect([second.body.id, second.body.secret]).toEqual([first.body.id, null]);
    const secret = first.body.secret ?? '';
    for (const table of ['access.idempotency_keys', 'access.api_tokens', 'audit.entries']) {
      const { rows } = await world.owner.query(`select 1 from ${table} t where t::text like $1`, [`%${secret.slice(30)}%`]);
      expect([table, rows]).toEqual([table, []]);
    }
  });

  it('never hold more than their owner, neither when they are made nor later', async () => {
    expect((await make({ scopes: ['privacy.reveal'] })).body.code).toBe('access.beyond_giver');
    expect((await make({ scopes: ['hosting.read_own'] })).body.code).toBe('access.beyond_giver');
    expect((await make({ scopes: ['access.manage_users'] })).status).toBe(422);
    const { secret } = (await make()).body;
    expect((await by(secret)).status).toBe(200);
    await world.owner.query(`update access.memberships set roles = '{volunteer}' where account_id = $1`, [ada.accountId]);
    expect((await by(secret)).status).toBe(403);
    await world.owner.query(`update access.memberships set state = 'suspended' where account_id = $1`, [ada.accountId]);
    expect((await by(secret)).status).toBe(401);
  });

  it('are no way into an account, nor into another organization', async () => {
    const { secret } = (await make()).body;
    expect((await by(secret, 'GET', '/api/access/me')).body.code).toBe('access.token_not_here');
    expect((await by(secret, 'DELETE', '/api/access/sessions/current')).body.code).toBe('access.token_not_here');
    const other = await world.organization();
    const moved = `amity_${Buffer.from(other.organizationId.replaceAll('-', ''), 'hex').toString('base64url')}${(secret ?? '').slice(28)}`;
    expect((await by(moved)).body.code).toBe('access.token_unknown');
  });

  it('end when they expire, when they are revoked, and with their owner', async () => {
    const [expiring, revoked] = [(await make()).body, (await make()).body];
    await world.owner.query(`update access.api_tokens set expires_at = now() where id = $1`, [expiring.id]);
    expect((await by(expiring.secret)).body.code).toBe('access.token_unknown');
    await world.call('DELETE', `/api/access/tokens/${revoked.id}`, { as: ada, headers: { 'if-match': '"1"' } });
    expect((await by(revoked.secret)).status).toBe(401);
    expect((await make({ days: 366 })).status).toBe(422);
    await expect(
      world.owner.query(`update access.api_tokens set expires_at = created_at + interval '2 years' where id = $1`, [expiring.id]),
    ).rejects.toThrow('api_tokens_a_year_at_most');
    await expect(
      world.owner.query(`update access.api_tokens set scopes = '{access.manage_users}' where id = $1`, [expiring.id]),
    ).rejects.toThrow('api_tokens_never_about_access');
  });

  it('are refused whole, even beside a cookie that would do', async () => {
    const answer = await world.call('GET', '/api/people', { as: ada, headers: { authorization: 'Bearer amity_wrong' } });
    expect(answer.status).toBe(401);
  });
});
