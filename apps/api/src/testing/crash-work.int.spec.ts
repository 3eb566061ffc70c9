// What a killed server had in hand is taken up by the next one: an import that was half written, a letter whose delivery nobody
// confirmed. How soon is a matter of heartbeats; without them it would be a quarter of an hour.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Delegate, Delegation, RosterPreview } from '@amity/delegations';
import type { Job } from '@amity/interchange';
import { aDelegation, aRoster } from '@amity/testing';
import { SMTPServer } from 'smtp-server';
import { multipart } from './multipart.js';
import { BuiltServer } from '../database/testing/built-server.js';

const soon = 60_000;
const people = 3_000;

describe('kill -9 of a server at work', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'amity-crash-'));
  const received: string[] = [];
  let isDeaf = false;
  const post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString()));
      stream.on('end', () => {
        received.push(/^Message-ID: (.*)$/im.exec(text)?.[1] ?? '');
        if (!isDeaf) done();
      });
      stream.on('error', () => undefined); // the client is killed while it waits: that is the story
    },
  });
  post.on('error', () => undefined); // as above
  let server: BuiltServer;
  let url = '';
  let cookie = '';
  let csrf = '';

  const start = async (): Promise<void> => {
    server = new BuiltServer({ AMITY_DATA: dataDir, AMITY_SMTP_URL: `smtp://127.0.0.1:${(post.server.address() as AddressInfo).port}` });
    url = await server.ready();
  };
  const killAndStart = async (): Promise<number> => {
    server.signal('SIGKILL');
    await server.ended;
    await start();
    return Date.now();
  };
  const call = async <T>(method: string, address: string, body?: object | Buffer, headers: Record<string, string> = {}): Promise<T> => {
    const answer = await fetch(url + address, {
      method,
      headers: { cookie, 'x-amity-csrf': csrf, ...(Buffer.isBuffer(body) ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body ? { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${address} answered ${answer.status}: ${await answer.text()}`);
    cookie ||= answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    csrf ||= answer.headers.get('x-amity-csrf') ?? '';
    return (await answer.json()) as T;
  };
  const until = async <T>(what: string, look: () => Promise<T | false>): Promise<T> => {
    for (const end = Date.now() + 2 * soon; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const seen = await look();
      if (seen !== false) return seen;
    }
    throw new Error(`Waited in vain for: ${what}\n${server.output}`);
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve));
    await start();
    const password = 'correct horse battery';
    const setUp = { organizationName: 'Harbor', slug: 'harbor', zone: 'Europe/Berlin', name: 'Ada', email: 'ada@example.org', password };
    await call('POST', '/api/access/set-up', setUp);
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await new Promise<void>((resolve) => post.close(() => resolve()));
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  it('finishes the import of a roster soon after the next start, whole', async () => {
    const { id } = await call<Delegation>('POST', '/api/delegations', aDelegation());
    const crowd = Array.from({ length: people }, (_, i) => [`Guest${i}`, 'Crowd', `guest${i}@example.org`, '', '', '', '']);
    const form = multipart('roster.csv', Buffer.from(aRoster(crowd, ',')));
    const { 'content-type': type = '' } = form.headers;
    const preview = await call<RosterPreview>('POST', `/api/delegations/${id}/roster/files`, form.body, { 'content-type': type });
    const order = { fileId: preview.fileId, mapping: { columns: preview.suggestion.columns, choices: {} } };
    const { id: jobId } = await call<Job>('POST', `/api/delegations/${id}/roster/imports`, order);
    const job = () => call<Job>('GET', `/api/interchange/jobs/${jobId}`);
    await until('the first rows', async () => (await job()).done > 0);
    const startedAt = await killAndStart();
    expect((await job()).state).toBe('running');
    const ended = await until('the import to end', async () => {
      const seen = await job();
      return seen.state !== 'running' && seen;
    });
    expect([ended.state, Date.now() - startedAt < soon]).toEqual(['done', true]);
    expect((await call<{ items: Delegate[] }>('GET', `/api/delegations/${id}/roster`)).items).toHaveLength(people);
  }, 300_000);

  it('sends a letter again whose delivery nobody confirmed, under the same Message-ID', async () => {
    isDeaf = true;
    const { token } = await call<{ token: string }>('POST', '/api/hosting/sign-ups', { slug: 'harbor' });
    const link = { 'x-amity-link': token };
    const { draft } = await call<{ draft: object }>('GET', '/api/hosting/sign-ups/mine', undefined, link);
    const typed = { draft: { ...draft, email: 'maria@example.org' }, step: 1 };
    await call('PATCH', '/api/hosting/sign-ups/mine', typed, { ...link, 'if-match': '"1"' });
    await fetch(`${url}/api/hosting/sign-ups/mine/resume-link`, { method: 'POST', headers: link });
    await until('the letter to be on its way', () => Promise.resolve(received.length === 1));
    isDeaf = false;
    const startedAt = await killAndStart();
    await until('the letter to come again', () => Promise.resolve(received.length === 2));
    expect([received[1], Date.now() - startedAt < soon]).toEqual([received[0], true]);
    await until(
      'the letter to be marked as sent',
      async () => (await call<{ items: { state: string }[] }>('GET', '/api/messages/outbox')).items[0]?.state === 'sent',
    );
    expect(received).toHaveLength(2);
  }, 300_000);
});
