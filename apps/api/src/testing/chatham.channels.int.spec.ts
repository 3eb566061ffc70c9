// One test for each way on which a name could leave. Everything was named while the delegation was still public; then the rule
// was tightened, and whoever need not know finds nothing, wherever they look. Whoever does know finds it, so that this can fail.
import type { MemberActor } from '@amity/access';
import type { HouseRule } from '@amity/delegations';
import type { ProblemDetails } from '@amity/kernel';
import { aDelegate, aDelegation, anAppointment, aPerson, aPlacement } from '@amity/testing';
import { closedWords, guestWords, plantConfidential, type Planted } from './confidential-delegation.js';
import { askedBy, everyAnswer, type Heard } from './every-answer.js';
import { TestWorld } from './test-world.js';
import { Program } from './visits-program.js';

interface Channel {
  readonly name: string;
  readonly routes: RegExp;
  /** Whether whoever knows finds the guest there; on paper and in calendars nobody does. */
  readonly tells: boolean;
}

const channels: readonly Channel[] = [
  { name: 'the list of delegations and its notes', routes: /^\/api\/delegations(\/\{id\})?$/, tells: true },
  { name: 'the roster', routes: /^\/api\/delegations\/\{id\}\/roster$/, tells: true },
  { name: 'the file that a roster came in', routes: /^\/api\/delegations\/\{id\}\/roster\/files\/\{fileId\}$/, tells: true },
  { name: 'the list of consents', routes: /loosening-consents/, tells: true },
  { name: 'the list of those who need to know', routes: /need-to-know/, tells: false },
  { name: 'people and their search', routes: /^\/api\/people$/, tells: true },
  { name: 'the record of a person and its history', routes: /^\/api\/people\/\{id\}/, tells: true },
  { name: 'today', routes: /^\/api\/overview\/today$/, tells: true },
  { name: 'the board of placements', routes: /^\/api\/placements\/delegations/, tells: true },
  { name: 'families for a guest', routes: /^\/api\/placements\/delegates/, tells: false },
  { name: 'the guests of a household', routes: /^\/api\/placements\/households/, tells: true },
  { name: 'host families', routes: /^\/api\/hosting\/households/, tells: false },
  { name: 'the week of a visit', routes: /^\/api\/visits\/(\{id\}\/appointments|appointments\/\{id\})$/, tells: true },
  { name: 'the list of visits', routes: /^\/api\/visits(\/of-delegation\/\{delegationId\})?$/, tells: false },
  { name: 'the differences of a publication', routes: /^\/api\/visits\/\{id\}\/changes$/, tells: false },
  { name: 'published versions', routes: /^\/api\/visits\/\{id\}\/versions$/, tells: false },
  { name: 'the itinerary as a paper, its title and its file name', routes: /itinerary\.pdf$/, tells: false },
  { name: 'the calendar feed', routes: /^\/api\/visits\/feeds/, tells: false },
  { name: 'the pocket itinerary', routes: /^\/api\/visits\/pocket$/, tells: false },
  { name: 'surveys and their invitations', routes: /^\/api\/outcomes\/waves/, tells: true },
  { name: 'the survey behind its link', routes: /^\/api\/outcomes\/surveys/, tells: false },
  { name: 'the report on screen, on paper and as a workbook', routes: /^\/api\/outcomes\/report/, tells: false },
  { name: 'indicators', routes: /^\/api\/outcomes\/indicators/, tells: false },
  { name: 'jobs, their titles and results', routes: /^\/api\/interchange\/jobs/, tells: true },
  { name: 'the outbox of letters', routes: /^\/api\/messages/, tells: true },
  { name: 'the history', routes: /^\/api\/audit/, tells: true },
];
/** The family that hosts sees its guest's first name behind its own link: without it nobody could be welcomed. */
const familyOffer = '/api/placements/offer';

