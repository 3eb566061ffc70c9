// What a program officer does over the api, for specs: delegations with delegates, surveys opened and answered by their letters.
import type { MemberActor } from '@amity/access';
import type { Delegate, Delegation } from '@amity/delegations';
import { addDays, dayIn, type Id, type ProblemDetails } from '@amity/kernel';
import type { Answer, IndicatorInput, InstrumentList, Wave } from '@amity/outcomes';
import { aDelegate, aDelegation, aPerson } from '@amity/testing';
import { Consents } from '../privacy/index.js';
import type { TestWorld } from './test-world.js';

export const today = () => dayIn('America/New_York', new Date());
export const travellers = ['Ana', 'Bia', 'Caio', 'Davi', 'Enzo', 'Flor'];

/** A whole sheet of the instrument Program experience. */
export const experience = (satisfaction: number, more: Answer[] = []): Answer[] => [
  { key: 'satisfaction', number: satisfaction },
  { key: 'learning', number: 4 },
  { key: 'used_since', number: 3 },
  ...more,
];

/** A whole sheet of the instrument Trust. */
export const trust = (number: number): Answer[] => ['keep_promises', 'take_advantage', 'rely_on'].map((key) => ({ key, number }));

const consentToSurveys = {
  purpose: 'survey',
  decision: 'given',
  language: 'en',
  edition: 1,
  guardianName: 'Guardian',
  note: 'said so',
} as const;

export const anIndicator = (overrides: Partial<IndicatorInput> = {}): IndicatorInput => ({
  name: 'Teachers who stay in touch',
  level: 'outcome',
  unit: 'people',
  baseline: 2,
  target: 12,
  source: 'measured',
  ...overrides,
});

export class Desk {
  constructor(
    private readonly world: TestWorld,
    private readonly as: MemberActor,
  ) {}

  post<T>(url: string, body?: unknown) {
    return this.world.call<T & ProblemDetails>('POST', `/api/outcomes/${url}`, { as: this.as, body });
  }

  get<T>(url: string, as = this.as) {
    return this.world.call<T & ProblemDetails>('GET', `/api/outcomes/${url}`, { as });
  }

  put<T>(url: string, version: number, body: unknown) {
    return this.world.call<T & ProblemDetails>('PUT', `/api/outcomes/${url}`, {
      as: this.as,
      body,
      headers: { 'if-match': `"${version}"` },
    });
  }

  send(link: string, answers: readonly Answer[]) {
    return this.world.call<ProblemDetails>('POST', '/api/outcomes/surveys/mine/answers', { link, body: { answers } });
  }

  /** A delegation with one delegate for each given name; all of them agree to be asked, unless a test says otherwise. */
  async delegationOf(names: readonly string[], consenting = true): Promise<Id> {
    const { as, world } = this;
    const { id } = (await world.call<Delegation>('POST', '/api/delegations', { as, body: aDelegation() })).body;
    for (const name of names) {
      const person = aPerson({ givenName: name, familyName: `${name}s`, email: `${name}@guests.example`.toLowerCase() });
      await world.call('POST', `/api/delegations/${id}/roster`, { as, body: aDelegate({ person }) });
    }
    if (consenting) await this.consentOf(id);
    return id;
  }

  /** Everybody on the roster agrees to be asked. */
  async consentOf(delegationId: Id): Promise<void> {
    const { as, world } = this;
    const { body } = await world.call<{ items: Delegate[] }>('GET', `/api/delegations/${delegationId}/roster`, { as });
    for (const { person } of body.items) await world.get(Consents).told(as, person.id, consentToSurveys);
  }

  async draftOf(delegationId: Id, key = 'program_experience') {
    const { items } = (await this.get<InstrumentList>('instruments')).body;
    const instrumentId = items.find((instrument) => instrument.key === key)?.id;
    return { delegationId, instrumentId, moment: 'post', opensOn: today(), closesOn: addDays(today(), 14) };
  }

  /** A survey that is open, and the link from each letter, in the order of addresses. */
  async openSurvey(delegationId: Id, key?: string): Promise<{ wave: Wave; links: string[] }> {
    const mine = [this.as.organizationId];
    await this.world.owner.query(`delete from messages.mail where organization_id = $1`, mine);
    const { body: wave } = await this.post<Wave>('waves', await this.draftOf(delegationId, key));
    const letters = `select text from messages.mail where organization_id = $1 order by recipient`;
    const { rows } = await this.world.owner.query<{ text: string }>(letters, mine);
    return { wave, links: rows.flatMap(({ text }) => /http:\/\/amity\.test\/p\/survey#(\S+)/.exec(text)?.[1] ?? []) };
  }

  async answerAll(links: readonly string[], sheets: readonly (readonly Answer[])[]): Promise<void> {
    for (const [i, sheet] of sheets.entries()) expect((await this.send(links[i] ?? '', sheet)).status).toBe(201);
  }
}
