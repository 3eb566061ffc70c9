// A delegation that has been everywhere before it was put under a rule: on a roster by hand and from a file, in the program, in
// two published versions, in a home, in letters and in a survey. Its one guest has a name that occurs nowhere else.
import type { MemberActor } from '@amity/access';
import type { Delegate, Delegation, HouseRule, RosterPreview } from '@amity/delegations';
import type { Household } from '@amity/hosting';
import type { Job } from '@amity/interchange';
import { addDays, dayIn, type Id } from '@amity/kernel';
import type { InstrumentList, Wave } from '@amity/outcomes';
import type { Placement } from '@amity/placements';
import { aDelegate, aDelegation, anAppointment, aPerson, aPlacement, aRoster, aSignUp, aSite } from '@amity/testing';
import type { Appointment, FeedLink, Visit } from '@amity/visits';
import { multipart } from './multipart.js';
import type { TestWorld } from './test-world.js';

/** What must be nowhere: the guest's names and address, and for a closed delegation also what it and its talks are called. */
export const guestWords = ['quintavious', 'zobelberg'];
export const closedWords = ['atlantis', 'sealed round'];

const today = () => dayIn('America/New_York', new Date());

export interface Planted {
  readonly delegation: Delegation;
  readonly guest: Delegate;
  readonly appointment: Appointment;
  readonly household: Household;
  readonly placement: Placement;
  readonly wave: Wave;
  readonly visit: Visit;
  readonly links: { readonly feed: string; readonly offer: string; readonly survey: string };
  /** The file that the roster came in. */
  readonly fileId: Id;
  /** Every id a route may be asked for. */
  readonly ids: readonly Id[];
}

