// The beginning of a program without its pages: a partnership, a delegation and its roster through the api, signed in as whoever
// the page is. Stories about what comes after start here.
import type { RosterPreview } from '@amity/delegations';
import type { PersonConsents } from '@amity/privacy';
import type { APIRequestContext, Page } from '@playwright/test';
import { send } from './people.js';

export interface PlannedDelegation {
  readonly id: string;
  readonly name: string;
}

async function post<T>(request: APIRequestContext, path: string, data: object): Promise<T> {
  const answer = await send(request, path, { data });
  if (!answer.ok()) throw new Error(`POST ${path} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

export function planDelegation(page: Page, partnershipId: string | null = null, overrides: object = {}): Promise<PlannedDelegation> {
  return post(page.request, '/api/delegations', {
    name: 'Tateyama teachers',
    direction: 'inbound',
    programFormat: 'teacher_and_faculty_exchange',
    track: 5,
    arrivesOn: '2027-05-10',
    departsOn: '2027-05-15',
    zone: 'America/Chicago',
    partnershipId,
    ...overrides,
  });
}

/** Starts the import of a list of so many people; the job goes on by itself. */
export async function importRoster(page: Page, { id }: PlannedDelegation, count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, at) => `Singer,Number ${at},singer.${at}@example.org`);
  const file = { name: 'choir.csv', mimeType: 'text/csv', buffer: Buffer.from(['Given name,Family name,E-mail', ...lines].join('\r\n')) };
  const sent = await send(page.request, `/api/delegations/${id}/roster/files`, { multipart: { file } });
  if (!sent.ok()) throw new Error(`The list was answered ${sent.status()}: ${await sent.text()}`);
  const { fileId, suggestion } = (await sent.json()) as RosterPreview;
  await post(page.request, `/api/delegations/${id}/roster/imports`, { fileId, mapping: { columns: suggestion.columns, choices: {} } });
}

export async function fillRoster(
  page: Page,
  { id }: PlannedDelegation,
  names: readonly (readonly [given: string, family: string])[],
): Promise<void> {
  for (const [givenName, familyName] of names)
    await post(page.request, `/api/delegations/${id}/roster`, {
      person: { givenName, familyName, email: `${givenName}.${familyName}@example.org`.toLowerCase(), nameOrder: 'family_first' },
    });
}

/** Everybody on the roster agreed to surveys on paper: a new organization asks nobody without it. */
export async function agreeToSurveys(page: Page, { id }: PlannedDelegation): Promise<void> {
  const roster = (await (await page.request.get(`/api/delegations/${id}/roster`)).json()) as { items: { person: { id: string } }[] };
  for (const { person } of roster.items) {
    const at = `/api/privacy/people/${person.id}/consents`;
    const { guardian, items } = (await (await page.request.get(at)).json()) as PersonConsents;
    const text = items.find(({ purpose }) => purpose === 'survey')?.text;
    if (!text) throw new Error('There is no text about surveys to agree to.');
    const { purpose, language, edition } = text;
    const guardianName = guardian === 'none' ? null : 'Whoever signs for them';
    await post(page.request, at, { purpose, language, edition, decision: 'given', guardianName, note: 'Signed form of May 3' });
  }
}