describe.each<[HouseRule, readonly string[]]>([
  ['chatham', guestWords],
  ['closed', [...guestWords, ...closedWords]],
])('under %s', (rule, words) => {
  let world: TestWorld;
  let ada: MemberActor;
  let ben: MemberActor;
  let planted: Planted;
  const heard: Record<'coordinator' | 'administrator' | 'knowing', Heard[]> = {
    coordinator: [],
    administrator: [],
    knowing: [],
  };
  const others = ['coordinator', 'administrator'] as const;
  let secrets: string[] = [];

  beforeAll(async () => {
    world = await TestWorld.open();
    ada = await world.organization(['administrator', 'coordinator', 'program_officer']);
    ben = await world.member(ada, ['coordinator']);
    planted = await plantConfidential(world, ada, rule);
    secrets = [...words, planted.guest.person.id];
    // the id of the person is among those asked for, so an address may hold it; an answer may not
    const { feed, offer, survey } = planted.links;
    const asking = {
      ids: planted.ids,
      words: [...guestWords, ...closedWords],
      links: { 'visits.feed': feed, 'placements.answer': offer, 'outcomes.answer': survey },
    };
    heard.knowing = await everyAnswer(world, ada, asking);
    heard.coordinator = await askedBy(world, ben, heard.knowing);
    heard.administrator = await askedBy(world, await world.member(ada, ['administrator']), heard.knowing);
  }, 400_000);
  afterAll(() => world.close());

  const leaks = (answers: readonly Heard[], words = secrets): string[] =>
    answers.flatMap(({ url, text }) => words.filter((word) => text.includes(word)).map((word) => `${word} in ${url}`));

  it.each(channels)('$name', ({ routes, tells }) => {
    const on = (answers: readonly Heard[]) => answers.filter(({ route }) => routes.test(route));
    for (const reader of others) expect({ reader, leaks: leaks(on(heard[reader])) }).toEqual({ reader, leaks: [] });
    expect({ asked: on(heard.knowing).length > 0, tells: leaks(on(heard.knowing), guestWords).length > 0 }).toEqual({ asked: true, tells });
  });

  it('any other answer, of routes nobody has written yet as well', () => {
    for (const reader of others) {
      expect({ reader, leaks: leaks(heard[reader].filter(({ route }) => route !== familyOffer)) }).toEqual({ reader, leaks: [] });
      expect(heard[reader].filter(({ status }) => status >= 500)).toEqual([]);
    }
  });

  it('the page of the family that hosts: the first name, and nothing else', () => {
    const offers = heard.coordinator.filter(({ route }) => route === familyOffer);
    expect([...new Set(leaks(offers).map((leak) => leak.split(' ')[0]))]).toEqual(['quintavious']);
  });

  it('the numbers stay: how many there are is no secret', () => {
    const list = heard.coordinator.find(({ url }) => url === '/api/delegations?limit=200');
    expect(list?.text).toContain('"delegatecount":2');
    expect(list?.text).toContain(rule === 'closed' ? '"name":"closed delegation"' : '"name":"envoys of atlantis"');
  });

  it('letters to others than the guest, from then on', async () => {
    await world.call('POST', `/api/placements/${planted.placement.id}/cancel`, {
      as: ada,
      headers: { 'if-match': `"${planted.placement.version}"` },
    });
    const before = new Date();
    const body = aPlacement({ delegateId: planted.guest.id, householdId: planted.household.id });
    const offered = await world.call<ProblemDetails>('POST', '/api/placements', {
      as: ada,
      body: { ...body, message: 'Quintavious likes boats.' },
    });
    expect([offered.status, offered.body.code]).toEqual([422, 'placements.message_names_guest']);
    expect((await world.call('POST', '/api/placements', { as: ada, body })).status).toBe(201);
    const { rows } = await world.owner.query<{ text: string }>(
      `select subject || ' ' || text || ' ' || html as text from messages.mail where recipient = $1 and created_at >= $2::timestamptz - interval '1 minute' order by id desc limit 2`,
      [planted.household.email, before],
    );
    const [offer] = rows;
    expect(offer?.text).toContain('We would love a guest');
    expect(words.filter((word) => offer?.text.toLowerCase().includes(word))).toEqual([]);
  });

  it('refusals: their sentences name nobody', async () => {
    const { delegation, guest, appointment, placement, household, visit } = planted;
    const version = { 'if-match': '"1"' };
    const { rows } = await world.owner.query<{ id: string }>(`select id from outcomes.invitations where delegate_id = $1`, [guest.id]);
    const tries = [
      ['POST', `/api/delegations/${delegation.id}/roster`, aDelegate({ person: aPerson() })],
      ['POST', `/api/delegations/${delegation.id}/roster`, aDelegate({ person: { id: guest.person.id } })],
      ['DELETE', `/api/delegations/${delegation.id}/roster/${guest.id}`, undefined],
      ['PUT', `/api/delegations/${delegation.id}`, aDelegation()],
      ['POST', `/api/delegations/${delegation.id}/loosening-consents`, { delegateId: guest.id, rule: 'public' }],
      ['POST', `/api/delegations/${delegation.id}/rule`, { rule: 'public' }],
      ['POST', `/api/visits/${visit.id}/appointments`, anAppointment()],
      ['POST', `/api/visits/${visit.id}/publish`, {}],
      ['PUT', `/api/visits/appointments/${appointment.id}`, anAppointment()],
      ['POST', `/api/visits/appointments/${appointment.id}/state`, { state: 'tentative' }],
      ['DELETE', `/api/visits/appointments/${appointment.id}`, undefined],
      ['POST', '/api/placements', aPlacement({ delegateId: guest.id, householdId: household.id })],
      ['POST', `/api/placements/${placement.id}/cancel`, {}],
      ['POST', `/api/placements/${placement.id}/answer`, { answer: 'accepted' }],
      ['POST', `/api/outcomes/invitations/${rows[0]?.id ?? ''}/link`, {}],
      ['PUT', `/api/people/${guest.person.id}`, aPerson()],
      ['POST', '/api/partnerships/imports', { fileId: planted.fileId }], // the roster's file as a list of partnerships
    ] as const;
    const officer = await world.member(ada, ['program_officer', 'coordinator']);
    for (const [method, url, body] of tries) {
      const { status, body: answer } = await world.call<ProblemDetails>(method, url, { as: officer, body, headers: version });
      const said = JSON.stringify(answer).toLowerCase();
      expect({ method, url, refused: status >= 400 && status < 500, leaks: secrets.filter((word) => said.includes(word)) }).toEqual({
        method,
        url,
        refused: true,
        leaks: [],
      });
    }
  });

  it('a double booking: that somebody is taken, not who, nor by what', async () => {
    // Ben knows this person by himself, from a delegation that everybody may see
    const program = await Program.of(world, ben, []);
    const person = aPerson({ givenName: 'Quintavious', familyName: 'Zobelberg', email: 'quintavious@zobelberg.example' });
    const joined = await world.call('POST', `/api/delegations/${program.delegation.id}/roster`, { as: ben, body: aDelegate({ person }) });
    expect(joined.status).toBe(201);
    const { startsAt, endsAt } = planted.appointment;
    const { status, body } = await program.try<ProblemDetails>({ startsAt, endsAt, title: 'Lunch' });
    expect([status, body.code]).toEqual([409, 'visits.double_booked_withheld']);
    const said = JSON.stringify(body).toLowerCase();
    expect([...secrets, 'atlantis', 'sealed', planted.appointment.id, planted.delegation.id].filter((word) => said.includes(word))).toEqual(
      [],
    );
    const found = (await world.call<{ items: { id: string }[] }>('GET', '/api/people?q=quintavious', { as: ben })).body.items;
    expect(found.map(({ id }) => id)).toEqual([planted.guest.person.id]); // known to him, as before, and without the other delegation
  });
});
