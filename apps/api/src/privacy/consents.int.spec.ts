import type { MemberActor } from '@amity/access';
import type { Id, ProblemDetails } from '@amity/kernel';
import type { Person } from '@amity/people';
import {
  type ConsentLink,
  type ConsentPurpose,
  consentPurposes,
  type ConsentStandings,
  type ConsentTexts,
  type MyConsents,
  type PersonConsents,
} from '@amity/privacy';
import { aPerson } from '@amity/testing';
import { Tenants } from '../database/tenants.js';
import { TestWorld } from '../testing/test-world.js';
import { Consents } from './consents.service.js';

describe('consents', () => {
  let world: TestWorld;
  let as: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    as = await world.organization(['coordinator', 'administrator']);
  });

  const person = async (birthDate: string | null = '1980-05-04', givenName = 'Maria'): Promise<Id> =>
    (await world.call<Person>('POST', '/api/people', { as, body: aPerson({ givenName, birthDate, email: null }) })).body.id;
  const of = async (id: Id): Promise<PersonConsents> =>
    (await world.call<PersonConsents>('GET', `/api/privacy/people/${id}/consents`, { as })).body;
  const link = async (id: Id): Promise<string> => {
    const { body } = await world.call<ConsentLink>('POST', `/api/privacy/people/${id}/consents/link`, { as, body: {} });
    return /^http:\/\/amity\.test\/p\/consents#(\S+)$/.exec(body.url)?.[1] ?? '';
  };
  const decision = (purpose: ConsentPurpose, more: object = {}) => ({ purpose, decision: 'given', language: 'en', edition: 1, ...more });
  const decide = (token: string, body: object) =>
    world.call<MyConsents & ProblemDetails>('POST', '/api/privacy/consents/mine', { link: token, body });
  const told = (id: Id, body: object) =>
    world.call<PersonConsents & ProblemDetails>('POST', `/api/privacy/people/${id}/consents`, {
      as,
      body: { note: 'signed form of May 3', ...body },
    });
  const given = (consents: { items: PersonConsents['items'] }): string[] =>
    consents.items.filter(({ isGiven }) => isGiven).map(({ purpose }) => purpose);
  const missing = (ids: Id[], purpose: ConsentPurpose = 'survey') =>
    world.get(Tenants).read(as, async (tx) => [...(await world.get(Consents).missing(tx, ids, purpose))]);

  it('are none at first; each is given and withdrawn for itself, by the person’s own link', async () => {
    const id = await person();
    const token = await link(id);
    const first = await world.call<MyConsents>('GET', '/api/privacy/consents/mine', { link: token });
    expect([first.body.name, first.body.guardian, first.body.items.map((item) => [item.purpose, item.isGiven, item.last])]).toEqual([
      'Maria Silva',
      'none',
      consentPurposes.map((purpose) => [purpose, false, null]),
    ]);
    expect(given((await decide(token, decision('photo'))).body)).toEqual(['photo']);
    expect(given((await decide(token, decision('survey'))).body)).toEqual(['survey', 'photo']);
    expect(given((await decide(token, decision('photo', { decision: 'withdrawn' }))).body)).toEqual(['survey']);
    const { history } = await of(id);
    expect(history.map((each) => [each.purpose, each.decision, each.by, each.note])).toEqual([
      ['photo', 'withdrawn', 'self', null],
      ['survey', 'given', 'self', null],
      ['photo', 'given', 'self', null],
    ]);
  });

  it('of a minor, or of somebody whose age nobody knows, are a guardian’s; taking one back needs nobody', async () => {
    for (const [born, code] of [
      ['2020-01-01', 'privacy.guardian_needed'],
      [null, 'privacy.birth_date_needed'],
    ] as const) {
      const id = await person(born);
      const token = await link(id);
      expect([(await decide(token, decision('photo'))).body.code, (await told(id, decision('photo'))).body.code]).toEqual([code, code]);
      expect(given(await of(id))).toEqual([]);
      const guarded = await decide(token, decision('photo', { guardianName: 'Rosa Silva' }));
      expect(guarded.body.items.find(({ purpose }) => purpose === 'photo')?.last).toMatchObject({
        by: 'guardian',
        guardianName: 'Rosa Silva',
        note: null,
      });
      expect(given((await decide(token, decision('photo', { decision: 'withdrawn' }))).body)).toEqual([]);
    }
  });

  it('that a coordinator was told of say how, and the person never reads that note', async () => {
    const id = await person();
    expect((await told(id, decision('survey', { note: ' ' }))).status).toBe(422);
    expect((await told(id, decision('survey'))).body.history[0]).toMatchObject({ by: 'coordinator', note: 'signed form of May 3' });
    const mine = await world.call<MyConsents>('GET', '/api/privacy/consents/mine', { link: await link(id) });
    expect(JSON.stringify(mine.body)).not.toContain('signed form');
  });

  it('count only for the words that are in force, and an edition that is out never changes', async () => {
    const id = await person();
    const token = await link(id);
    await decide(token, decision('photo'));
    const draft = { purpose: 'photo', language: 'en', text: 'Photos may be shown on the pages of both cities.' };
    const released = await world.call<ConsentTexts>('POST', '/api/privacy/consent-texts', { as, body: draft });
    expect(released.body.items.at(-1)).toEqual({ ...draft, edition: 2 });
    const stale = await decide(token, decision('photo'));
    expect([stale.status, stale.body.code]).toEqual([409, 'privacy.text_superseded']);
    const item = (await of(id)).items.find(({ purpose }) => purpose === 'photo');
    expect([item?.isGiven, item?.text.edition, item?.last?.edition]).toEqual([true, 2, 1]);
    const { body: newer } = await decide(await link(await person()), decision('photo', { edition: 2 }));
    expect(given(newer)).toEqual(['photo']);
    const standing = await world.call<ConsentStandings>('GET', '/api/privacy/consent-texts/standing', { as });
    expect(standing.body.items).toEqual([1, 2].map((edition) => ({ purpose: 'photo', language: 'en', edition, given: 1 })));
    const { rows } = await world.owner.query(
      `select t, has_table_privilege('amity_app', t, 'update') or has_table_privilege('amity_app', t, 'delete') as open
       from unnest(array['privacy.consents', 'privacy.consent_texts']) t`,
    );
    expect(rows).toEqual([
      { t: 'privacy.consents', open: false },
      { t: 'privacy.consent_texts', open: false },
    ]);
  });

  it('released by several at once are numbered one after the other', async () => {
    const body = { purpose: 'quote', language: 'pt', text: 'Podem citar o que eu disse sobre a visita.' };
    await Promise.all(Array.from({ length: 5 }, () => world.call('POST', '/api/privacy/consent-texts', { as, body })));
    const { items } = (await world.call<ConsentTexts>('GET', '/api/privacy/consent-texts', { as })).body;
    expect(items.filter(({ language }) => language === 'pt').map(({ edition }) => edition)).toEqual([1, 2, 3, 4, 5]);
  });

  it('decided many at once end with the last, and nothing is lost', async () => {
    const id = await person();
    const token = await link(id);
    await Promise.all(
      Array.from({ length: 8 }, (_, at) => decide(token, decision('survey', { decision: at % 2 ? 'withdrawn' : 'given' }))),
    );
    const { history, items } = await of(id);
    expect(history.length).toBe(8);
    expect(items.find(({ purpose }) => purpose === 'survey')?.isGiven).toBe(history[0]?.decision === 'given');
  });

  it('are asked for by other areas: whoever gave none is left out, unless the organization decided otherwise', async () => {
    const [yes, no, back] = [await person(), await person(), await person()];
    await told(yes, decision('survey'));
    await told(back, decision('survey'));
    await told(back, decision('survey', { decision: 'withdrawn' }));
    await told(no, decision('photo'));
    expect(new Set(await missing([yes, no, back]))).toEqual(new Set([no, back]));
    await world.get(Tenants).write(as, (tx) => world.get(Consents).require(tx, 'survey', false));
    expect(await missing([yes, no, back])).toEqual([]);
    const others = await world.organization(['coordinator']);
    await expect(world.get(Tenants).read(others, (tx) => world.get(Consents).missing(tx, [yes], 'survey'))).resolves.toEqual(
      new Set([yes]),
    );
  });

  it('are nobody else’s: not another organization’s, not a link’s that ended or is for something else', async () => {
    const id = await person();
    const theirs = await world.organization(['coordinator']);
    const url = `/api/privacy/people/${id}/consents`;
    const answers = [
      await world.call('GET', url, { as: theirs }),
      await world.call('POST', url, { as: theirs, body: { ...decision('photo'), note: 'x' } }),
      await world.call('POST', `${url}/link`, { as: theirs, body: {} }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const officer = await world.member(as, ['program_officer']);
    expect((await world.call('GET', url, { as: officer })).status).toBe(403);
    const earlier = await link(id);
    await link(id);
    expect([(await decide(earlier, decision('photo'))).status, (await decide('made-up', decision('photo'))).status]).toEqual([404, 404]);
    expect(given(await of(id))).toEqual([]);
  });

  it('are held to their shape by the database', async () => {
    const id = await person();
    await told(id, decision('photo'));
    await world.owner.query(`select set_config('app.organization_id', $1, false)`, [as.organizationId]);
    const insert = (columns: string, values: string) =>
      world.owner.query(
        `insert into privacy.consents (organization_id, id, person_id, purpose, language, decision, ${columns})
         values ($1, gen_random_uuid(), $2, 'photo', 'en', 'given', ${values})`,
        [as.organizationId, id],
      );
    await expect(insert('edition, by', `9, 'self'`)).rejects.toMatchObject({ constraint: 'consents_to_a_text' });
    await expect(insert('edition, by', `1, 'guardian'`)).rejects.toMatchObject({ constraint: 'consents_guardian_is_named' });
    await expect(insert('edition, by', `1, 'coordinator'`)).rejects.toMatchObject({ constraint: 'consents_coordinator_says_how' });
    await expect(insert('edition, by, note', `1, 'self', 'x'`)).rejects.toMatchObject({ constraint: 'consents_coordinator_says_how' });
  });
});
