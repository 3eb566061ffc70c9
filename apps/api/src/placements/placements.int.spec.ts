import type { MemberActor } from '@amity/access';
import type { Delegate, DelegateInput, Delegation, DelegationInput } from '@amity/delegations';
import type { Household, HouseholdState, SignUpDraft } from '@amity/hosting';
import { addDays, dayIn, type Id, type ProblemDetails } from '@amity/kernel';
import type { Candidates, DelegationPlacements, FamilyOffer, HouseholdPlacements, Placement, PlacementTallyPage } from '@amity/placements';
import { aDelegate, aDelegation, aPerson, aPlacement, aSignUp } from '@amity/testing';
import { Organizations } from '../access/index.js';
import { queriesOf } from '../testing/query-count.js';
import { TestWorld } from '../testing/test-world.js';
import { PlacementBoards } from './placement-boards.service.js';

const today = dayIn('America/New_York', new Date());
const [arrivesOn, departsOn] = [addDays(today, 30), addDays(today, 34)];
const offers = [{ from: addDays(today, 20), to: addDays(today, 60) }];
let made = 0;

describe('placements', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());

  const post = async <T>(as: MemberActor, url: string, body: unknown, version?: number) =>
    world.call<T>('POST', url, { as, body, ...(version ? { headers: { 'if-match': `"${version}"` } } : {}) });
  const delegation = async (as: MemberActor, overrides: Partial<DelegationInput> = {}) =>
    (await post<Delegation>(as, '/api/delegations', aDelegation({ arrivesOn, departsOn, ...overrides }))).body;
  const guest = async (as: MemberActor, to: Id, overrides: Partial<DelegateInput> = {}) => {
    const person = aPerson({ givenName: `Guest${++made}`, email: `guest${made}@example.org`, birthDate: '1990-04-05' });
    return (await post<Delegate>(as, `/api/delegations/${to}/roster`, aDelegate({ person, petAllergies: [], ...overrides }))).body;
  };
  const moveFamily = async (as: MemberActor, id: Id, to: HouseholdState): Promise<Household> => {
    const { version } = (await world.call<Household>('GET', `/api/hosting/households/${id}`, { as })).body;
    return (await post<Household>(as, `/api/hosting/households/${id}/state`, { to }, version)).body;
  };
  /** An approved family whose checks are all in date. */
  const family = async (as: MemberActor, overrides: Partial<SignUpDraft> = {}): Promise<Household> => {
    const lone = { members: [], hasPets: false, pets: [], offers, email: `family${++made}@example.org`, familyName: `Family${made}` };
    const { id, members } = (await post<Household>(as, '/api/hosting/households', aSignUp({ ...lone, ...overrides }))).body;
    for (const requirementKey of ['home_visit', 'reference_1', 'reference_2', 'orientation'])
      await post(as, `/api/hosting/households/${id}/checks`, { requirementKey, outcome: 'passed', checkedOn: today });
    for (const { id: memberId } of members)
      await post(as, `/api/hosting/households/${id}/checks`, {
        requirementKey: 'criminal_check',
        memberId,
        outcome: 'passed',
        checkedOn: today,
      });
    await moveFamily(as, id, 'vetting');
    return moveFamily(as, id, 'approved');
  };
  const place = <T = Placement>(as: MemberActor, delegateId: Id, householdId: Id, more: object = {}) =>
    post<T>(as, '/api/placements', aPlacement({ delegateId, householdId, ...more }));
  const refusal = async (call: Promise<{ status: number; body: ProblemDetails }>) => {
    const { status, body } = await call;
    return [status, body.code, body.detail];
  };
  const letters = async (to: string) =>
    (
      await world.owner.query<{ subject: string; text: string }>(
        `select subject, text from messages.mail where recipient = $1 order by id`,
        [to],
      )
    ).rows;
  const linkOf = async (to: string) => /\/p\/placement#(\S+)/.exec((await letters(to)).map(({ text }) => text).join('\n'))?.[1] ?? '';

  it('give the lowest free bed for the whole stay and write to the family', async () => {
    const as = await world.organization(['coordinator']);
    const { id } = await delegation(as);
    const home = await family(as, { beds: 2 });
    const first = await place(as, (await guest(as, id)).id, home.id, { message: 'She loves boats.' });
    const second = await place(as, (await guest(as, id)).id, home.id);
    expect([first.status, first.body.bed, first.body.state, first.body.nights]).toEqual([
      201,
      1,
      'offered',
      { from: arrivesOn, to: departsOn },
    ]);
    expect([second.status, second.body.bed]).toEqual([201, 2]);
    const mail = (await letters(home.email)).filter(({ subject }) => subject.startsWith('A guest'));
    expect(mail.map(({ text }) => /\/p\/placement#\S{40,}/.test(text))).toEqual([true, true]);
    expect(mail[0]?.text).toContain('She loves boats.');
    expect(mail[0]?.text).not.toContain('Silva'); // the guest's family name stays with us
  });

  it('refuse with a sentence: no bed until when, or placed already with whom', async () => {
    const as = await world.organization(['coordinator']);
    const { id } = await delegation(as);
    const [home, other] = [await family(as, { familyName: 'Okafor' }), await family(as, { familyName: 'Lindqvist' })];
    const [yuki, maria] = [await guest(as, id), await guest(as, id)];
    await place(as, yuki.id, home.id);
    expect(await refusal(place<ProblemDetails>(as, maria.id, home.id))).toEqual([
      409,
      'placements.no_bed',
      expect.stringMatching(/^The Okafor family has no bed free from .*: its beds \(1\) are taken until .*\./),
    ]);
    const nights = { from: addDays(arrivesOn, 1), to: addDays(arrivesOn, 2) };
    expect(await refusal(place<ProblemDetails>(as, yuki.id, other.id, { nights }))).toEqual([
      409,
      'placements.already_placed',
      expect.stringMatching(/^Guest\d+ Silva already stays with the Okafor family from .* to .*\./),
    ]);
  });

  it('refuse a stay that is none', async () => {
    const as = await world.organization(['coordinator']);
    const home = await family(as);
    const { id } = await delegation(as);
    const [outbound, sameDay, off] = [
      await delegation(as, { direction: 'outbound' }),
      await delegation(as, { departsOn: arrivesOn }),
      await delegation(as),
    ];
    await post(as, `/api/delegations/${off.id}/state`, { state: 'cancelled' }, off.version);
    const codeOf = async (of: Id, needs: Partial<DelegateInput> = {}, more: object = {}) =>
      (await refusal(place<ProblemDetails>(as, (await guest(as, of, needs)).id, home.id, more))).slice(0, 2);
    expect([
      await codeOf(outbound.id),
      await codeOf(sameDay.id),
      await codeOf(off.id),
      await codeOf(id, { needsBed: false }),
      await codeOf(id, {}, { nights: { from: addDays(arrivesOn, -1), to: departsOn } }),
    ]).toEqual([
      [409, 'placements.not_inbound'],
      [422, 'placements.no_nights'],
      [409, 'placements.delegation_over'],
      [409, 'placements.not_a_guest'],
      [422, 'placements.outside_stay'],
    ]);
  });

  it('need clearance, and the refusal lists every reason in words', async () => {
    const as = await world.organization(['coordinator']);
    const { id } = await delegation(as);
    const home = await family(as, {
      hasPets: true,
      pets: [{ species: 'cat', count: 1 }],
      offers: [{ from: arrivesOn, to: addDays(arrivesOn, 2) }],
    });
    await moveFamily(as, home.id, 'paused');
    const allergic = await guest(as, id, { petAllergies: ['cat'] });
    const { status, body } = await place<ProblemDetails>(as, allergic.id, home.id);
    expect([status, body.code]).toEqual([409, 'placements.not_cleared']);
    expect((body['reasons'] as { code: string }[]).map(({ code }) => code)).toEqual(['not_approved', 'nights_not_offered', 'pet_allergy']);
    expect(body.detail).toContain('The guest is allergic to an animal that lives here: cat.');
    expect(body.detail).toContain('The family is not approved: it is paused.');
    const { rows } = await world.owner.query(`select 1 from placements.placements where organization_id = $1`, [as.organizationId]);
    expect(rows).toEqual([]);
  });

  it('of thirty at once on the last bed, one is made', async () => {
    const as = await world.organization(['coordinator']);
    const { id } = await delegation(as);
    const home = await family(as, { beds: 2 });
    await place(as, (await guest(as, id)).id, home.id);
    const guests: Delegate[] = [];
    for (let i = 0; i < 30; i++) guests.push(await guest(as, id));
    const answers = await Promise.all(guests.map((one) => place<ProblemDetails>(as, one.id, home.id)));
    const tally = new Map<string, number>();
    for (const { status, body } of answers) tally.set(`${status} ${body.code ?? ''}`, (tally.get(`${status} ${body.code ?? ''}`) ?? 0) + 1);
    expect(Object.fromEntries(tally)).toEqual({ '201 ': 1, '409 placements.no_bed': 29 });
    const { rows } = await world.owner.query(`select bed from placements.placements where household_id = $1 order by bed`, [home.id]);
    expect(rows).toEqual([{ bed: 1 }, { bed: 2 }]);
  });

  it('of one guest at ten families at once, one is made', async () => {
    const as = await world.organization(['coordinator']);
    const { id } = await delegation(as);
    const homes: Household[] = [];
    for (let i = 0; i < 10; i++) homes.push(await family(as));
    const one = await guest(as, id);
    const answers = await Promise.all(homes.map((home) => place<ProblemDetails>(as, one.id, home.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });

  it('cannot be doubled even behind the service’s back', async () => {
    const as = await world.organization(['coordinator']);
    const { id } = await delegation(as);
    const [home, other] = [await family(as), await family(as)];
    const [first, second] = [await guest(as, id), await guest(as, id)];
    await place(as, first.id, home.id);
    const insert = (delegateId: Id, householdId: Id) =>
      world.owner.query(
        `insert into placements.placements (organization_id, id, delegate_id, household_id, bed, nights) values ($1, gen_random_uuid(), $2, $3, 1, daterange($4, $5))`,
        [as.organizationId, delegateId, householdId, arrivesOn, departsOn],
      );
    await expect(insert(second.id, home.id)).rejects.toMatchObject({ constraint: 'placements_bed_given_once' });
    await expect(insert(first.id, other.id)).rejects.toMatchObject({ constraint: 'placements_guest_sleeps_once' });
    const stranger = await world.organization();
    const foreign = await family(stranger);
    await expect(insert(second.id, foreign.id)).rejects.toMatchObject({ code: '23503' });
  });

  it('are accepted by the family’s link, twice without harm, and hide the guest once withdrawn', async () => {
    const as = await world.organization(['coordinator']);
    const { id } = await delegation(as);
    const home = await family(as);
    const made = (await place(as, (await guest(as, id, { diet: ['halal'] })).id, home.id)).body;
    const link = await linkOf(home.email);
    const shown = await world.call<FamilyOffer>('GET', '/api/placements/offer', { link });
    expect(shown.body).toMatchObject({ state: 'offered', guest: { ageGroup: 'adult', diet: ['halal'], languages: ['pt', 'en'] } });
    expect(JSON.stringify(shown.body)).not.toContain('Silva');
    const say = (answer: string) =>
      world.call<FamilyOffer & ProblemDetails>('POST', '/api/placements/offer/answer', { link, body: { answer, note: 'Gladly' } });
    const first = await say('accepted');
    const second = await say('accepted');
    expect([first.status, first.body.state, second.status, second.body.version]).toEqual([200, 'accepted', 200, first.body.version]);
    expect((await letters(home.email)).filter(({ subject }) => subject.startsWith('Thank you: Guest'))).toHaveLength(1);
    expect(await refusal(say('declined'))).toEqual([409, 'placements.answered_otherwise', expect.stringContaining('“yes”')]);
    const board = (await world.call<DelegationPlacements>('GET', `/api/placements/delegations/${id}`, { as })).body;
    expect(board.delegation).toMatchObject({ guests: 1, placed: 1, accepted: 1 });
    expect(board.guests[0]?.placements[0]).toMatchObject({ state: 'accepted', answeredBy: 'family', answerNote: 'Gladly' });
    const version = board.guests[0]?.placements[0]?.version ?? 0;
    expect((await post<Placement>(as, `/api/placements/${made.id}/cancel`, {}, version)).body.state).toBe('cancelled');
    expect((await letters(home.email)).at(-1)?.text).toContain('Thank you for having said yes');
    expect((await world.call<FamilyOffer>('GET', '/api/placements/offer', { link })).body).toMatchObject({
      state: 'cancelled',
      guest: null,
    });
    expect(await refusal(say('accepted'))).toEqual([410, 'placements.withdrawn', expect.stringContaining('withdrawn')]);
  });

  it('answer an expired link with the organization to ask', async () => {
    const as = await world.organization(['coordinator']);
    const home = await family(as);
    await place(as, (await guest(as, (await delegation(as)).id)).id, home.id);
    const link = await linkOf(home.email);
    await world.owner.query(`update identity.links set expires_at = now() where organization_id = $1`, [as.organizationId]);
    const organization = (await world.get(Organizations).byId(as.organizationId)).name;
    const refused = [
      await world.call<ProblemDetails>('GET', '/api/placements/offer', { link }),
      await world.call<ProblemDetails>('POST', '/api/placements/offer/answer', { link, body: { answer: 'accepted', note: null } }),
    ];
    expect(refused.map(({ status, body }) => [status, body.code, body.detail])).toEqual(
      refused.map(() => [410, 'access.link_expired', `This link has expired. Ask ${organization} for a new one.`]),
    );
  });

  it('end with a delegation that is called off: the families are told, the bed is free for somebody else', async () => {
    const as = await world.organization(['coordinator']);
    const [off, other] = [await delegation(as), await delegation(as)];
    const home = await family(as);
    const { body: made } = await place(as, (await guest(as, off.id)).id, home.id);
    expect((await place<ProblemDetails>(as, (await guest(as, other.id)).id, home.id)).body.code).toBe('placements.no_bed');
    await post(as, `/api/delegations/${off.id}/state`, { state: 'cancelled' }, off.version);
    const atHome = async () => (await world.call<HouseholdPlacements>('GET', `/api/placements/households/${home.id}`, { as })).body.items;
    await world.eventually('its end', async () => (await atHome()).some(({ id, state }) => id === made.id && state === 'cancelled'));
    expect((await letters(home.email)).at(-1)?.subject).toBe(`${made.guestName?.split(' ')[0]} will not stay with you`);
    expect((await place(as, (await guest(as, other.id)).id, home.id)).status).toBe(201);
  });

  it('are not accepted when clearance was lost since; the family is not told why, the coordinator is', async () => {
    const as = await world.organization(['coordinator']);
    const { id } = await delegation(as);
    const home = await family(as);
    const made = (await place(as, (await guest(as, id)).id, home.id)).body;
    const memberId = home.members[0]?.id;
    await post(as, `/api/hosting/households/${home.id}/checks`, {
      requirementKey: 'criminal_check',
      memberId,
      outcome: 'failed',
      checkedOn: today,
    });
    const link = await linkOf(home.email);
    const byFamily = await world.call<ProblemDetails>('POST', '/api/placements/offer/answer', { link, body: { answer: 'accepted' } });
    expect([byFamily.status, byFamily.body.code, byFamily.body['reasons']]).toEqual([409, 'placements.changed_since', undefined]);
    expect(await refusal(post<ProblemDetails>(as, `/api/placements/${made.id}/answer`, { answer: 'accepted' }, 1))).toEqual([
      409,
      'placements.not_cleared',
      expect.stringContaining('Criminal background check: not passed.'),
    ]);
    expect(
      (await post<Placement>(as, `/api/placements/${made.id}/answer`, { answer: 'declined', note: 'On the phone' }, 1)).body,
    ).toMatchObject({
      state: 'declined',
      answeredBy: 'coordinator',
      answerNote: 'On the phone',
    });
    const { rows } = await world.owner.query(`select actor from audit.entries where subject_id = $1 and action = 'changed'`, [made.id]);
    expect(rows).toEqual([{ actor: 'Ada' }]);
  });

  it('refuse a stale version and a step that is none', async () => {
    const as = await world.organization(['coordinator']);
    const { id } = await delegation(as);
    const made = (await place(as, (await guest(as, id)).id, (await family(as)).id)).body;
    expect((await post<Placement>(as, `/api/placements/${made.id}/answer`, { answer: 'declined' }, 1)).body.version).toBe(2);
    const stale = await post<ProblemDetails>(as, `/api/placements/${made.id}/cancel`, {}, 1);
    expect([stale.status, stale.body.code, stale.body['currentVersion']]).toEqual([412, 'kernel.stale_version', 2]);
    expect((await post(as, `/api/placements/${made.id}/answer`, { answer: 'accepted' }, 1)).status).toBe(412);
    expect(await refusal(post<ProblemDetails>(as, `/api/placements/${made.id}/cancel`, {}, 2))).toEqual([
      409,
      'kernel.state',
      expect.stringContaining('declined'),
    ]);
    expect((await world.call('POST', `/api/placements/${made.id}/cancel`, { as, body: {} })).status).toBe(428);
  });

  it('sent twice with one key are made once', async () => {
    const as = await world.organization(['coordinator']);
    const { id } = await delegation(as);
    const body = aPlacement({ delegateId: (await guest(as, id)).id, householdId: (await family(as)).id });
    const send = () => world.call<Placement>('POST', '/api/placements', { as, body, headers: { 'idempotency-key': 'place-once' } });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
  });

  it('propose families: cleared first, each with the one thing against it', async () => {
    const as = await world.organization(['coordinator']);
    const { id } = await delegation(as);
    const perfect = await family(as, { languages: ['pt'], beds: 2 });
    const silent = await family(as, { languages: ['de'] });
    const cats = await family(as, { languages: ['pt'], hasPets: true, pets: [{ species: 'cat', count: 2 }] });
    const said = await family(as, { languages: ['pt'] });
    const one = await guest(as, id, { petAllergies: ['cat'] });
    const asked = (await place(as, one.id, said.id)).body;
    await post(as, `/api/placements/${asked.id}/answer`, { answer: 'declined' }, 1);
    const { body } = await world.call<Candidates>('GET', `/api/placements/delegates/${one.id}/candidates`, { as });
    expect([body.nights, body.total, body.cleared]).toEqual([{ from: arrivesOn, to: departsOn }, 4, 3]);
    expect(body.items.map((c) => [c.householdId, c.cleared, c.score, c.against?.code ?? null])).toEqual([
      [perfect.id, true, 100, null],
      [silent.id, true, 50, 'no_shared_language'],
      [said.id, true, 95, 'declined_before'],
      [cats.id, false, 95, 'pet_allergy'],
    ]);
  });

  it('cost the same number of queries at one guest and family and at several', async () => {
    const as = await world.organization(['coordinator']);
    const { id } = await delegation(as);
    const home = await family(as, { beds: 3 });
    const one = await guest(as, id);
    await place(as, one.id, home.id);
    const boards = world.get(PlacementBoards);
    // letters and news of what was just done leave meanwhile and can only add to the count: the least of three is the page's own
    const ask = async (work: () => Promise<unknown>) => {
      const tries = [];
      for (let i = 0; i < 3; i++) tries.push((await queriesOf(world, work)).filter((sql) => !sql.includes('messages.')).length);
      return Math.min(...tries);
    };
    const pages = [
      () => boards.tallies(as, { past: false, limit: 50 }),
      () => boards.ofDelegation(as, id),
      () => boards.candidates(as, one.id, {}),
      () => boards.ofHousehold(as, home.id),
    ];
    const before = [];
    for (const page of pages) before.push(await ask(page));
    await place(as, (await guest(as, id)).id, home.id);
    await guest(as, id);
    await family(as);
    await delegation(as);
    const after = [];
    for (const page of pages) after.push(await ask(page));
    // where diet and allergies are read, one query fetches the keys they are sealed with
    expect([before, after]).toEqual([
      [3, 3, 7, 3],
      [3, 3, 7, 3],
    ]);
    const list = (await world.call<PlacementTallyPage>('GET', '/api/placements/delegations', { as })).body;
    expect(list.items.map(({ guests, placed, accepted }) => [guests, placed, accepted]).sort()).toEqual([
      [0, 0, 0],
      [3, 2, 0],
    ]);
    const ofHome = (await world.call<HouseholdPlacements>('GET', `/api/placements/households/${home.id}`, { as })).body;
    expect(ofHome.items.map(({ bed }) => bed).sort()).toEqual([1, 2]);
  });

  it('count a guest as placed only when every night is covered', async () => {
    const as = await world.organization(['coordinator']);
    const { id } = await delegation(as);
    const one = await guest(as, id);
    const middle = addDays(arrivesOn, 2);
    await place(as, one.id, (await family(as)).id, { nights: { from: arrivesOn, to: middle } });
    const board = async () => (await world.call<DelegationPlacements>('GET', `/api/placements/delegations/${id}`, { as })).body;
    expect([(await board()).delegation.placed, (await board()).guests[0]?.open]).toEqual([0, { from: middle, to: departsOn }]);
    const rest = await place(as, one.id, (await family(as)).id); // without nights: those that are still open
    expect(rest.body.nights).toEqual({ from: middle, to: departsOn });
    expect([(await board()).delegation.placed, (await board()).guests[0]?.open]).toEqual([1, null]);
  });

  it('of another organization do not exist, and readers place nobody', async () => {
    const [as, stranger] = [await world.organization(['coordinator']), await world.organization(['coordinator'])];
    const reader = await world.member(as, ['program_officer']);
    const { id } = await delegation(as);
    const [one, home] = [await guest(as, id), await family(as)];
    const made = (await place(as, one.id, home.id)).body;
    expect([
      (await place(stranger, one.id, home.id)).status,
      (await post(stranger, `/api/placements/${made.id}/cancel`, {}, 1)).status,
      (await world.call('GET', `/api/placements/delegations/${id}`, { as: stranger })).status,
      (await world.call('GET', `/api/placements/delegates/${one.id}/candidates`, { as: stranger })).status,
      (await world.call('GET', `/api/placements/households/${home.id}`, { as: stranger })).status,
      (await world.call('GET', '/api/placements/offer', { link: 'x'.repeat(43) })).status,
      (await place(reader, one.id, home.id)).status,
      (await world.call('GET', `/api/placements/delegations/${id}`, { as: reader })).status,
    ]).toEqual([404, 404, 404, 404, 404, 404, 403, 200]);
  });
});
