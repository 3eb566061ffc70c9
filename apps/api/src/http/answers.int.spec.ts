import { randomUUID } from 'node:crypto';
import type { ProblemDetails } from '@amity/kernel';
import { TestWorld } from '../testing/test-world.js';

describe('what the api answers to strange requests', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());

  const signIn = '/api/access/sessions';

  it('is problem+json with a code and a sentence, whatever goes wrong', async () => {
    const answers = [
      await world.call<ProblemDetails>('POST', signIn, { body: { email: 'x' } }),
      await world.call<ProblemDetails>('POST', signIn, { body: Buffer.from('{"email":'), headers: { 'content-type': 'application/json' } }),
      await world.call<ProblemDetails>('POST', signIn, { body: Buffer.from('<a/>'), headers: { 'content-type': 'application/xml' } }),
      await world.call<ProblemDetails>('POST', signIn, { body: { email: 'x', password: 'y'.repeat(3_000_000) } }),
      await world.call<ProblemDetails>('GET', '/api/nowhere'),
      await world.call<ProblemDetails>('GET', '/api/access/me'),
    ];
    expect(answers.map((a) => [a.status, String(a.headers['content-type']).split(';')[0], a.body.code])).toEqual([
      [422, 'application/problem+json', 'kernel.invalid'],
      [400, 'application/problem+json', 'http.400'],
      [415, 'application/problem+json', 'http.415'],
      [413, 'application/problem+json', 'http.413'],
      [404, 'application/problem+json', 'http.404'],
      [401, 'application/problem+json', 'access.sign_in_needed'],
    ]);
    for (const { body } of answers) expect(body.detail).toMatch(/^[A-Z].{10,}/);
  });

  it('names each field that does not fit', async () => {
    const { body } = await world.call<ProblemDetails>('POST', signIn, { body: { email: 'not an address', password: '' } });
    expect(body.errors?.map((e) => e.path)).toEqual(['email', 'password']);
  });

  it('says the same to a wrong password and to an unknown account', async () => {
    await world.organization();
    const wrong = await world.call<ProblemDetails>('POST', signIn, { body: { email: 'ada@organization-1.example', password: 'wrong' } });
    const unknown = await world.call<ProblemDetails>('POST', signIn, {
      body: { email: 'nobody@organization-1.example', password: 'wrong' },
    });
    expect([wrong.status, wrong.body.code, wrong.body.detail]).toEqual([unknown.status, unknown.body.code, unknown.body.detail]);
  });

  it('stops guessing after ten tries', async () => {
    await world.organization();
    const guess = () => world.call<ProblemDetails>('POST', signIn, { body: { email: 'ada@organization-2.example', password: 'wrong' } });
    for (let i = 0; i < 10; i++) expect((await guess()).status).toBe(401);
    const refused = await guess();
    const wait = Number(refused.headers['retry-after']);
    expect([refused.body.code, wait > 60, wait <= 900]).toEqual(['access.too_many_tries', true, true]);
  });

  it('refuses an unsafe request that comes from another website', async () => {
    const actor = await world.organization();
    const answer = await world.call<ProblemDetails>('DELETE', '/api/access/sessions/current', {
      as: actor,
      headers: { origin: 'https://elsewhere.example' },
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'access.foreign_origin']);
  });

  it('lets the first administrator in once', async () => {
    const fresh = await TestWorld.open();
    try {
      const draft = (n: number) => ({
        organizationName: 'Harbor',
        slug: `harbor-${n}`,
        zone: 'Europe/Berlin',
        name: 'Ada',
        email: `ada${n}@example.org`,
        password: 'correct horse battery',
      });
      const answers = await Promise.all(
        [1, 2, 3, 4].map((n) => fresh.call<ProblemDetails>('POST', '/api/access/set-up', { body: draft(n) })),
      );
      expect(answers.map((a) => a.status).sort()).toEqual([201, 409, 409, 409]);
      const { rows } = await fresh.owner.query('select count(*)::int as n from identity.accounts');
      expect(rows).toEqual([{ n: 1 }]);
    } finally {
      await fresh.close();
    }
  });

  it('does not answer a malformed idempotency key', async () => {
    const actor = await world.organization();
    const answer = await world.call<ProblemDetails>('POST', `/api/interchange/jobs/${randomUUID()}/cancel`, {
      as: actor,
      headers: { 'idempotency-key': 'short' },
    });
    expect(answer.body.errors).toEqual([{ path: 'Idempotency-Key', detail: 'Use 8 to 200 printable characters.' }]);
  });
});
