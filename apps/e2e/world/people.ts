// Who signs in, and how. Signing in goes through the interface of the api, not through the form: the form has a story of its own.
import type { APIRequestContext, APIResponse, BrowserContext, Page } from '@playwright/test';
import { demoPassword, type Server } from './server.js';

/** The accounts of the demo organization; an empty world has them after `setUp` and invitations only. */
export const accounts = {
  administrator: 'admin@example.org',
  coordinator: 'coordinator@example.org',
  officer: 'officer@example.org',
} as const;
export type Account = keyof typeof accounts;

/** A password that an empty world's first administrator takes, long enough for the policy. */
export const ownPassword = demoPassword;

/** Signs the page's visitor in. Pages opened or reloaded afterwards are that person's. */
export async function signIn(page: Page, who: Account, server: Server): Promise<void> {
  await post(page.context(), `${server.url}/api/access/sessions`, { email: accounts[who], password: ownPassword });
}

/** Sets an empty installation up through the api: an organization, and its administrator signed in on the page. */
export async function setUp(page: Page, server: Server, organizationName = 'Fort Worth Sister Cities'): Promise<void> {
  await post(page.context(), `${server.url}/api/access/set-up`, {
    organizationName,
    slug: organizationName.toLowerCase().replaceAll(' ', '-'),
    zone: 'America/Chicago',
    name: 'Ada Administrator',
    email: accounts.administrator,
    password: ownPassword,
  });
}

/** Signed in as the administrator of a world that is set up, whichever story of a file comes first. */
export async function enter(page: Page, server: Server): Promise<void> {
  const { needed } = (await (await page.request.get(`${server.url}/api/access/set-up`)).json()) as { needed: boolean };
  await (needed ? setUp(page, server) : signIn(page, 'administrator', server));
}

async function post(context: BrowserContext, url: string, data: object): Promise<void> {
  const answer = await context.request.post(url, { data });
  if (!answer.ok()) throw new Error(`POST ${url} answered ${answer.status()}: ${await answer.text()}`);
}

interface Sent {
  readonly method?: string;
  readonly data?: unknown;
  readonly multipart?: Readonly<Record<string, { name: string; mimeType: string; buffer: Buffer }>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request of whoever is signed in here, past the pages: with the session's token, as the web app would send it. POST unless said. */
export async function send(
  from: APIRequestContext,
  url: string,
  { method = 'POST', headers = {}, ...sent }: Sent = {},
): Promise<APIResponse> {
  const asked = await from.get(`${/^https?:\/\/[^/]+/.exec(url)?.[0] ?? ''}/api/access/session`);
  const { me } = (await asked.json()) as { me: { csrf: string } | null };
  return from.fetch(url, { method, ...sent, headers: { ...(me ? { 'x-amity-csrf': me.csrf } : {}), ...headers } });
}
