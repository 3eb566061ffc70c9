import type { ConfirmedSignUp, Home, HouseholdPage, HostWelcome, MySignUp, SignUpDraft, StartedSignUp } from '@amity/hosting';
import { addDays, type ProblemDetails } from '@amity/kernel';
import { aSignUp } from '@amity/testing';
import { Organizations } from '../access/index.js';
import { TestWorld } from '../testing/test-world.js';
import { lettersAnHour, signUpsAnHour } from './sign-up.throttle.js';

const today = new Date().toISOString().slice(0, 10);
const offers = [{ from: addDays(today, 30), to: addDays(today, 40) }];

describe('a family that signs up', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  beforeEach(() => world.owner.query('delete from identity.sign_in_tries'));
  afterAll(() => world.close());

  const organization = async () => {
    const actor = await world.organization(['coordinator']);
    return { actor, slug: (await world.get(Organizations).byId(actor.organizationId)).slug };
  };
  const start = async (slug: string) => (await world.call<StartedSignUp>('POST', '/api/hosting/sign-ups', { body: { slug } })).body;
  const save = <T = MySignUp>(link: string, version: number, draft: SignUpDraft, step = 3) =>
    world.call<T>('PATCH', '/api/hosting/sign-ups/mine', { link, body: { draft, step }, headers: { 'if-match': `"${version}"` } });
  const submit = <T = MySignUp>(link: string) => world.call<T>('POST', '/api/hosting/sign-ups/mine/submit', { link, body: {} });
  const confirm = <T = ConfirmedSignUp>(link: string) => world.call<T>('POST', '/api/hosting/sign-ups/confirm', { link, body: {} });
  const letters = async (email: string) => {
    const { rows } = await world.owner.query<{ subject: string; text: string }>(
      'select subject, text from messages.mail where recipient = $1 order by id',
      [email],
    );
    return rows.map(({ subject, text }) => ({
      subject,
      url: /http:\S+/.exec(text)?.[0] ?? '',
      token: /#token=(\S+)/.exec(text)?.[1] ?? '',
    }));
  };
  /** Types everything and sends it. @returns the tokens of the draft and of the confirmation letter */
  const sent = async (slug: string, overrides: Partial<SignUpDraft> = {}) => {
    const { token } = await start(slug);
    const draft = aSignUp({ offers, ...overrides });
    await save(token, 1, draft, 7);
    expect((await submit(token)).status).toBe(200);
    return { token, confirmation: (await letters(draft.email)).at(-1)?.token ?? '' };
  };

  it('is welcomed by the organization’s name, and by nobody where there is none', async () => {
    const { slug } = await organization();
    expect((await world.call<HostWelcome>('GET', `/api/hosting/welcome/${slug}`)).body).toEqual({
      organization: expect.any(String),
      slug,
      today: expect.any(String),
    });
    const nowhere = await world.call<ProblemDetails>('GET', '/api/hosting/welcome/nowhere');
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'access.organization_unknown']);
    expect((await world.call('POST', '/api/hosting/sign-ups', { body: { slug: 'nowhere' } })).status).toBe(404);
  });

  it('finds everything as it was typed, however unfinished', async () => {
    const { slug } = await organization();
    const { token, signUp } = await start(slug);
    const typed = { ...signUp.draft, givenName: 'Lena ', email: 'lena@', offers: [{ from: '2028-0', to: '' }], hasPets: true };
    const saved = await save(token, signUp.version, typed, 6);
    expect([saved.status, saved.headers['etag']]).toEqual([200, '"2"']);
    const found = await world.call<MySignUp>('GET', '/api/hosting/sign-ups/mine', { link: token });
    expect(found.body).toEqual({ ...signUp, draft: typed, step: 6, version: 2, problems: found.body.problems });
    expect(found.body.problems.filter(({ step }) => step === 1).map(({ path, code }) => [path, code])).toEqual([
      ['familyName', 'familyName'],
      ['email', 'email'],
      ['phone', 'phone'],
    ]);
  });

  it('is told when another device saved meanwhile, and what stands there', async () => {
    const { slug } = await organization();
    const { token, signUp } = await start(slug);
    await save(token, 1, { ...signUp.draft, town: 'Fairhaven' });
    const late = await save<ProblemDetails>(token, 1, { ...signUp.draft, town: 'Bellingham' });
    expect([late.status, late.body['currentVersion'], (late.body['current'] as MySignUp).draft.town]).toEqual([412, 2, 'Fairhaven']);
  });

  it('is opened by its own link only', async () => {
    const [mine, other] = [await organization(), await organization()];
    const [a, b, c] = [await start(mine.slug), await start(mine.slug), await start(other.slug)];
    for (const { token, signUp } of [a, b, c])
      expect((await world.call<MySignUp>('GET', '/api/hosting/sign-ups/mine', { link: token })).body.id).toBe(signUp.id);
    expect((await world.call('GET', '/api/hosting/sign-ups/mine', { link: `${a.token.slice(0, -1)}x` })).status).toBe(404);
    expect((await world.call('POST', '/api/hosting/sign-ups/confirm', { link: a.token, body: {} })).status).toBe(404);
    expect((await world.call('GET', '/api/hosting/home', { link: a.token })).body).toMatchObject({ code: 'access.link_unknown' });
  });

  it('is refused with each missing field named, and nothing is sent', async () => {
    const { slug } = await organization();
    const { token } = await start(slug);
    await save(token, 1, aSignUp({ email: 'nobody@', offers: [{ from: today, to: today }], agreesToScreening: false }));
    const refused = await submit<ProblemDetails>(token);
    expect([refused.status, refused.body.errors?.map(({ path }) => path)]).toEqual([422, ['email', 'offers.0.to', 'agreesToScreening']]);
    expect(await letters('nobody@')).toEqual([]);
  });

  it('becomes a household by the link in the letter, with everybody, their pets and nights', async () => {
    const { actor, slug } = await organization();
    const overlapping = [...offers, { from: addDays(today, 35), to: addDays(today, 50) }];
    const { confirmation } = await sent(slug, { email: 'whole@example.org', offers: overlapping });
    const [letter] = await letters('whole@example.org');
    expect(letter?.url).toBe(`http://amity.test/p/${slug}/host/confirm#token=${confirmation}`);
    const { body } = await confirm(confirmation);
    expect(body.alreadyConfirmed).toBe(false);
    const home = await world.call<Home>('GET', '/api/hosting/home', { link: body.home ?? '' });
    expect(home.body).toMatchObject({
      name: 'Okafor',
      state: 'applied',
      offers: [{ from: addDays(today, 30), to: addDays(today, 50) }],
      pets: [{ species: 'cat', count: 1 }],
      members: [
        { name: 'Lena Okafor', relation: 'contact' },
        { name: 'Jonas Okafor', relation: 'adult' },
        { name: 'Mia Okafor', relation: 'child' },
      ],
      screeningMet: 1,
      screeningNeeded: 7,
    });
    const { body: list } = await world.call<HouseholdPage>('GET', '/api/hosting/households', { as: actor });
    expect([list.total, list.counts.applied]).toEqual([1, 1]);
    expect((await letters('whole@example.org')).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Please confirm'),
      expect.stringContaining('Thank you'),
    ]);
    const { rows } = await world.owner.query(`select kind from messages.events where organization_id = $1`, [actor.organizationId]);
    expect(rows).toEqual([{ kind: 'hosting.household_applied' }]);
    const { rows: entries } = await world.owner.query(
      `select distinct subject from audit.entries where organization_id = $1 and subject like 'hosting.%' order by 1`,
      [actor.organizationId],
    );
    expect(entries.map((e: { subject: string }) => e.subject)).toEqual(
      ['checks', 'consents', 'households', 'members', 'offers', 'pets', 'requirements', 'sign_ups'].map((t) => `hosting.${t}`),
    );
  });

  it('may confirm as often as it likes: one household, and the second time says so', async () => {
    const { actor, slug } = await organization();
    const { confirmation } = await sent(slug, { email: 'twenty@example.org' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(confirmation)));
    expect(answers.map((a) => a.status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(answers.filter((a) => !a.body.alreadyConfirmed)).toHaveLength(1);
    expect((await confirm(confirmation)).body.alreadyConfirmed).toBe(true);
    expect((await world.call<HouseholdPage>('GET', '/api/hosting/households', { as: actor })).body.total).toBe(1);
    expect(await letters('twenty@example.org')).toHaveLength(2);
  });

  it('gets the link to its page once from its confirmation; afterwards it is told where that is', async () => {
    const { slug } = await organization();
    const { token, confirmation } = await sent(slug, { email: 'once@example.org' });
    const { body } = await confirm(confirmation);
    expect((await world.call<Home>('GET', '/api/hosting/home', { link: body.home ?? '' })).status).toBe(200);
    const before = await world.owner.query('select count(*) from identity.links');
    expect((await confirm(confirmation)).body).toEqual({ alreadyConfirmed: true, organization: body.organization, slug, home: null });
    expect((await world.owner.query('select count(*) from identity.links')).rows).toEqual(before.rows);
    expect((await world.call<MySignUp>('GET', '/api/hosting/sign-ups/mine', { link: token })).body.state).toBe('confirmed');
    expect((await world.call<ProblemDetails>('GET', '/api/hosting/home', { link: token })).body.code).toBe('access.link_unknown');
  });

  it('never shares its page with a stranger who signed up with its address', async () => {
    const { actor, slug } = await organization();
    const stranger = await sent(slug, { email: 'shared@example.org', familyName: 'Stranger' });
    const own = await sent(slug, { email: 'shared@example.org' });
    const { home } = (await confirm(own.confirmation)).body;
    expect((await confirm(stranger.confirmation)).body).toEqual({
      alreadyConfirmed: true,
      organization: expect.any(String),
      slug,
      home: null,
    });
    const last = (await letters('shared@example.org')).at(-1);
    expect(last?.subject).toContain('already signed up');
    const page = (link: string) => world.call<Home>('GET', '/api/hosting/home', { link });
    expect((await page(last?.token ?? '')).body).toEqual((await page(home ?? '')).body);
    expect((await page(stranger.token)).status).toBe(404);
    const seen = (await world.call<MySignUp>('GET', '/api/hosting/sign-ups/mine', { link: stranger.token })).body;
    expect([seen.state, seen.draft.familyName]).toEqual(['confirmed', '']); // as it would be for an address nobody knew
    const { rows } = await world.owner.query(
      `select count(*)::int as all, count(household_id)::int as tied from hosting.sign_ups where organization_id = $1`,
      [actor.organizationId],
    );
    expect(rows).toEqual([{ all: 2, tied: 1 }]);
    await expect(
      world.owner.query(
        `update hosting.sign_ups s set household_id = h.id from hosting.households h where h.organization_id = s.organization_id and s.organization_id = $1`,
        [actor.organizationId],
      ),
    ).rejects.toMatchObject({ code: '23505', constraint: 'sign_ups_household_once' });
  });

  it('that signed up twice before confirming is one household', async () => {
    const { actor, slug } = await organization();
    const tokens = [await sent(slug, { email: 'two@example.org' }), await sent(slug, { email: 'two@example.org' })];
    const answers = await Promise.all(tokens.map(({ confirmation }) => confirm(confirmation)));
    expect(answers.map((a) => a.body.alreadyConfirmed).sort()).toEqual([false, true]);
    expect((await world.call<HouseholdPage>('GET', '/api/hosting/households', { as: actor })).body.total).toBe(1);
  });

  it('with an address that is known gets the same answer; only the letter tells', async () => {
    const { slug } = await organization();
    await confirm((await sent(slug, { email: 'known@example.org' })).confirmation);
    const fresh = await start(slug);
    await save(fresh.token, 1, aSignUp({ offers, email: 'fresh@example.org' }));
    const again = await start(slug);
    await save(again.token, 1, aSignUp({ offers, email: 'Known@Example.org' }));
    const answers = [await submit(fresh.token), await submit(again.token)].map(({ status, body }) => [status, body.state, body.version]);
    expect(answers[0]).toEqual(answers[1]);
    const last = (await letters('known@example.org')).at(-1);
    expect(last?.subject).toContain('already signed up');
    expect((await world.call<Home>('GET', '/api/hosting/home', { link: last?.token ?? '' })).body.state).toBe('applied');
  });

  it('that opens the letter too late asks for a new one', async () => {
    const { actor, slug } = await organization();
    const { confirmation } = await sent(slug, { email: 'late@example.org' });
    await world.owner.query(`update hosting.sign_ups set confirm_until = now() - interval '1 minute' where organization_id = $1`, [
      actor.organizationId,
    ]);
    const refused = await confirm<ProblemDetails>(confirmation);
    expect([refused.status, refused.body.code]).toEqual([410, 'hosting.confirmation_expired']);
    expect((await world.call('POST', '/api/hosting/sign-ups/confirm/renew', { link: confirmation, body: {} })).status).toBe(204);
    const renewed = (await letters('late@example.org')).at(-1)?.token ?? '';
    expect((await confirm<ProblemDetails>(confirmation)).status).toBe(404);
    expect((await confirm(renewed)).body.alreadyConfirmed).toBe(false);
  });

  it('that corrects its address after sending is confirmed by the new letter only', async () => {
    const { slug } = await organization();
    const { token, confirmation } = await sent(slug, { email: 'wrong@example.org' });
    const before = (await world.call<MySignUp>('GET', '/api/hosting/sign-ups/mine', { link: token })).body;
    expect(before.state).toBe('submitted');
    const changed = await save(token, before.version, { ...before.draft, email: 'right@example.org' });
    expect(changed.body.state).toBe('draft');
    expect((await confirm(confirmation)).status).toBe(404);
    await submit(token);
    expect((await confirm((await letters('right@example.org'))[0]?.token ?? '')).body.alreadyConfirmed).toBe(false);
    expect((await save<ProblemDetails>(token, 9, before.draft)).body.code).toBe('hosting.already_sent');
  });

  it('goes on later by a link sent to the address it typed', async () => {
    const { slug } = await organization();
    const { token, signUp } = await start(slug);
    const resume = <T>() => world.call<T>('POST', '/api/hosting/sign-ups/mine/resume-link', { link: token, body: {} });
    expect((await resume<ProblemDetails>()).body.errors?.map(({ path }) => path)).toEqual(['email']);
    await save(token, 1, { ...signUp.draft, email: 'later@example.org' });
    expect((await resume()).status).toBe(204);
    const link = (await letters('later@example.org'))[0]?.token ?? '';
    expect((await world.call<MySignUp>('GET', '/api/hosting/sign-ups/mine', { link })).body.draft.email).toBe('later@example.org');
  });

  it('is asked to wait when very many sign-ups or letters come from one place', async () => {
    const { slug } = await organization();
    const { token, signUp } = await start(slug);
    await save(token, 1, { ...signUp.draft, email: 'often@example.org' });
    const resume = () => world.call<ProblemDetails>('POST', '/api/hosting/sign-ups/mine/resume-link', { link: token, body: {} });
    for (let i = 0; i < lettersAnHour; i++) expect((await resume()).status).toBe(204);
    expect((await resume()).body.code).toBe('hosting.too_many_letters');
    for (let i = 1; i < signUpsAnHour; i++) await start(slug);
    const refused = await world.call<ProblemDetails>('POST', '/api/hosting/sign-ups', { body: { slug } });
    expect([refused.status, refused.body.code]).toEqual([429, 'hosting.too_many_sign_ups']);
    const wait = Number(refused.headers['retry-after']);
    expect([wait > 3_000, wait <= 3_600, refused.body['retryAfter']]).toEqual([true, true, wait]);
  });

  it('changes its nights, beds and pets on its own page, and nobody’s else', async () => {
    const { slug } = await organization();
    const home = (await confirm((await sent(slug, { email: 'home@example.org' })).confirmation)).body.home ?? '';
    const change = <T = Home>(version: number, body: object) =>
      world.call<T>('PATCH', '/api/hosting/home', { link: home, body, headers: { 'if-match': `"${version}"` } });
    const pets = [{ species: 'dog', count: 2 }];
    const changed = await change(1, { pets, offers: [] });
    expect([changed.status, changed.body.version, changed.body.pets, changed.body.offers]).toEqual([200, 2, pets, []]);
    expect((await change<ProblemDetails>(1, { beds: 3 })).status).toBe(412);
    expect((await change(2, { beds: 3 })).body).toMatchObject({ beds: 3, pets });
    expect((await change<ProblemDetails>(3, { pets: [...pets, ...pets] })).body.errors?.map(({ path }) => path)).toEqual(['pets']);
    expect((await change(3, { state: 'approved' })).body.state).toBe('applied');
  });
});
