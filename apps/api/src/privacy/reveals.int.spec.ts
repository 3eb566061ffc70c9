import type { MemberActor } from '@amity/access';
import type { Id, ProblemDetails } from '@amity/kernel';
import type { Person } from '@amity/people';
import type { Reveal, RevealedIdentity, Reveals } from '@amity/privacy';
import { aPerson } from '@amity/testing';
import { TestWorld } from '../testing/test-world.js';

describe('opening a real name', () => {
  let world: TestWorld;
  let ben: MemberActor;
  let lea: MemberActor;
  let leo: MemberActor;
  let id: Id;
  const identity = { givenName: 'Quinta', familyName: 'Thorn', email: 'quinta@thorn.example', phone: '+1 360 555 0142' };
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    ben = await world.organization(['coordinator', 'administrator']);
    lea = await world.member(ben, ['safeguarding_lead']);
    leo = await world.member(ben, ['safeguarding_lead']);
    ({ id } = (await world.call<Person>('POST', '/api/people', { as: ben, body: aPerson(identity) })).body);
    await world.call('POST', `/api/privacy/protection/people/${id}`, { as: lea, body: { reason: 'Threatened.' } });
  });

  const ask = (as = lea, of = id) =>
    world.call<Reveal & ProblemDetails>('POST', `/api/privacy/protection/people/${of}/reveals`, {
      as,
      body: { reason: 'The police asks.' },
    });
  const decide = (reveal: Id, as: MemberActor, decision = 'approved') =>
    world.call<Reveal & ProblemDetails>('POST', `/api/privacy/protection/reveals/${reveal}/decision`, { as, body: { decision } });
  const look = (reveal: Id, as = lea) =>
    world.call<RevealedIdentity & ProblemDetails>('GET', `/api/privacy/protection/reveals/${reveal}/identity`, { as });
  const told = ({ status, body }: { status: number; body: ProblemDetails }) => [status, body.code];

  it('takes two people, a reason and an entry in the log, and ends after a quarter of an hour', async () => {
    const { status, body: asked } = await ask();
    expect([status, asked.state, asked.isMine, asked.requestedBy, asked.reason, asked.visibleUntil]).toEqual([
      201,
      'requested',
      true,
      'Ben',
      'The police asks.',
      null,
    ]);
    expect(told(await look(asked.id))).toEqual([403, 'privacy.reveal_closed']);
    const { body: approved } = await decide(asked.id, leo);
    expect(approved).toEqual({
      ...asked,
      isMine: false,
      state: 'approved',
      decidedBy: 'Ben',
      decidedAt: approved.decidedAt,
      visibleUntil: approved.visibleUntil,
    });
    expect(Date.parse(approved.visibleUntil ?? '') - Date.parse(approved.decidedAt ?? '')).toBe(900_000);
    expect(told(await look(asked.id, leo))).toEqual([403, 'privacy.reveal_closed']); // who agreed does not see it
    expect((await look(asked.id)).body).toEqual({
      ...identity,
      nativeName: null,
      birthDate: null,
      worksAt: null,
      protectedBecause: 'Threatened.',
      visibleUntil: approved.visibleUntil,
    });

    const entries = async (as: MemberActor) =>
      (
        await world.call<{ items: { action: string; subject: string; purpose: string | null }[] }>(
          'GET',
          '/api/audit/entries?subject=privacy',
          { as },
        )
      ).body.items.map(({ action, subject, purpose }) => [action, subject, purpose]);
    expect(await entries(lea)).toEqual([
      ['read', 'privacy.vault', 'safeguarding'],
      ['changed', 'privacy.reveals', null],
      ['created', 'privacy.reveals', null],
      ['created', 'privacy.vault', null],
    ]);
    expect(await entries(ben)).toEqual([]);

    await world.owner
      .query(`alter table privacy.reveals disable trigger all; update privacy.reveals set decided_at = decided_at - interval '15 minutes', visible_until = visible_until - interval '15 minutes';
      alter table privacy.reveals enable trigger all`);
    expect(told(await look(asked.id))).toEqual([403, 'privacy.reveal_closed']);
  });

  it('is decided by somebody else, once, and stays refused when it was', async () => {
    const { body: asked } = await ask();
    expect(told(await decide(asked.id, lea))).toEqual([422, 'privacy.reveal_own']);
    expect((await decide(asked.id, leo, 'refused')).body.state).toBe('refused');
    expect(told(await decide(asked.id, leo))).toEqual([409, 'privacy.reveal_decided']);
    expect(told(await look(asked.id))).toEqual([403, 'privacy.reveal_closed']);
    expect((await ask()).status).toBe(201); // and may be asked for anew
  });

  it('is asked for once at a time, and decided once, by however many at once', async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => ask()));
    expect(asked.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const request = asked.find(({ status }) => status === 201)?.body.id ?? '';
    const third = await world.member(ben, ['safeguarding_lead']);
    const decided = await Promise.all([
      decide(request, leo),
      decide(request, third, 'refused'),
      decide(request, leo),
      decide(request, third),
    ]);
    expect(decided.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const { body } = await world.call<Reveals>('GET', '/api/privacy/protection/reveals', { as: lea });
    expect(body.items.map(({ id: one, isMine }) => ({ one, isMine }))).toEqual([{ one: request, isMine: true }]);
  });

  it('is not asked for of somebody who is not protected, nor by anybody without the right', async () => {
    const other = (await world.call<Person>('POST', '/api/people', { as: ben, body: aPerson() })).body.id;
    expect([(await ask(lea, other)).status, (await ask(ben)).status, (await ask(ben, other)).status]).toEqual([404, 403, 403]);
    const stranger = await world.organization(['safeguarding_lead']);
    const { body: asked } = await ask();
    expect([(await ask(stranger)).status, (await decide(asked.id, stranger)).status, (await look(asked.id, stranger)).status]).toEqual([
      404, 404, 404,
    ]);
  });

  it.each([
    [
      'approved by whoever asked',
      `state = 'approved', decided_by = requested_by, decided_by_name = 'x', decided_at = now(), visible_until = now()`,
      'reveals_take_two',
    ],
    ['approved by nobody', `state = 'approved', visible_until = now()`, 'reveals_decided_by_somebody'],
    [
      'open for longer',
      `state = 'approved', decided_by = gen_random_uuid(), decided_by_name = 'x', decided_at = now(), visible_until = now() + interval '16 minutes'`,
      'reveals_end',
    ],
    ['open for ever', `state = 'approved', decided_by = gen_random_uuid(), decided_by_name = 'x', decided_at = now()`, 'reveals_end'],
  ])('is refused by the database when it is %s', async (_, change, constraint) => {
    const { body: asked } = await ask();
    await expect(world.owner.query(`update privacy.reveals set ${change} where id = $1`, [asked.id])).rejects.toMatchObject({ constraint });
  });

  it('is not decided a second time by the database either', async () => {
    const { body: asked } = await ask();
    await decide(asked.id, leo, 'refused');
    await expect(
      world.owner.query(`update privacy.reveals set state = 'approved', visible_until = now() where id = $1`, [asked.id]),
    ).rejects.toMatchObject({ constraint: 'reveals_decided_once' });
  });
});
