import type { MemberActor } from '@amity/access';
import { clearance, type CheckInput, type Household, type HouseholdPage, type HouseholdTimeline, type SignUpDraft } from '@amity/hosting';
import { addDays, type ProblemDetails } from '@amity/kernel';
import { aSignUp } from '@amity/testing';
import { Tenants } from '../database/tenants.js';
import { queriesOf } from '../testing/query-count.js';
import { TestWorld } from '../testing/test-world.js';
import { Households } from './households.service.js';

const today = new Date(Date.now() - 12 * 3_600_000).toISOString().slice(0, 10); // at most today in the test organization's zone
const offers = [{ from: addDays(today, 30), to: addDays(today, 40) }];
let made = 0;

describe('host families', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());

  const add = async (as: MemberActor, overrides: Partial<SignUpDraft> = {}) => {
    const answer = await world.call<Household>('POST', '/api/hosting/households', {
      as,
      body: aSignUp({ offers, email: `family${++made}@example.org`, ...overrides }),
    });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const list = async (as: MemberActor, query = '') =>
    (await world.call<HouseholdPage>('GET', `/api/hosting/households${query}`, { as })).body;
  const record = <T = Household>(as: MemberActor, id: string, check: CheckInput) =>
    world.call<T>('POST', `/api/hosting/households/${id}/checks`, { as, body: check });
  const move = async <T = Household>(as: MemberActor, id: string, to: string, seen?: number) => {
    const version = seen ?? (await world.call<Household>('GET', `/api/hosting/households/${id}`, { as })).body.version ?? 1;
    return world.call<T>('POST', `/api/hosting/households/${id}/state`, { as, body: { to }, headers: { 'if-match': `"${version}"` } });
  };
  const change = <T = Household>(as: MemberActor, { id, version }: Household, body: object) =>
    world.call<T>('PATCH', `/api/hosting/households/${id}`, { as, body, headers: { 'if-match': `"${version}"` } });

  it('are put on the list on a family’s behalf by the same questions, and the log says by whom', async () => {
    const as = await world.organization(['coordinator']);
    const family = await add(as, { members: [{ givenName: 'Ines', familyName: 'Lindqvist', relation: 'adult', birthDate: '' }] });
    expect([family.name, family.state, family.next, family.members.map((m) => m.name)]).toEqual([
      'Okafor & Lindqvist',
      'applied',
      ['vetting', 'declined'],
      ['Lena Okafor', 'Ines Lindqvist'],
    ]);
    const refused = await world.call<ProblemDetails>('POST', '/api/hosting/households', { as, body: aSignUp({ phone: '', offers }) });
    expect(refused.body.errors?.map(({ path, detail }) => [path, detail])).toEqual([['phone', expect.stringContaining('phone number')]]);
    const { rows } = await world.owner.query(`select actor from audit.entries where subject = 'hosting.households' and subject_id = $1`, [
      family.id,
    ]);
    expect(rows).toEqual([{ actor: 'Ada' }]);
    const { rows: mail } = await world.owner.query(`select text from messages.mail where recipient = $1`, [family.email]);
    expect(mail[0].text).toMatch(/\/host\/home#token=\S{40,}/);
  });

  it('get the requirements of the General exchange pack, once, with its name and version', async () => {
    const as = await world.organization(['coordinator']);
    const families = await Promise.all([add(as), add(as), add(as)]);
    expect(families.map((f) => f.requirements.map(({ key, scope, validMonths }) => [key, scope, validMonths]))).toEqual(
      families.map(() => [
        ['application', 'household', null],
        ['home_visit', 'household', 36],
        ['criminal_check', 'adult', 12],
        ['reference_1', 'household', null],
        ['reference_2', 'household', null],
        ['orientation', 'household', null],
      ]),
    );
    expect(families[0]?.requirements[0]).toMatchObject({ source: 'General exchange', sourceVersion: '1.0' });
  });

  it('are not approved before every requirement is met, and the refusal lists what is missing', async () => {
    const as = await world.organization(['coordinator']);
    const { id, members } = await add(as);
    expect((await move<ProblemDetails>(as, id, 'approved')).body).toMatchObject({ code: 'kernel.state', status: 409 });
    expect((await move(as, id, 'vetting')).body.state).toBe('vetting');
    const refused = await move<ProblemDetails>(as, id, 'approved');
    expect([refused.status, refused.body.code]).toEqual([409, 'hosting.not_ready']);
    expect((refused.body['reasons'] as { sentence: string }[]).map((r) => r.sentence)).toEqual([
      'Home visit and interview: not done yet.',
      'Lena Okafor – Criminal background check: not done yet.',
      'Jonas Okafor – Criminal background check: not done yet.',
      'First reference: not done yet.',
      'Second reference: not done yet.',
      'Host orientation: not done yet.',
    ]);
    for (const requirementKey of ['home_visit', 'reference_1', 'reference_2', 'orientation'])
      await record(as, id, { requirementKey, outcome: 'passed', checkedOn: today });
    const adults = members.filter(({ relation }) => relation !== 'child');
    for (const { id: memberId } of adults)
      await record(as, id, {
        requirementKey: 'criminal_check',
        memberId,
        outcome: 'passed',
        checkedOn: addDays(today, -350), // good today, lapsed before the offered nights
        provider: 'State police',
      });
    const approved = await move(as, id, 'approved');
    expect([approved.status, approved.body.state, approved.body.next]).toEqual([200, 'approved', ['paused']]);
    expect(approved.body.screening.every(({ status }) => status === 'met')).toBe(true);
    const [listed] = (await list(as)).items;
    expect([listed?.screeningMet, listed?.screeningNeeded, listed?.lapsesOn]).toEqual([7, 7, expect.stringMatching(/^\d{4}/)]);
    const facts = await world.get(Tenants).read(as, (tx) => world.get(Households).factsFor(tx, id));
    const stay = offers[0] ?? { from: '', to: '' };
    expect(clearance(facts, { petAllergies: [] }, stay).reasons.map(({ code }) => code)).toEqual([
      'check_lapses',
      'check_lapses',
      'beds_unknown',
    ]);
    for (const { id: memberId } of adults)
      await record(as, id, { requirementKey: 'criminal_check', memberId, outcome: 'passed', checkedOn: today });
    const renewed = await world.get(Tenants).read(as, (tx) => world.get(Households).factsFor(tx, id));
    expect(clearance({ ...renewed, bedsFree: 1 }, { petAllergies: [] }, stay)).toEqual({ cleared: true, reasons: [] });
  });

  it('are moved by one of two who press at once; the other is told what stands now', async () => {
    const as = await world.organization(['coordinator']);
    const { id, version } = await add(as);
    const answers = await Promise.all(
      ['vetting', 'declined', 'paused', 'vetting'].map((to) => move<Household & ProblemDetails>(as, id, to, version)),
    );
    const done = answers.filter(({ status }) => status === 200);
    const late = answers.filter(({ status }) => status === 412);
    expect([done.length, done.length + late.length + answers.filter(({ body }) => body.code === 'kernel.state').length]).toEqual([1, 4]);
    expect(late.map(({ body }) => body['current'])).toEqual(late.map(() => done[0]?.body));
    const bare = await world.call<ProblemDetails>('POST', `/api/hosting/households/${id}/state`, { as, body: { to: 'vetting' } });
    expect([bare.status, bare.body.code]).toEqual([428, 'kernel.version_required']);
  });

  it('have their checks refused when they say something impossible', async () => {
    const as = await world.organization(['coordinator']);
    const [family, other] = [await add(as), await add(as)];
    const member = family.members[0]?.id ?? '';
    const codes = [
      await record<ProblemDetails>(as, family.id, { requirementKey: 'nothing', outcome: 'passed', checkedOn: today }),
      await record<ProblemDetails>(as, family.id, { requirementKey: 'criminal_check', outcome: 'passed', checkedOn: today }),
      await record<ProblemDetails>(as, family.id, { requirementKey: 'home_visit', memberId: member, outcome: 'passed', checkedOn: today }),
      await record<ProblemDetails>(as, other.id, {
        requirementKey: 'criminal_check',
        memberId: member,
        outcome: 'passed',
        checkedOn: today,
      }),
      await record<ProblemDetails>(as, family.id, { requirementKey: 'home_visit', outcome: 'passed', checkedOn: addDays(today, 3) }),
      await record<ProblemDetails>(as, family.id, {
        requirementKey: 'home_visit',
        outcome: 'passed',
        checkedOn: today,
        validUntil: addDays(today, 2000),
      }),
      await record<ProblemDetails>(as, family.id, {
        requirementKey: 'home_visit',
        outcome: 'passed',
        checkedOn: today,
        validUntil: addDays(today, -1),
      }),
    ].map(({ body }) => body.code);
    expect(codes).toEqual([
      'hosting.requirement_unknown',
      'hosting.whose_check',
      'hosting.household_check',
      'kernel.unknown',
      'hosting.check_in_future',
      'hosting.check_too_long',
      'kernel.invalid',
    ]);
  });

  it('are found by name, state and nights, and counted', async () => {
    const as = await world.organization(['coordinator']);
    const [silva] = [
      await add(as, { familyName: 'Sílva', town: 'Fairhaven' }),
      await add(as, { familyName: 'Brandt', offers: [{ from: addDays(today, 200), to: addDays(today, 220) }] }),
    ];
    await move(as, silva.id, 'vetting');
    const names = async (query: string) => (await list(as, query)).items.map(({ name }) => name);
    expect(await names('')).toEqual(['Brandt & Okafor', 'Sílva & Okafor']);
    expect(await names('?q=silva%20fair')).toEqual(['Sílva & Okafor']);
    expect(await names('?q=%25')).toEqual([]);
    expect(await names('?state=vetting')).toEqual(['Sílva & Okafor']);
    expect(await names(`?from=${addDays(today, 200)}&to=${addDays(today, 220)}`)).toEqual(['Brandt & Okafor']);
    expect(await names(`?from=${addDays(today, 200)}&to=${addDays(today, 221)}`)).toEqual([]);
    expect((await list(as)).counts).toEqual({ applied: 1, vetting: 1, approved: 0, paused: 0, declined: 0 });
    const first = await list(as, '?limit=1');
    expect((await list(as, `?limit=1&cursor=${first.next ?? ''}`)).items.map(({ name }) => name)).toEqual(['Sílva & Okafor']);
    expect((await world.call('GET', `/api/hosting/households?from=${today}`, { as })).status).toBe(422);
  });

  it('cost the same few queries at one and at four', async () => {
    const as = await world.organization(['coordinator']);
    await add(as);
    const one = await queriesOf(world, () => world.get(Households).list(as, { limit: 50 }));
    for (let i = 0; i < 3; i++) await add(as);
    const four = await queriesOf(world, () => world.get(Households).list(as, { limit: 50 }));
    expect(one.length).toBe(four.length);
    expect(four.length).toBeLessThanOrEqual(6);
  });

  it('refuse a stale change with both versions', async () => {
    const as = await world.organization(['coordinator']);
    const family = await add(as);
    const changed = await change(as, family, { beds: 3, notes: 'Call after six' });
    expect([changed.status, changed.body.beds, changed.body.version]).toEqual([200, 3, 2]);
    const stale = await change<ProblemDetails>(as, family, { beds: 1 });
    expect([stale.status, stale.body['yours'], stale.body['currentVersion'], (stale.body['current'] as Household).beds]).toEqual([
      412, 1, 2, 3,
    ]);
    expect((await world.call('PATCH', `/api/hosting/households/${family.id}`, { as, body: { beds: 1 } })).status).toBe(428);
  });

  it('are another organization’s business only there', async () => {
    const [mine, other] = [await world.organization(['coordinator']), await world.organization(['coordinator'])];
    const family = await add(mine);
    expect((await list(other)).total).toBe(0);
    const answers = [
      await world.call('GET', `/api/hosting/households/${family.id}`, { as: other }),
      await change(other, family, { beds: 1 }),
      await record(other, family.id, { requirementKey: 'home_visit', outcome: 'passed', checkedOn: today }),
      await move(other, family.id, 'vetting'),
      await world.call('GET', `/api/hosting/households/${family.id}/timeline`, { as: other }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    const officer = await world.member(mine, ['program_officer']);
    expect([(await move(officer, family.id, 'vetting')).status, (await change(officer, family, { beds: 1 })).status]).toEqual([403, 403]);
  });

  it('tell what happened to them, newest first, without the contents', async () => {
    const as = await world.organization(['coordinator']);
    const family = await add(as);
    await change(as, family, { pets: [{ species: 'dog', count: 1 }], phone: '+1 555 0999' });
    await record(as, family.id, { requirementKey: 'reference_1', outcome: 'failed', checkedOn: today });
    await move(as, family.id, 'vetting');
    const { body } = await world.call<HouseholdTimeline>('GET', `/api/hosting/households/${family.id}/timeline`, { as });
    expect(
      body.items
        .slice(0, 5)
        .map(({ subject, action, fields, state, requirementKey, outcome }) => [subject, action, fields, state, requirementKey, outcome]),
    ).toEqual([
      ['households', 'changed', ['state'], 'vetting', null, null],
      ['checks', 'created', [], null, 'reference_1', 'failed'],
      ['households', 'changed', ['phone'], null, null, null],
      ['pets', 'created', [], null, null, null],
      ['pets', 'removed', [], null, null, null],
    ]);
    expect(JSON.stringify(body)).not.toContain('0999');
  });

  it('are protected by the database itself: no night is offered twice, nobody lives in two homes', async () => {
    const as = await world.organization(['coordinator']);
    const { id, members } = await add(as);
    const insert = (sql: string, values: unknown[]) => world.owner.query(sql, [as.organizationId, ...values]);
    await expect(
      insert(
        `insert into hosting.offers (organization_id, id, household_id, nights) values ($1, gen_random_uuid(), $2, daterange($3, $4))`,
        [id, addDays(today, 39), addDays(today, 60)],
      ),
    ).rejects.toThrow('offers_do_not_overlap');
    await expect(
      insert(
        `insert into hosting.members (organization_id, id, household_id, person_id, relation) values ($1, gen_random_uuid(), $2, $3, 'adult')`,
        [id, members[0]?.personId],
      ),
    ).rejects.toThrow('members_live_once');
    const twice = await world.call<ProblemDetails>('POST', '/api/hosting/households', {
      as,
      body: aSignUp({ offers, email: `family${made}@example.org` }),
    });
    expect([twice.status, twice.body.code]).toEqual([409, 'hosting.member_elsewhere']);
    expect((await list(as)).total).toBe(1);
  });
});
