import type { CustomRole, Me, MemberActor, Role, User } from '@amity/access';
import { permissions } from '@amity/access';
import { DomainError } from '@amity/kernel';
import { queriesOf } from '../testing/query-count.js';
import { TestWorld } from '../testing/test-world.js';
import { UsersService } from './users.service.js';
import { csrfOf } from './csrf.js';

describe('the users of an organization', () => {
  let world: TestWorld;
  let ada: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  beforeEach(async () => {
    ada = await world.organization();
  });
  afterAll(() => world.close());

  const membership = async ({ organizationId, accountId }: MemberActor): Promise<{ id: string; version: number }> => {
    const { rows } = await world.owner.query<{ id: string; version: number }>(
      'select id, version from access.memberships where organization_id = $1 and account_id = $2',
      [organizationId, accountId],
    );
    return rows[0] ?? { id: '', version: 0 };
  };
  const change = async (as: MemberActor, whom: MemberActor, body: { roles: Role[]; customRoleIds?: string[] }) => {
    const { id, version } = await membership(whom);
    return world.call<User & { code?: string }>('PUT', `/api/access/users/${id}/roles`, {
      as,
      body,
      headers: { 'if-match': `"${version}"` },
    });
  };
  const act = async (as: MemberActor, method: 'POST' | 'DELETE', whom: MemberActor, verb = '') => {
    const { id, version } = await membership(whom);
    return world.call<User & { code?: string }>(method, `/api/access/users/${id}${verb}`, { as, headers: { 'if-match': `"${version}"` } });
  };
  const addRole = async (as: MemberActor, name: string, given: readonly string[]) =>
    world.call<CustomRole & { code?: string }>('POST', '/api/access/roles', { as, body: { name, permissions: given } });

  it('are listed with their roles, and nobody of another organization is', async () => {
    const ben = await world.member(ada, ['volunteer']);
    await world.organization();
    const { body } = await world.call<{ items: User[]; total: number }>('GET', '/api/access/users', { as: ada });
    expect(body.total).toBe(2);
    expect(body.items.map(({ name, roles, customRoles, state, isMe }) => ({ name, roles, customRoles, state, isMe }))).toEqual([
      { name: 'Ada', roles: ['administrator'], customRoles: [], state: 'active', isMe: true },
      { name: 'Ben', roles: ['volunteer'], customRoles: [], state: 'active', isMe: false },
    ]);
    expect((await world.call('GET', '/api/access/users', { as: ben })).status).toBe(403);
    const found = await world.call<{ items: User[] }>('GET', '/api/access/users?q=VOLUNTEER', { as: ada });
    expect(found.body.items.map((user) => user.name)).toEqual(['Ben']);
  });

  it('cost the same to list at one and at three', async () => {
    const list = () => world.call('GET', '/api/access/users', { as: ada });
    const atOne = (await queriesOf(world, list)).length;
    await world.member(ada, ['host']);
    await world.member(ada, ['host']);
    expect((await queriesOf(world, list)).length).toBe(atOne);
  });

  it('have new roles from the next request on, and sign in anew for them', async () => {
    const ben = await world.member(ada, ['volunteer']);
    const other = await world.call('POST', '/api/access/sessions', {
      body: { email: await emailOf(ben), password: 'correct horse battery' },
    });
    const changed = await change(ada, ben, { roles: ['coordinator'] });
    expect([changed.status, changed.body.roles, changed.body.version]).toEqual([200, ['coordinator'], 2]);
    expect((await world.call('GET', '/api/access/me', { as: ben })).status).toBe(401);
    const cookie = String(other.headers['set-cookie']).split(';')[0] ?? '';
    expect((await world.call('GET', '/api/access/me', { headers: { cookie } })).status).toBe(401);
    const again = await world.call<Me>('POST', '/api/access/sessions', {
      body: { email: await emailOf(ben), password: 'correct horse battery' },
    });
    expect(again.body.roles).toEqual(['coordinator']);
  });

  it('lose what a custom role gave as soon as the role loses it', async () => {
    const ben = await world.member(ada, ['volunteer']);
    const role = (await addRole(ada, 'Registrar', ['people.read', 'overview.read'])).body;
    expect(role).toEqual({ id: role.id, name: 'Registrar', permissions: ['people.read', 'overview.read'], members: 0, version: 1 });
    const given = await change(ada, ben, { roles: ['volunteer'], customRoleIds: [role.id] });
    expect([given.body.customRoles, given.body.version]).toEqual([[{ id: role.id, name: 'Registrar' }], 2]);
    const cookie = await signIn(ben);
    expect((await world.call('GET', '/api/people', { headers: { cookie } })).status).toBe(200);
    await world.call('PUT', `/api/access/roles/${role.id}`, {
      as: ada,
      body: { name: 'Registrar', permissions: ['overview.read'] },
      headers: { 'if-match': '"1"' },
    });
    expect((await world.call('GET', '/api/people', { headers: { cookie } })).status).toBe(401);
    expect((await world.call('GET', '/api/people', { headers: { cookie: await signIn(ben) } })).status).toBe(403);
  });

  it('are told when somebody else saved roles meanwhile, custom roles too', async () => {
    const ben = await world.member(ada, ['volunteer']);
    const role = (await addRole(ada, 'Greeter', ['people.read'])).body;
    const { id } = await membership(ben);
    const put = (customRoleIds: string[]) =>
      world.call<{ version: number; code?: string }>('PUT', `/api/access/users/${id}/roles`, {
        as: ada,
        body: { roles: ['volunteer'], customRoleIds },
        headers: { 'if-match': '"1"' },
      });
    expect((await put([role.id])).body.version).toBe(2);
    expect((await put([])).body.code).toBe('kernel.stale_version');
  });

  it('never give what they do not hold: not by a built-in role, not by a custom one, not by widening one', async () => {
    const keeper = await world.member(ada, ['coordinator']);
    const victim = await world.member(ada, ['volunteer']);
    const keys = (await addRole(ada, 'Keeper of keys', ['access.manage_users', 'access.manage_roles'])).body;
    await change(ada, keeper, { roles: ['coordinator'], customRoleIds: [keys.id] });
    const cookie = await signIn(keeper);
    const asKeeper = (method: 'POST' | 'PUT', url: string, body: object, version = 1) =>
      world.call<{ code?: string; detail?: string }>(method, url, { body, headers: { ...sentWith(cookie), 'if-match': `"${version}"` } });
    const { id } = await membership(victim);
    const refusals = [
      await asKeeper('PUT', `/api/access/users/${id}/roles`, { roles: ['administrator'] }),
      await asKeeper('PUT', `/api/access/users/${id}/roles`, { roles: ['safeguarding_lead'] }),
      await asKeeper('POST', '/api/access/roles', { name: 'Everything', permissions: [...permissions] }),
      await asKeeper('PUT', `/api/access/roles/${keys.id}`, {
        name: 'Keeper of keys',
        permissions: ['access.manage_users', 'privacy.reveal'],
      }),
      await asKeeper('POST', `/api/access/users/${(await membership(ada)).id}/suspend`, {}),
    ];
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual(refusals.map(() => [403, 'access.beyond_giver']));
    expect(refusals[3]?.body.detail).toBe('You can only give or take what you hold yourself. Ask an administrator for: privacy.reveal.');
    expect((await asKeeper('PUT', `/api/access/users/${id}/roles`, { roles: ['host'] })).status).toBe(200);
    const own = await membership(keeper);
    expect((await asKeeper('PUT', `/api/access/users/${own.id}/roles`, { roles: ['host'] }, own.version)).body.code).toBe(
      'access.own_membership',
    );
    expect((await addRole(ada, 'Seer', ['privacy.reveal'])).body.code).toBe('access.beyond_giver');
  });

  it('never lose their last administrator, also not when two send each other away at once', async () => {
    const bea = await world.member(ada, ['administrator']);
    // Past the guard, as two requests are that arrive in the same moment
    const users = world.get(UsersService);
    const [hers, mine] = [await membership(bea), await membership(ada)];
    const both = await Promise.allSettled([
      users.changeRoles(ada, hers.id, hers.version, { roles: ['volunteer'], customRoleIds: [] }),
      users.changeRoles(bea, mine.id, mine.version, { roles: ['volunteer'], customRoleIds: [] }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))).toEqual([
      new DomainError('access.last_administrator', { name: 'Ada' }),
    ]);
    const left = both[0].status === 'fulfilled' ? ada : bea;
    const keys = (
      await addRole(
        left,
        'Keys',
        permissions.filter((p) => left.permissions.has(p)),
      )
    ).body;
    const deputy = await world.member(left, ['coordinator']);
    await change(left, deputy, { roles: ['coordinator'], customRoleIds: [keys.id] });
    const cookie = await signIn(deputy);
    const { id, version } = await membership(left);
    const asDeputy = (method: 'POST' | 'DELETE', url: string) =>
      world.call<{ code?: string }>(method, url, { headers: { ...sentWith(cookie), 'if-match': `"${version}"` } });
    expect((await asDeputy('POST', `/api/access/users/${id}/suspend`)).body.code).toBe('access.last_administrator');
    expect((await asDeputy('DELETE', `/api/access/users/${id}`)).body.code).toBe('access.last_administrator');
  });

  it('sign in nowhere while suspended, and again afterwards', async () => {
    const ben = await world.member(ada, ['coordinator']);
    const suspended = await act(ada, 'POST', ben, '/suspend');
    expect([suspended.status, suspended.body.state]).toEqual([200, 'suspended']);
    expect((await world.call('GET', '/api/people', { as: ben })).status).toBe(401);
    const refused = await world.call('POST', '/api/access/sessions', {
      body: { email: await emailOf(ben), password: 'correct horse battery' },
    });
    expect(refused.status).toBe(401);
    expect((await act(ada, 'POST', ben, '/reinstate')).body.state).toBe('active');
    expect((await world.call('GET', '/api/people', { headers: { cookie: await signIn(ben) } })).status).toBe(200);
  });

  it('are gone when removed, with their custom roles, and the history says so', async () => {
    const ben = await world.member(ada, ['coordinator']);
    const role = (await addRole(ada, 'Helper', ['people.read'])).body;
    await change(ada, ben, { roles: ['coordinator'], customRoleIds: [role.id] });
    expect(
      (await world.call<{ code: string }>('DELETE', `/api/access/roles/${role.id}`, { as: ada, headers: { 'if-match': '"1"' } })).body.code,
    ).toBe('access.role_held');
    const { id } = await membership(ben);
    expect((await act(ada, 'DELETE', ben)).status).toBe(204);
    expect((await world.call('DELETE', `/api/access/roles/${role.id}`, { as: ada, headers: { 'if-match': '"1"' } })).status).toBe(204);
    const { rows } = await world.owner.query(
      'select action, subject, account_id as by from audit.entries where subject_id = $1 order by id',
      [id],
    );
    expect(rows).toEqual([
      { action: 'created', subject: 'access.memberships', by: null },
      { action: 'removed', subject: 'access.memberships', by: ada.accountId },
    ]);
  });

  it('of another organization are unknown, and so are its roles', async () => {
    const stranger = await world.organization();
    const theirs = (await addRole(stranger, 'Theirs', ['people.read'])).body;
    expect((await change(ada, stranger, { roles: ['volunteer'] })).status).toBe(404);
    const ben = await world.member(ada, ['volunteer']);
    expect((await change(ada, ben, { roles: [], customRoleIds: [theirs.id] })).status).toBe(404);
    await expect(
      world.owner.query(
        `insert into access.membership_roles (organization_id, id, membership_id, role_id) values ($1, gen_random_uuid(), $2, $3)`,
        [ada.organizationId, (await membership(ben)).id, theirs.id],
      ),
    ).rejects.toThrow('membership_roles_role');
  });

  it('see who can see something, and by which role; told to whoever sees it too', async () => {
    const ben = await world.member(ada, ['coordinator', 'volunteer']);
    const host = await world.member(ada, ['host']);
    const role = (await addRole(ada, 'Guide', ['delegations.read'])).body;
    await change(ada, host, { roles: ['host'], customRoleIds: [role.id] });
    const asked = await world.call<{ people: { name: string; roles: Role[]; customRoles: string[] }[] }>(
      'GET',
      '/api/access/readers?permission=delegations.read',
      { as: ben },
    );
    expect(asked.body.people.map(({ name, roles, customRoles }) => ({ name, roles, customRoles }))).toEqual([
      { name: 'Ada', roles: ['administrator'], customRoles: [] },
      { name: 'Ben', roles: ['coordinator', 'volunteer'], customRoles: [] },
      { name: 'Ben', roles: [], customRoles: ['Guide'] },
    ]);
    const volunteer = await world.member(ada, ['volunteer']);
    expect((await world.call('GET', '/api/access/readers?permission=hosting.read', { as: volunteer })).status).toBe(403);
  });

  it('find each name of a role once, whatever its case, and none like a built-in one', async () => {
    expect((await addRole(ada, 'Porter', ['people.read'])).status).toBe(201);
    for (const name of ['porter', 'Safeguarding lead'])
      expect((await addRole(ada, name, ['people.read'])).body.code).toBe('access.role_name_taken');
  });

  it('have roles of permissions that the database knows as well', async () => {
    const { rows } = await world.owner.query<{ known: string[] }>('select access.known_permissions() as known');
    expect(rows[0]?.known).toEqual([...permissions]);
    const insert = (given: string) =>
      world.owner.query(
        `insert into access.roles (organization_id, id, name, permissions) values ($1, gen_random_uuid(), $2, $3::text[])`,
        [ada.organizationId, given, given],
      );
    await expect(insert('{people.rule}')).rejects.toThrow('roles_permissions_known');
    await expect(insert('{}')).rejects.toThrow('roles_permissions_check');
  });

  async function emailOf({ accountId }: MemberActor): Promise<string> {
    const { rows } = await world.owner.query<{ email: string }>('select email from identity.accounts where id = $1', [accountId]);
    return rows[0]?.email ?? '';
  }

  async function signIn(who: MemberActor): Promise<string> {
    const answer = await world.call('POST', '/api/access/sessions', {
      body: { email: await emailOf(who), password: 'correct horse battery' },
    });
    return String(answer.headers['set-cookie']).split(';')[0] ?? '';
  }
});

/** As the web app sends it: the cookie, and the session's own token. */
function sentWith(cookie: string): Record<string, string> {
  return { cookie, 'x-amity-csrf': csrfOf(cookie.slice(cookie.indexOf('=') + 1)) };
}