export async function plantConfidential(world: TestWorld, as: MemberActor, rule: HouseRule): Promise<Planted> {
  const post = async <T>(url: string, body: unknown = {}, version?: number): Promise<T> => {
    const { status, body: answer } = await world.call<T>('POST', url, {
      as,
      body,
      ...(version ? { headers: { 'if-match': `"${version}"` } } : {}),
    });
    if (status >= 300) throw new Error(`POST ${url} answered ${status}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const [arrivesOn, departsOn] = [today(), addDays(today(), 4)];
  const notes = 'Quintavious wishes not to be named.';
  const delegation = await post<Delegation>('/api/delegations', aDelegation({ name: 'Envoys of Atlantis', arrivesOn, departsOn, notes }));
  const { id } = delegation;
  const person = aPerson({ givenName: 'Quintavious', familyName: 'Zobelberg', email: 'quintavious@zobelberg.example' });
  const guest = await post<Delegate>(`/api/delegations/${id}/roster`, aDelegate({ person, notes }));
  await post(`/api/delegations/${id}/roster`, aDelegate({ person: aPerson({ givenName: 'Ana', email: 'ana@zobelberg.example' }) }));

  const file = aRoster([
    ['Quintavious', 'Zobelberg', 'quintavious@zobelberg.example', '1980-01-01', 'delegate', '', ''],
    ['Nobody', 'Zobelberg', 'quintavious@', '', '', '', ''],
  ]);
  const upload = await world.call<RosterPreview>('POST', `/api/delegations/${id}/roster/files`, {
    as,
    ...multipart('Quintavious.csv', Buffer.from(file)),
  });
  const mapping = { columns: upload.body.suggestion.columns, choices: {} };
  const job = await post<Job>(`/api/delegations/${id}/roster/imports`, { fileId: upload.body.fileId, mapping });
  await world.eventually('the import to end', async () =>
    ['done', 'failed'].includes((await world.call<Job>('GET', `/api/interchange/jobs/${job.id}`, { as })).body.state),
  );

  const site = await post<{ id: Id }>('/api/visits/sites', aSite({ name: `Lodge ${rule}` }));
  const visit = (await world.call<Visit>('GET', `/api/visits/of-delegation/${id}`, { as })).body;
  const talks = {
    title: 'Sealed round',
    siteId: site.id,
    everyone: false,
    participantIds: [guest.person.id],
    notes: 'Quintavious speaks first.',
    appointmentHost: 'The Atlantis lodge',
  };
  const appointment = await post<Appointment>(
    `/api/visits/${visit.id}/appointments`,
    anAppointment({ ...talks, startsAt: `${today()}T09:00`, endsAt: `${today()}T23:00` }),
  );
  const lunch = { title: 'Lunch', startsAt: `${addDays(today(), 1)}T12:00`, endsAt: `${addDays(today(), 1)}T13:00` };
  await post(`/api/visits/${visit.id}/publish`);
  await post(`/api/visits/${visit.id}/appointments`, anAppointment({ ...lunch, everyone: false, participantIds: [guest.person.id] }));
  await post(`/api/visits/${visit.id}/publish`);
  const { feedUrl } = await post<FeedLink>(`/api/visits/${visit.id}/feed`);

  const household = await approvedFamily(world, as, post);
  const placement = await post<Placement>(
    '/api/placements',
    aPlacement({ delegateId: guest.id, householdId: household.id, message: 'Quintavious eats early.' }),
  );
  // offered long enough ago to need a person
  await world.owner.query(`update placements.placements set created_at = now() - interval '20 days' where id = $1`, [placement.id]);
  const { body: instruments } = await world.call<InstrumentList>('GET', '/api/outcomes/instruments', { as });
  const instrumentId = instruments.items.find(({ key }) => key === 'program_experience')?.id;
  const wave = await post<Wave>('/api/outcomes/waves', {
    delegationId: id,
    instrumentId,
    moment: 'post',
    opensOn: today(),
    closesOn: addDays(today(), 14),
  });
  const links = {
    feed: feedUrl.split('/').at(-1) ?? '',
    offer: await linkIn(world, household.email, 'placement'),
    survey: await linkIn(world, 'quintavious@zobelberg.example', 'survey'),
  };

  await post(`/api/delegations/${id}/rule`, { rule }, (await world.call<Delegation>('GET', `/api/delegations/${id}`, { as })).body.version);
  await post(
    `/api/visits/${visit.id}/appointments`,
    anAppointment({ ...lunch, title: 'Dinner', startsAt: `${today()}T23:10`, endsAt: `${today()}T23:50` }),
  );
  await post(`/api/visits/${visit.id}/publish`);
  const { rows } = await world.owner.query<{ id: Id }>(`select id from outcomes.invitations where wave_id = $1`, [wave.id]);
  const known = [id, guest.id, guest.person.id, appointment.id, visit.id, household.id, placement.id, wave.id, job.id, upload.body.fileId];
  return {
    delegation,
    guest,
    appointment,
    household,
    placement,
    wave,
    visit,
    links,
    fileId: upload.body.fileId,
    ids: [...known, ...rows.map((row) => row.id)],
  };
}

async function approvedFamily(
  world: TestWorld,
  as: MemberActor,
  post: <T>(url: string, body?: unknown, version?: number) => Promise<T>,
): Promise<Household> {
  const offers = [{ from: today(), to: addDays(today(), 20) }];
  const draft = aSignUp({ members: [], hasPets: false, pets: [], offers, email: `lodge-${as.accountId}-${Date.now()}@example.org` });
  const { id, members } = await post<Household>('/api/hosting/households', draft);
  for (const requirementKey of ['home_visit', 'reference_1', 'reference_2', 'orientation'])
    await post(`/api/hosting/households/${id}/checks`, { requirementKey, outcome: 'passed', checkedOn: today() });
  for (const { id: memberId } of members)
    await post(`/api/hosting/households/${id}/checks`, {
      requirementKey: 'criminal_check',
      memberId,
      outcome: 'passed',
      checkedOn: today(),
    });
  const { body: checked } = await world.call<Household>('GET', `/api/hosting/households/${id}`, { as });
  const { version } = await post<Household>(`/api/hosting/households/${id}/state`, { to: 'vetting' }, checked.version);
  return post<Household>(`/api/hosting/households/${id}/state`, { to: 'approved' }, version);
}

async function linkIn(world: TestWorld, recipient: string, page: string): Promise<string> {
  const { rows } = await world.owner.query<{ text: string }>(`select text from messages.mail where recipient = $1 order by id desc`, [
    recipient,
  ]);
  return new RegExp(`/p/${page}#(\\S+)`).exec(rows.map(({ text }) => text).join('\n'))?.[1] ?? '';
}
