// A rule on one talk of a delegation that everybody may see: who takes part in it and what is noted about it leaves by no way, while
// the rest of the program stays as open as before. Whoever needs to know finds all of it, so that this can fail.
import type { MemberActor } from '@amity/access';
import type { HouseRule } from '@amity/delegations';
import type { ProblemDetails } from '@amity/kernel';
import { aPerson } from '@amity/testing';
import type { Appointment, FeedLink } from '@amity/visits';
import { askedBy, everyAnswer, type Heard } from './every-answer.js';
import { TestWorld } from './test-world.js';
import { Program } from './visits-program.js';

/** Noted about the talk and nowhere else; the title is a secret of a closed talk only. */
const noted = ['heliotrope'];
const title = 'vermilion';
/** The person is in the organization's list, and its record says who made it: there the name is no secret of the talk. */
const ownRecord = /^\/api\/(people|audit|privacy\/people)/;

describe.each<[HouseRule, readonly string[]]>([
  ['chatham', noted],
  ['closed', [...noted, title]],
])('an appointment under %s in a public delegation', (rule, words) => {
  let world: TestWorld;
  let ben: MemberActor;
  let program: Program;
  let talk: Appointment;
  let open: Appointment;
  let guestId = '';
  let times = { startsAt: '', endsAt: '' };
  const heard: Record<'knowing' | 'other', Heard[]> = { knowing: [], other: [] };

  beforeAll(async () => {
    world = await TestWorld.open();
    const ada = await world.organization(['administrator', 'coordinator', 'program_officer']);
    ben = await world.member(ada, ['administrator', 'coordinator']);
    program = await Program.of(world, ada, ['Ana', 'Bo']);
    const guest = aPerson({ givenName: 'Quintavious', familyName: 'Zobelberg', email: 'quintavious@zobelberg.example' });
    guestId = (await world.call<{ id: string }>('POST', '/api/people', { as: ada, body: guest })).body.id;
    open = await program.plan({ title: 'Harbor walk', everyone: false, participantIds: [program.personId(0)], notes: 'Sturdy shoes.' });
    const secret = { title: 'Vermilion round', everyone: false, notes: 'Heliotrope speaks first.', appointmentHost: 'Vermilion Lodge' };
    times = { startsAt: `${open.startsAt.slice(0, 10)}T19:00`, endsAt: `${open.startsAt.slice(0, 10)}T21:00` };
    talk = await program.plan({ ...secret, ...times, participantIds: [program.personId(1)], interpreterIds: [guestId], rule });
    expect((await program.publish()).status).toBe(201);
    const feed = await world.call<FeedLink>('POST', `/api/visits/${program.visit.id}/feed`, { as: ada });
    const asking = {
      ids: [program.delegation.id, program.visit.id, talk.id, open.id, guestId, program.personId(1)],
      words: ['quintavious', ...noted, title],
      links: { 'visits.feed': feed.body.feedUrl.split('/').at(-1) ?? '' },
    };
    heard.knowing = await everyAnswer(world, ada, asking);
    heard.other = await askedBy(world, ben, heard.knowing);
  }, 400_000);
  afterAll(() => world.close());

  const told = (answers: readonly Heard[], secrets: readonly string[]): string[] => [
    ...new Set(answers.flatMap(({ route, text }) => secrets.filter((word) => text.includes(word)).map((word) => `${word} in ${route}`))),
  ];
  const elsewhere = (answers: readonly Heard[]): Heard[] => answers.filter(({ route }) => !ownRecord.test(route));

  it('is told to whoever needs to know: in the week, alone, and in the history', () => {
    const routes = ['/api/visits/{id}/appointments', '/api/visits/appointments/{id}', '/api/audit/entries'];
    const found = told(heard.knowing, noted);
    expect(routes.filter((route) => !found.includes(`${noted[0]} in ${route}`))).toEqual([]);
    expect(told(elsewhere(heard.knowing), ['quintavious'])).not.toEqual([]);
  });

  it('says nothing of what is noted about it to anybody else, anywhere', () => {
    expect(heard.other.length).toBeGreaterThan(40);
    expect(told(heard.other, words)).toEqual([]);
    expect(heard.other.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('does not say who takes part', () => {
    expect(told(elsewhere(heard.other), ['quintavious', 'zobelberg'])).toEqual([]);
    // Bo is on the open roster: in the history and in the week nothing ties them to the talk
    const tied = heard.other.filter(({ text }) => text.includes(talk.id) && text.includes(program.personId(1)));
    expect(tied.filter(({ url }) => !url.includes('draft=1')).map(({ route }) => route)).toEqual([]);
  });

  it('leaves the rest of the program as open as it was', () => {
    const week = heard.other.find(({ route }) => route === '/api/visits/{id}/appointments');
    expect(['harbor walk', 'sturdy shoes', program.personId(0)].filter((word) => !week?.text.includes(word))).toEqual([]);
  });

  it('refuses a double booking without saying by what', async () => {
    const other = await Program.of(world, ben, []);
    const { status, body } = await other.try<ProblemDetails>({
      ...times,
      everyone: true,
      interpreterIds: [guestId],
    });
    expect([status, body.code]).toEqual([409, 'visits.double_booked_withheld']);
    expect([...noted, title, talk.id].filter((word) => JSON.stringify(body).toLowerCase().includes(word))).toEqual([]);
  });
});
