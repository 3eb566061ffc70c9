import type { Me, MemberActor, MemberInvitation, MyInvitation, User } from '@amity/access';
import type { ProblemDetails } from '@amity/kernel';
import { TestWorld } from '../testing/test-world.js';

const password = 'correct horse battery';

describe('invitations', () => {
  let world: TestWorld;
  let ada: MemberActor;
  let made = 0;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  beforeEach(async () => {
    ada = await world.organization();
  });
  afterAll(() => world.close());

  const address = () => `invited-${++made}@example.org`;
  const invite = (email: string, more: object = { roles: ['coordinator'] }, as = ada) =>
    world.call<MemberInvitation & ProblemDetails>('POST', '/api/access/invitations', { as, body: { email, ...more } });
  const linkTo = async (email: string): Promise<string> => {
    const { rows } = await world.owner.query<{ text: string }>(
      'select text from messages.mail where recipient = $1 order by id desc limit 1',
      [email],
    );
    return /#token=(\S+)/.exec(rows[0]?.text ?? '')?.[1] ?? '';
  };
  const accept = (link: string, body: object = { name: 'Nia', password }) =>
    world.call<Me & ProblemDetails>('POST', '/api/access/invitations/mine/accept', { link, body });
  const join = (link: string, as?: MemberActor) =>
    world.call<Me & ProblemDetails>('POST', '/api/access/invitations/mine/join', { link, ...(as ? { as } : {}), body: {} });
  const emailOf = async ({ accountId }: MemberActor): Promise<string> => {
    const { rows } = await world.owner.query<{ email: string }>('select email from identity.accounts where id = $1', [accountId]);
    return rows[0]?.email ?? '';
  };

  it('bring somebody in with the roles they name, once', async () => {
    const email = address();
    const role = (
      await world.call<{ id: string }>('POST', '/api/access/roles', { as: ada, body: { name: 'Porter', permissions: ['people.read'] } })
    ).body;
    const { status, body } = await invite(email.toUpperCase(), { roles: ['volunteer'], customRoleIds: [role.id] });
    expect([status, body.email, body.roles, body.customRoles, body.invitedBy, body.isExpired]).toEqual([
      201,
      email,
      ['volunteer'],
      [{ id: role.id, name: 'Porter' }],
      'Ada',
      false,
    ]);
    const link = await linkTo(email);
    const mine = await world.call<MyInvitation>('GET', '/api/access/invitations/mine', { link });
    expect(mine.body).toEqual({
      organization: mine.body.organization,
      invitedBy: 'Ada',
      email,
      roles: ['volunteer'],
      customRoles: ['Porter'],
      needsPassword: true,
    });
    const accepted = await accept(link);
    expect([accepted.status, accepted.body.roles, accepted.body.permissions.includes('people.read')]).toEqual([201, ['volunteer'], true]);
    const cookie = String(accepted.headers['set-cookie']).split(';')[0] ?? '';
    expect((await world.call('GET', '/api/people', { headers: { cookie } })).status).toBe(200);
    expect((await accept(link)).status).toBe(404);
    const { body: users } = await world.call<{ items: User[] }>('GET', '/api/access/users', { as: ada });
    expect(users.items.map(({ name, email: theirs }) => [name, theirs])).toContainEqual(['Nia', email]);
  });

  it('are accepted by one of many who press at once', async () => {
    const email = address();
    await invite(email);
    const link = await linkTo(email);
    const answers = await Promise.all(Array.from({ length: 6 }, () => accept(link)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('say the same to the inviter whether the address has an account or not', async () => {
    const known = await emailOf(await world.organization());
    const unknown = address();
    const [one, other] = [await invite(known), await invite(unknown)];
    const shape = ({ status, body }: typeof one) => [status, { ...body, id: '', email: '', expiresAt: '' }];
    expect(shape(one)).toEqual(shape(other));
  });

  it('never hand an account to whoever holds the letter: it joins by signing in as itself', async () => {
    const stranger = await world.organization();
    const email = await emailOf(stranger);
    await invite(email);
    const link = await linkTo(email);
    expect((await accept(link, { name: 'Mallory', password: 'another password' })).body.code).toBe('access.invitation_for_account');
    expect((await join(link)).body.code).toBe('access.sign_in_needed');
    expect((await join(link, await world.organization())).body.code).toBe('access.invitation_not_yours');
    const joined = await join(link, stranger);
    expect([joined.status, joined.body.organizations.length, joined.body.roles]).toEqual([201, 2, ['coordinator']]);
    const { rows } = await world.owner.query('select name from identity.accounts where email = $1', [email]);
    expect(rows).toEqual([{ name: 'Ada' }]);
  });

  it('give no more than their sender holds, then and when they are accepted', async () => {
    const bea = await world.member(ada, ['administrator']);
    expect((await invite(address(), { roles: [], customRoleIds: ['01a2013f-7aa4-7873-8e08-475a972c512e'] })).status).toBe(404);
    const email = address();
    await invite(email, { roles: ['administrator'] }, bea);
    await world.owner.query(`update access.memberships set roles = '{coordinator}' where account_id = $1`, [bea.accountId]);
    expect((await accept(await linkTo(email))).body.code).toBe('access.invitation_lapsed');
    const keys = await world.call<{ id: string }>('POST', '/api/access/roles', {
      as: ada,
      body: { name: 'Keys', permissions: ['access.manage_users'] },
    });
    await world.owner.query(
      `insert into access.membership_roles (organization_id, id, membership_id, role_id)
       select organization_id, gen_random_uuid(), id, $2 from access.memberships where account_id = $1`,
      [bea.accountId, keys.body.id],
    );
    expect((await invite(address(), { roles: ['administrator'] }, bea)).body.code).toBe('access.beyond_giver');
    expect((await invite(address(), { roles: ['coordinator'] }, bea)).status).toBe(201);
  });

  it('are withdrawn, sent again with a new link, and over after seven days', async () => {
    const email = address();
    const { id } = (await invite(email)).body;
    const first = await linkTo(email);
    expect((await invite(email)).body.code).toBe('access.invited_already');
    const again = await world.call('POST', `/api/access/invitations/${id}/resend`, { as: ada, body: {}, headers: { 'if-match': '"1"' } });
    expect(again.status).toBe(201);
    expect((await accept(first)).body.code).toBe('access.link_unknown');
    const second = await linkTo(email);
    await world.owner.query(`update identity.links set expires_at = now() where subject_id = $1`, [id]);
    expect((await accept(second)).body.code).toBe('access.link_expired');
    await world.owner.query(`update identity.links set expires_at = now() + interval '1 day' where subject_id = $1`, [id]);
    const withdrawn = await world.call('DELETE', `/api/access/invitations/${id}`, { as: ada, headers: { 'if-match': '"2"' } });
    expect(withdrawn.status).toBe(204);
    expect((await accept(second)).body.code).toBe('access.link_unknown');
    const { body } = await world.call<{ items: unknown[] }>('GET', '/api/access/invitations', { as: ada });
    expect(body.items).toEqual([]);
  });

  it('take no password that others try first, nor one that repeats the name or the address of the letter', async () => {
    const email = 'nia.of.lisbon@example.org';
    await invite(email);
    const link = await linkTo(email);
    for (const [typed, detail] of [
      ['passwordpassword', 'This is one of the passwords everybody tries first. A sentence of your own is safer.'],
      ['only nia novak knows', 'Leave your name and your address out of your password.'],
      ['sunny days in lisbon', 'Leave your name and your address out of your password.'],
    ] as const) {
      const { status, body } = await accept(link, { name: 'Nia Novak', password: typed });
      expect([typed, status, (body as Partial<ProblemDetails>).errors]).toEqual([typed, 422, [{ path: 'password', detail }]]);
    }
    expect((await accept(link, { name: 'Nia Novak', password })).status).toBe(201);
  });

  it('ask for a password where the roles need one', async () => {
    const [staff, host] = [address(), address()];
    await invite(staff);
    await invite(host, { roles: ['host'] });
    expect((await accept(await linkTo(staff), { name: 'Nia', password: '' })).body.code).toBe('access.password_needed');
    expect((await accept(await linkTo(staff), { name: 'Nia', password: 'short' })).status).toBe(422);
    expect((await accept(await linkTo(host), { name: 'Nia' })).status).toBe(201);
  });

  it('refuse whoever belongs already', async () => {
    expect((await invite(await emailOf(ada))).body.code).toBe('access.already_member');
  });
});

describe('letters that let somebody in', () => {
  it('are shown to nobody in the outbox once a mail server carries them', async () => {
    const world = await TestWorld.open({ smtpUrl: 'smtp://127.0.0.1:9' });
    const as = await world.organization();
    const invited = { email: 'invited@example.org', roles: ['coordinator'] };
    expect((await world.call('POST', '/api/access/invitations', { as, body: invited })).status).toBe(201);
    const { body } = await world.call<{ items: { to: string; text: string | null; links: string[] }[] }>('GET', '/api/messages/outbox', {
      as,
    });
    expect(body.items.map(({ to, text, links }) => ({ to, text, links }))).toEqual([{ to: 'invited@example.org', text: null, links: [] }]);
    await world.close();
  });

  it('are shown, while no mail server carries them, to those alone who could invite the reader anyway', async () => {
    const world = await TestWorld.open();
    const as = await world.organization();
    const invited = { email: 'invited@example.org', roles: ['administrator'] };
    expect((await world.call('POST', '/api/access/invitations', { as, body: invited })).status).toBe(201);
    const shownTo = async (reader: MemberActor) => {
      const { body } = await world.call<{ items: { text: string | null; links: string[] }[] }>('GET', '/api/messages/outbox', {
        as: reader,
      });
      return body.items.map(({ text, links }) => [text !== null, links.length]);
    };
    await world.eventually('the letter to be kept', async () => (await shownTo(as)).some(([shown]) => shown === true));
    expect(await shownTo(as)).toEqual([[true, 1]]);
    expect(await shownTo(await world.member(as, ['coordinator']))).toEqual([[false, 0]]);
    await world.close();
  });
});
