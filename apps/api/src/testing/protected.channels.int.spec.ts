// Somebody was everywhere before they came under protection: on a roster by hand and from a file, in the program and its published
// versions, in a home, in letters, in a survey, in the log. From then on the name is nowhere, for nobody, and nothing tells the record from
// that of a twin who was planted in the same way and is not protected.
import type { MemberActor } from '@amity/access';
import type { Id } from '@amity/kernel';
import type { Person } from '@amity/people';
import type { PersonProtection } from '@amity/privacy';
import { aDelegate, aPerson } from '@amity/testing';
import { DataSource } from 'typeorm';
import { Chains } from '../audit/chain.service.js';
import { CheckpointFile } from '../audit/checkpoint-file.js';
import { Tenants } from '../database/tenants.js';
import { plantConfidential, type Planted } from './confidential-delegation.js';
import { askedBy, everyAnswer, type Heard } from './every-answer.js';
import { shapeOf, wordsInDatabase } from './planted-words.js';
import { TestWorld } from './test-world.js';

const words = ['quintavious', 'zobelberg', '1981-05-06', '+49 30 777 4321', 'ministry of tides'];
/** The other guest lives in the same house and keeps their address. */
const others = /ana@zobelberg\.example/gi;

describe('a protected participant', () => {
  let world: TestWorld;
  let ada: MemberActor;
  let ben: MemberActor;
  let planted: Planted;
  let personId: Id;
  let twin: { personId: Id; delegateId: Id };
  let before: Heard[];
  let after: Record<'coordinator' | 'administrator' | 'officer' | 'lead', Heard[]>;
  let protection: PersonProtection;

  const post = async <T>(url: string, body: unknown, headers = {}): Promise<T> => {
    const answer = await world.call<T>('POST', url, { as: ada, body, headers });
    if (answer.status >= 300) throw new Error(`POST ${url} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const leaks = (answers: readonly Heard[]): string[] =>
    answers.flatMap(({ url, text }) =>
      words.filter((word) => text.replaceAll(others, '').includes(word)).map((word) => `${word} in ${url}`),
    );

  beforeAll(async () => {
    world = await TestWorld.open();
    ada = await world.organization(['administrator', 'coordinator', 'program_officer']);
    ben = await world.member(ada, ['coordinator']);
    planted = await plantConfidential(world, ada, 'public');
    personId = planted.guest.person.id;
    await tellMore(personId, {
      givenName: 'Quintavious',
      familyName: 'Zobelberg',
      email: 'quintavious@zobelberg.example',
      phone: '+49 30 777 4321',
      birthDate: '1981-05-06',
      worksAt: 'Ministry of Tides',
    });
    const delegate = await post<{ id: Id; person: Person }>(
      `/api/delegations/${planted.delegation.id}/roster`,
      aDelegate({ person: aPerson({ givenName: 'Wilhelmina', familyName: 'Ordinary', email: 'wilhelmina@post.example' }) }),
    );
    twin = { personId: delegate.person.id, delegateId: delegate.id };
    const ordinary = { givenName: 'Wilhelmina', familyName: 'Ordinary', email: 'wilhelmina@post.example' };
    await change(twin.personId, { birthDate: '1975-03-03' }); // as the file said of the other one
    await tellMore(twin.personId, { ...ordinary, phone: '+49 30 111 2222', birthDate: '1975-03-04', worksAt: 'Harbor board' });
    const asking = {
      ids: [...planted.ids, twin.personId, twin.delegateId],
      words: ['quintavious', 'zobelberg'],
      links: { 'visits.feed': planted.links.feed, 'placements.answer': planted.links.offer, 'outcomes.answer': planted.links.survey },
    };
    before = await everyAnswer(world, ada, asking);
    const lead = await world.member(ada, ['safeguarding_lead']);
    protection = (
      await world.call<PersonProtection>('POST', `/api/privacy/protection/people/${personId}`, {
        as: lead,
        body: { reason: 'Threatened by Quintavious’ former employer.' },
      })
    ).body;
    after = {
      coordinator: await askedBy(world, ben, before),
      administrator: await askedBy(world, ada, before),
      officer: await askedBy(world, await world.member(ada, ['program_officer']), before),
      lead: await askedBy(world, lead, before),
    };
  }, 400_000);
  afterAll(() => world.close());

  async function change(id: Id, told: Partial<Person>): Promise<void> {
    const { version, id: _, ...draft } = (await world.call<Person>('GET', `/api/people/${id}`, { as: ada })).body;
    const body = { ...draft, ...told };
    expect((await world.call('PUT', `/api/people/${id}`, { as: ada, body, headers: { 'if-match': `"${version}"` } })).status).toBe(200);
  }

  /** Everything a record can hold, and a request that is kept to be sent twice. */
  async function tellMore(id: Id, names: Partial<Person>): Promise<void> {
    await change(id, { ...names, salutation: 'Dr.', countryCode: 'DE', languages: ['de'] });
    const key = { 'idempotency-key': crypto.randomUUID() };
    const contact = { kind: 'emergency_contact', value: { name: `Otto ${names.familyName ?? ''}`, phone: '+49 1' } };
    await post(`/api/privacy/people/${id}/facts`, contact, key);
    await post(`/api/privacy/people/${id}/consents`, {
      purpose: 'photo',
      decision: 'given',
      language: 'en',
      edition: 1,
      guardianName: `Otto ${names.familyName ?? ''}`,
      note: `${names.givenName ?? ''} said so.`,
    });
  }

  it('was everywhere before', () => {
    expect(new Set(leaks(before).map((leak) => leak.split(' in ')[0])).size).toBe(words.length);
    expect(before.filter(({ text }) => text.includes('quintavious')).length).toBeGreaterThan(25);
  });

  it('is in no answer any more, whoever asks', () => {
    for (const [reader, answers] of Object.entries(after)) {
      expect({ reader, leaks: leaks(answers) }).toEqual({ reader, leaks: [] });
      expect({ reader, failures: answers.filter(({ status }) => status >= 500).map(({ url }) => url) }).toEqual({ reader, failures: [] });
    }
  });

  it('is found by the pseudonym, in the places where they were found before', () => {
    const pseudonym = protection.name.toLowerCase();
    const routesWith = (answers: readonly Heard[], word: string) =>
      [...new Set(answers.filter(({ text }) => text.includes(word)).map(({ route }) => route))].sort();
    expect(routesWith(after.administrator, pseudonym)).toEqual(routesWith(before, 'quintavious zobelberg'));
  });

  it('stands in no text, no document and no file of the database', async () => {
    expect(await wordsInDatabase(world, words, others)).toEqual([]);
  });

  it('leaves a log that is whole, over what was really written', async () => {
    const chains = new Chains(world.get(DataSource), world.get(Tenants), new CheckpointFile('/nowhere/at-all.jsonl'));
    for await (const { broken } of chains.verify()) expect(broken).toBeNull();
    const { rows } = await world.owner.query<{ count: number }>('select count(*)::int as count from audit.originals');
    expect(rows[0]?.count).toBeGreaterThan(5);
  });

  it('looks like anybody: the same answers, the same fields, filled alike', () => {
    const of = (answers: readonly Heard[], ids: readonly string[]) =>
      answers
        .filter(({ url }) => ids.some((id) => url.includes(id)))
        .map(({ route, status, text }) => ({ route, status, shape: shapeOf(text) }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    expect(of(after.coordinator, [personId])).toEqual(of(after.coordinator, [twin.personId]));
    expect(of(after.administrator, [personId])).toEqual(of(after.administrator, [twin.personId]));
  });

  it('has no entry in the log that anybody else could notice, and a version that its history explains', async () => {
    const seen = after.administrator.filter(({ route }) => route.startsWith('/api/audit')).map(({ text }) => text);
    expect(seen.some((text) => /privacy\.(vault|reveals|endings|responders)/.test(text))).toBe(false);
    expect(after.lead.some(({ text }) => text.includes('privacy.vault'))).toBe(true);
    const { version } = (await world.call<Person>('GET', `/api/people/${personId}`, { as: ben })).body;
    const history = await world.call<{ items: unknown[] }>('GET', `/api/people/${personId}/timeline`, { as: ben });
    expect(history.body.items.length).toBe(version);
  });

  it('is no other for whoever may not know: the pages of protection are as closed for them as for the twin', async () => {
    for (const as of [ben, ada])
      for (const id of [personId, twin.personId])
        for (const [method, url, body] of [
          ['GET', `/api/privacy/protection/people/${id}`, undefined],
          ['POST', `/api/privacy/protection/people/${id}`, { reason: 'Who is it?' }],
          ['POST', `/api/privacy/protection/people/${id}/reveals`, { reason: 'Who is it?' }],
          ['POST', `/api/privacy/protection/people/${id}/endings`, { reason: 'It is over.' }],
        ] as const)
          expect((await world.call(method, url, { as, body })).status).toBe(403);
  });

  it('keeps the name out of what comes back from a form that was opened before', async () => {
    const current = (await world.call<Person>('GET', `/api/people/${personId}`, { as: ben })).body;
    const { id: _, version, ...draft } = current;
    const body = {
      ...draft,
      givenName: 'Quintavious',
      familyName: 'Zobelberg',
      email: 'quintavious@zobelberg.example',
      salutation: 'Prof.',
    };
    const saved = await world.call<Person>('PUT', `/api/people/${personId}`, { as: ben, body, headers: { 'if-match': `"${version}"` } });
    expect([saved.status, saved.body]).toEqual([200, { ...current, salutation: 'Prof.', version: version + 1 }]);
    expect(await wordsInDatabase(world, words, others)).toEqual([]);
  });
});
