import type { Me, MemberActor, RecoveryRequestList, RecoveryStanding } from '@amity/access';
import type { ProblemDetails } from '@amity/kernel';
import { AuthenticatorApp } from '../testing/authenticator-app.js';
import { type Answer, TestWorld } from '../testing/test-world.js';
import { tokenHash } from './tokens.js';

const password = 'correct horse battery';
const reason = 'Called her at the number we know.';
const short = ({ status, body }: Answer<unknown>) => [status, (body as Partial<ProblemDetails>).code];

describe('a lost second factor', () => {
  let world: TestWorld;
  let ada: MemberActor;
  let bea: MemberActor;
  let cleo: MemberActor;
  let lost: MemberActor;
  let email: string;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.owner.query('delete from identity.sign_in_tries; delete from messages.mail');
    ada = await world.organization();
    bea = await world.member(ada, ['administrator']);
    cleo = await world.member(ada, ['administrator']);
    lost = await world.member(ada, ['coordinator']);
    email = await emailOf(lost);
    await addFactor(lost);
  });

  const emailOf = async ({ accountId }: MemberActor): Promise<string> =>
    (await world.owner.query<{ email: string }>('select email from identity.accounts where id = $1', [accountId])).rows[0]?.email ?? '';
  const addFactor = async (as: MemberActor): Promise<void> => {
    const { secret } = (await world.call<{ secret: string }>('POST', '/api/access/authenticator', { as })).body;
    await world.call('POST', '/api/access/authenticator/confirm', { as, body: { code: new AuthenticatorApp(secret).code() } });
  };
  const ask = (to = email, typed = password) =>
    world.call<ProblemDetails>('POST', '/api/access/recoveries', {
      body: { email: to, password: typed },
      headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36' },
    });
  const list = async (as = ada) => (await world.call<RecoveryRequestList>('GET', '/api/access/recoveries', { as })).body.items;
  const theOne = async () => (await list())[0]?.id ?? '';
  const answer = (verb: 'confirm' | 'refuse', as: MemberActor | undefined, id: string, why = reason) =>
    world.call<RecoveryStanding & ProblemDetails>('POST', `/api/access/recoveries/${id}/${verb}`, {
      ...(as ? { as } : {}),
      body: { reason: why },
    });
  const rows = async (sql: string): Promise<unknown[]> =>
    (await world.owner.query<Record<string, unknown>>(sql, sql.includes('$1') ? [lost.accountId] : [])).rows;
  const letters = async () =>
    (await world.owner.query<{ recipient: string; text: string }>('select recipient, text from messages.mail order by id')).rows;
  const toThem = async () => (await letters()).filter(({ recipient }) => recipient === email);
  const tokenMailed = async () => /#token=([\w-]{43})/.exec((await toThem()).at(-1)?.text ?? '')?.[1] ?? '';
  const factorIsThere = async () => (await rows('select 1 from identity.authenticators where account_id = $1')).length === 1;

  it('is removed when two administrators say why they are sure; a letter leads to a new one', async () => {
    expect((await ask()).status).toBe(202);
    const [asked] = await list();
    expect({ ...asked, id: '', askedAt: '', expiresAt: '' }).toEqual({
      id: '',
      name: 'Ben',
      email,
      askedAt: '',
      expiresAt: '',
      device: 'Chrome · Linux',
      network: '127.0.0.0/24',
      confirmed: null,
      isMine: false,
      confirmers: 3,
      version: 1,
    });
    const [told] = await toThem();
    expect([told?.recipient, told?.text.includes('somebody who knows your password')]).toEqual([email, true]);
    const id = asked?.id ?? '';
    expect((await answer('confirm', ada, id)).body).toEqual({ state: 'open', version: 2 });
    expect([(await list(bea))[0]?.confirmed?.reason, (await list(ada))[0]?.confirmed?.isMe, await factorIsThere()]).toEqual([
      reason,
      true,
      true,
    ]);
    expect((await answer('confirm', bea, id, 'We met in the office.')).body).toEqual({ state: 'done', version: 3 });
    expect([await factorIsThere(), (await rows('select 1 from identity.recovery_codes where account_id = $1')).length]).toEqual([false, 0]);
    expect([(await world.call('GET', '/api/access/me', { as: lost })).status, await list()]).toEqual([401, []]);

    const token = await tokenMailed();
    const use = () => world.call<Me & ProblemDetails>('POST', '/api/access/magic-links/use', { body: { token } });
    const entered = await use();
    expect([entered.status, entered.body.account.id, ...short(await use())]).toEqual([201, lost.accountId, 410, 'access.magic_link_spent']);
    const { rows: entries } = await world.owner.query(
      `select action, actor, reason, after ->> 'state' as state from audit.entries where subject = 'access.recoveries' and organization_id = $1 order by id`,
      [ada.organizationId],
    );
    expect(entries).toEqual([
      { action: 'created', actor: 'system:access', reason: null, state: 'open' },
      { action: 'changed', actor: 'Ada', reason, state: null },
      { action: 'changed', actor: 'Ben', reason: 'We met in the office.', state: 'done' },
    ]);
  });

  it('is asked about with the same answer whoever asks, and kept only after the right password', async () => {
    const without = await emailOf(cleo);
    const answers = [await ask('nobody@example.org'), await ask(email, 'a wrong password'), await ask(without)];
    const { rows: waiting } = await world.owner.query(
      `select 1 from pgboss.job where name = 'access.recovery_asked' and state < 'completed'`,
    );
    expect([await list(), await letters(), waiting]).toEqual([[], [], []]);
    answers.push(await ask());
    expect(answers.map(({ status, body }) => [status, String(body)])).toEqual(answers.map(() => [202, '']));
  });

  it('takes as long to ask for an account that is unknown as for one that is known', async () => {
    const took = async (work: () => Promise<unknown>): Promise<number> => {
      const begin = performance.now();
      await work();
      return performance.now() - begin;
    };
    const times = [await took(() => ask('nobody@example.org')), await took(() => ask(email, 'wrong')), await took(() => ask())];
    expect(times.filter((time) => time < 590)).toEqual([]);
  });

  it('is asked for ten times, then nobody asks for a while', async () => {
    for (let i = 0; i < 10; i++) await ask(email, 'guessing and guessing');
    expect(short(await ask())).toEqual([429, 'access.too_many_tries']);
  });

  it('is one request and one letter, however often and however many at once', async () => {
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect([(await list()).length, (await toThem()).length]).toEqual([1, 1]);
  });

  it('is stopped by its owner from the letter, and asked for anew if they like', async () => {
    await ask();
    const [id, link] = [await theOne(), await tokenMailed()];
    await answer('confirm', ada, id);
    expect((await world.call('POST', '/api/access/recoveries/mine/stop', { link })).status).toBe(204);
    expect([await list(), ...short(await answer('confirm', bea, id)), await factorIsThere()]).toEqual([
      [],
      410,
      'access.recovery_over',
      true,
    ]);
    await ask();
    expect((await list()).map(({ confirmed }) => confirmed)).toEqual([null]);
  });

  it('is refused by one administrator, and that is that', async () => {
    await ask();
    const id = await theOne();
    expect((await answer('refuse', bea, id, 'She knows of nothing.')).body).toEqual({ state: 'refused', version: 2 });
    expect([short(await answer('confirm', ada, id)), await factorIsThere()]).toEqual([[410, 'access.recovery_over'], true]);
  });

  it('takes two: the same one twice, also at once, is one', async () => {
    await ask();
    const id = await theOne();
    const answers = await Promise.all([answer('confirm', ada, id), answer('confirm', ada, id), answer('confirm', ada, id)]);
    expect(answers.map(short).sort()).toEqual([
      [201, undefined],
      [409, 'access.recovery_confirmed_already'],
      [409, 'access.recovery_confirmed_already'],
    ]);
    expect(await factorIsThere()).toBe(true);
  });

  it('takes two: of three at once two are counted and one comes too late, with one link', async () => {
    await ask();
    const id = await theOne();
    const answers = await Promise.all([ada, bea, cleo].map((as) => answer('confirm', as, id)));
    expect(answers.map(({ status, body }) => [status, body.state ?? body.code]).sort()).toEqual([
      [201, 'done'],
      [201, 'open'],
      [410, 'access.recovery_over'],
    ]);
    expect((await rows('select purpose from identity.magic_links where account_id = $1')).length).toBe(1);
  });

  it('is never confirmed by the one it is about, by a newcomer, by somebody else’s administrator, or without a fresh proof', async () => {
    lost = bea;
    email = await emailOf(lost);
    await addFactor(lost);
    await ask();
    const id = await theOne();
    expect([(await list(lost))[0]?.isMine, ...short(await answer('confirm', lost, id))]).toEqual([true, 409, 'access.recovery_own']);
    const friend = await world.member(ada, ['administrator']); // made, perhaps, to be the second voice
    expect([(await list())[0]?.confirmers, ...short(await answer('confirm', friend, id))]).toEqual([2, 403, 'access.recovery_newcomer']);
    expect(short(await answer('confirm', await world.organization(), id))).toEqual([404, 'kernel.unknown']);
    expect(short(await answer('confirm', await world.member(ada, ['coordinator']), id))).toEqual([403, 'kernel.not_allowed']);
    expect(short(await answer('confirm', ada, id, 'sure'))).toEqual([422, 'kernel.invalid']);
    await world.owner.query(`update identity.sessions set confirmed_at = now() - interval '11 minutes' where account_id = $1`, [
      ada.accountId,
    ]);
    expect(short(await answer('confirm', ada, id))).toEqual([403, 'access.confirm_needed']);
    expect([await factorIsThere(), (await list(cleo))[0]?.confirmed]).toEqual([true, null]);
  });

  it('is over after a week, and once the app was set up anew', async () => {
    await ask();
    const id = await theOne();
    await world.owner.query(
      `update access.recoveries set created_at = now() - interval '8 days', expires_at = now() - interval '1 day';
       update identity.authenticators set confirmed_at = now() - interval '9 days'`,
    );
    expect([await list(), ...short(await answer('confirm', ada, id))]).toEqual([[], 410, 'access.recovery_over']);
    await ask();
    const again = await theOne();
    expect([again === id, (await list()).length]).toEqual([false, 1]);
    expect(await rows(`select state from access.recoveries where account_id = $1 order by id`)).toEqual([
      { state: 'expired' },
      { state: 'open' },
    ]);
    await world.owner.query(`update identity.authenticators set confirmed_at = now() + interval '1 second' where account_id = $1`, [
      lost.accountId,
    ]);
    expect([await list(), ...short(await answer('confirm', ada, again))]).toEqual([[], 410, 'access.recovery_over']);
  });

  it('is asked in every organization of the account, and stopped in all of them', async () => {
    const elsewhere = await world.organization();
    await world.owner.query(
      `insert into access.memberships (organization_id, id, account_id, roles) values ($1, gen_random_uuid(), $2, '{coordinator}')`,
      [elsewhere.organizationId, lost.accountId],
    );
    await ask();
    expect([(await list()).length, (await list(elsewhere)).map(({ confirmers }) => confirmers), (await toThem()).length]).toEqual([
      1,
      [1],
      1,
    ]);
    await world.call('POST', '/api/access/recoveries/mine/stop', { link: await tokenMailed() });
    expect([await list(), await list(elsewhere)]).toEqual([[], []]);
  });

  describe('in the database', () => {
    const change = (set: string) =>
      world.owner.query(`update access.recoveries set ${set} where organization_id = '${ada.organizationId}'`);
    it.each([
      [
        'recoveries_by_two_people',
        () =>
          `first_by = '${ada.accountId}', first_reason = '${reason}', first_at = now(), second_by = '${ada.accountId}', second_reason = '${reason}', state = 'done'`,
      ],
      ['recoveries_by_others', () => `first_by = account_id, first_reason = '${reason}', first_at = now()`],
      ['recoveries_say_why', () => `first_by = '${ada.accountId}'`],
      ['recoveries_done_by_both', () => `state = 'done'`],
      ['recoveries_done_by_both', () => `first_by = '${ada.accountId}', first_reason = '${reason}', first_at = now(), state = 'done'`],
      ['recoveries_a_week_at_most', () => `expires_at = now() + interval '9 days'`],
    ])('%s bites', async (constraint, set) => {
      await ask();
      await expect(change(set())).rejects.toMatchObject({ constraint });
    });

    it('knows one open request of an account, and keeps ordinary links short', async () => {
      await ask();
      await expect(
        world.owner.query(`insert into access.recoveries (organization_id, id, account_id, device, network, expires_at)
          select organization_id, gen_random_uuid(), account_id, '', '', now() from access.recoveries where state = 'open'`),
      ).rejects.toMatchObject({ constraint: 'recoveries_open_once' });
      await expect(
        world.owner.query(
          `insert into identity.magic_links (organization_id, token_hash, account_id, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
          [ada.organizationId, tokenHash('x'), lost.accountId],
        ),
      ).rejects.toMatchObject({ constraint: 'magic_links_short' });
    });
  });
});
