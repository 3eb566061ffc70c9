import type { MemberActor, RecoveryRequestList } from '@amity/access';
import { Tenants } from '../database/tenants.js';
import { AuthenticatorApp } from '../testing/authenticator-app.js';
import { TestWorld } from '../testing/test-world.js';
import { RecoveryNews } from './recovery-news.js';

const password = 'correct horse battery';

describe('the letter to those who decide about a lost second factor', () => {
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
    await loses(await world.member(ada, ['coordinator']));
  });

  const emailOf = async ({ accountId }: MemberActor): Promise<string> =>
    (await world.owner.query<{ email: string }>('select email from identity.accounts where id = $1', [accountId])).rows[0]?.email ?? '';
  const loses = async (as: MemberActor): Promise<void> => {
    lost = as;
    email = await emailOf(as);
    const { secret } = (await world.call<{ secret: string }>('POST', '/api/access/authenticator', { as })).body;
    await world.call('POST', '/api/access/authenticator/confirm', { as, body: { code: new AuthenticatorApp(secret).code() } });
  };
  const ask = () => world.call('POST', '/api/access/recoveries', { body: { email, password } });
  const theOne = async () => (await world.call<RecoveryRequestList>('GET', '/api/access/recoveries', { as: ada })).body.items[0]?.id ?? '';
  const letters = async () =>
    (await world.owner.query<{ recipient: string; text: string }>('select recipient, text from messages.mail order by id')).rows;
  /** Whom the request’s letters asked to decide; they are written a moment after it was asked. */
  const toldToDecide = async (recoveries: number) => {
    const all = () => world.owner.query('select from access.recoveries where account_id = $1 and told_at is not null', [lost.accountId]);
    await world.eventually('the letters to those who decide', async () => (await all()).rows.length === recoveries);
    return (await letters()).filter(({ recipient }) => recipient !== email).sort((a, b) => (a.recipient < b.recipient ? -1 : 1));
  };

  it('goes to everybody who may decide and to nobody else, and is of no use to anybody else', async () => {
    const keeper = await world.call<{ id: string }>('POST', '/api/access/roles', {
      as: ada,
      body: { name: 'Keeper of the list', permissions: ['access.manage_users'] },
    });
    expect(keeper.status).toBe(201);
    const dan = await world.member(ada, ['coordinator']);
    await world.owner.query(
      `insert into access.membership_roles (organization_id, id, membership_id, role_id)
       select organization_id, gen_random_uuid(), id, $2 from access.memberships where account_id = $1`,
      [dan.accountId, keeper.body.id],
    );
    const gone = await world.member(ada, ['administrator']);
    await world.owner.query(`update access.memberships set state = 'suspended' where account_id = $1`, [gone.accountId]);
    await world.organization(); // somebody else’s administrator
    await ask();
    const told = await toldToDecide(1);
    expect(told.map(({ recipient }) => recipient)).toEqual((await Promise.all([ada, bea, cleo, dan].map(emailOf))).sort());
    for (const { text } of told) {
      expect(text).toContain('Call Ben at a number you already have');
      expect(text.match(/https?:\S+/g)).toEqual([expect.stringMatching(/\/settings\/recoveries$/)]);
      expect(text).not.toMatch(/token|@|\d{4}/);
    }
    const outbox = async (as: MemberActor) =>
      (await world.call<{ items: { to: string }[] }>('GET', '/api/messages/outbox', { as })).body.items.filter(({ to }) => to !== email)
        .length;
    expect([await outbox(ada), await outbox(await world.member(ada, ['coordinator']))]).toEqual([4, 0]);
    const logged = async (as: MemberActor) =>
      (await world.call<{ items: unknown[] }>('GET', '/api/audit/entries?subject=messages.mail&action=created', { as })).body.items.length;
    expect([await logged(ada), await logged(await world.member(ada, ['program_officer']))]).toEqual([5, 1]); // the fifth is the owner’s
  });

  it('goes to the other administrators only, when it is one of them who asks', async () => {
    await loses(bea);
    await ask();
    expect((await toldToDecide(1)).map(({ recipient }) => recipient)).toEqual((await Promise.all([ada, cleo].map(emailOf))).sort());
  });

  it('is written once, however often the work is done again, and not at all once it was stopped', async () => {
    const again = () => world.get(Tenants).write(ada, (tx) => world.get(RecoveryNews).announce(tx, id));
    const done = () =>
      world.eventually('the work', async () => {
        const { rows: left } = await world.owner.query(
          `select 1 from pgboss.job where name = 'access.recovery_asked' and state < 'completed'`,
        );
        return left.length === 0;
      });
    await ask();
    const id = await theOne();
    expect((await toldToDecide(1)).length).toBe(3);
    await again();
    await done();
    expect((await toldToDecide(1)).length).toBe(3);
    await world.owner.query(`update access.recoveries set told_at = null, state = 'stopped' where id = $1`, [id]);
    await again();
    await done();
    expect((await toldToDecide(0)).length).toBe(3);
  });

  it('is one however often and however many at once they ask', async () => {
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect((await toldToDecide(1)).length).toBe(3);
  });
});
