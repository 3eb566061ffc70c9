import type { MemberActor, SessionList } from '@amity/access';
import type { ProblemDetails } from '@amity/kernel';
import { TestWorld } from '../testing/test-world.js';
import { type PasswordWork, passwordWork } from './passwords.js';

const [oldPassword, newPassword] = ['correct horse battery', 'lanterns above the water'];

/** Counts the verifications that begin while `work` runs, and how many ran at once at most. */
async function countingPasswordWork(work: () => Promise<unknown>): Promise<{ verified: number; most: number }> {
  const seen: PasswordWork[] = [];
  const note = (message: unknown): void => void seen.push(message as PasswordWork);
  passwordWork.subscribe(note);
  try {
    await work();
  } finally {
    passwordWork.unsubscribe(note);
  }
  return { verified: seen.filter(({ kind }) => kind === 'verify').length, most: Math.max(0, ...seen.map(({ running }) => running)) };
}

describe('passwords', () => {
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
    await world.owner.query('delete from identity.sign_in_tries');
  });

  const signIn = (password: string, address = email) =>
    world.call<ProblemDetails>('POST', '/api/access/sessions', { body: { email: address, password } });
  const change = (old: string, fresh: string) =>
    world.call<ProblemDetails>('POST', '/api/access/password', { as, body: { oldPassword: old, newPassword: fresh } });

  it('are changed by whoever knows the old one; other sessions end and this one goes on under a new token', async () => {
    await signIn(oldPassword);
    const before = world.tokenOf(as);
    expect((await change(oldPassword, newPassword)).status).toBe(204);
    const { items } = (await world.call<SessionList>('GET', '/api/access/sessions', { as })).body;
    expect([items.length, world.tokenOf(as) === before]).toEqual([1, false]);
    expect([(await signIn(oldPassword)).status, (await signIn(newPassword)).status]).toEqual([401, 201]);
  });

  it('stay as they are when the old one is wrong or the new one is weak; the sentence stands beside the field', async () => {
    const refused = async (old: string, fresh: string) => {
      const { status, body } = await change(old, fresh);
      return [status, body.code, body.errors];
    };
    expect(await refused('guessing and guessing', newPassword)).toEqual([
      422,
      'access.wrong_password',
      [{ path: 'oldPassword', detail: 'This is not your present password.' }],
    ]);
    expect(await refused(oldPassword, 'elevenchars')).toEqual([
      422,
      'kernel.invalid',
      [{ path: 'newPassword', detail: 'Use at least 12 characters.' }],
    ]);
    for (const [fresh, code] of [
      ['qwertyuiop123', 'access.password_common'],
      [`${email} for ever`, 'access.password_personal'],
    ] as const)
      expect((await refused(oldPassword, fresh)).slice(0, 2)).toEqual([422, code]);
    expect((await signIn(oldPassword)).status).toBe(201);
  });

  it('cannot be guessed from a session left open', async () => {
    for (let i = 0; i < 10; i++) await change('guessing and guessing', newPassword);
    expect((await change(oldPassword, newPassword)).body.code).toBe('access.too_many_tries');
  });

  it('cost one verification whether the account exists, has no password or the password is wrong, and about the same time', async () => {
    const times: Record<string, number[]> = { known: [], unknown: [] };
    const work = await countingPasswordWork(async () => {
      for (let i = 0; i < 9; i++)
        for (const [kind, address] of [
          ['known', email],
          ['unknown', `nobody-${i}@example.org`],
        ] as const) {
          const begun = performance.now();
          const { status, body } = await signIn('wrong and wrong again', address);
          times[kind]?.push(performance.now() - begun);
          expect([status, body.code, body.detail]).toEqual([
            401,
            'access.wrong_credentials',
            'This e-mail and password do not fit together. Check both, or ask an administrator to reset the password.',
          ]);
        }
      await world.owner.query('update identity.accounts set password_hash = null where id = $1', [as.accountId]);
      expect((await signIn(oldPassword)).status).toBe(401);
    });
    const median = (kind: string) => times[kind]?.sort((a, b) => a - b)[4] ?? 0;
    expect(work.verified).toBe(19);
    expect(median('unknown') / median('known')).toBeGreaterThan(1 / 3);
    expect(median('unknown') / median('known')).toBeLessThan(3);
  });

  it('are worked on two at a time, however many come', async () => {
    const work = await countingPasswordWork(() =>
      Promise.all(Array.from({ length: 12 }, (_, i) => signIn(oldPassword, `many-${i}@example.org`))),
    );
    expect([work.verified, work.most]).toEqual([12, 2]);
  });

  it('are not read when they are longer than 200 characters or the body than two megabytes', async () => {
    const work = await countingPasswordWork(async () => {
      expect((await signIn('x'.repeat(201))).status).toBe(422);
      expect((await signIn('x'.repeat(3 * 1024 * 1024))).status).toBe(413);
    });
    expect(work.verified).toBe(0);
  });
});
