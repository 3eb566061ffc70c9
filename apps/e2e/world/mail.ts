// Mail as the development outbox shows it. Mail leaves a moment after the act that caused it, so reading waits for it.
import { expect, request } from '@playwright/test';
import { accounts, ownPassword } from './people.js';
import type { Server } from './server.js';

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** Null while it is on its way: the outbox shows what is kept. */
  readonly text: string | null;
  /** Addresses in the text, in order. */
  readonly links: readonly string[];
}

/** Everything in the outbox, newest first. The one place that knows how the outbox is asked. */
export async function readOutbox(server: Server): Promise<Mail[]> {
  const administrator = await request.newContext({ baseURL: server.url });
  try {
    const signedIn = await administrator.post('/api/access/sessions', { data: { email: accounts.administrator, password: ownPassword } });
    if (!signedIn.ok()) throw new Error(`The administrator could not sign in to read the outbox: ${await signedIn.text()}`);
    const answer = await administrator.get('/api/messages/outbox?limit=200');
    if (!answer.ok()) throw new Error(`The outbox answered ${answer.status()}: ${await answer.text()}`);
    return ((await answer.json()) as { items: Mail[] }).items;
  } finally {
    await administrator.dispose();
  }
}

/** Waits for the newest mail to this address whose subject matches. */
export async function mailTo(server: Server, address: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    found = (await readOutbox(server)).find((mail) => mail.text !== null && mail.to.includes(address) && subject.test(mail.subject));
    expect(found, `a mail to ${address} about ${String(subject)}`).toBeDefined();
  }).toPass({ timeout: 30_000 });
  if (found === undefined) throw new Error('unreachable: the wait above ends with a mail or throws');
  return found;
}
