import type { AddressInfo } from 'node:net';
import type { Page } from '@amity/kernel';
import type { OutboxMessage } from '@amity/messages';
import type { Person } from '@amity/people';
import { aPerson } from '@amity/testing';
import { SMTPServer } from 'smtp-server';
import { Tenants } from '../database/tenants.js';
import { Outbox } from '../messages/index.js';
import { TestWorld } from '../testing/test-world.js';

describe('a letter to a protected participant', () => {
  it('reaches the real address, and neither the outbox nor a refusal says it', async () => {
    const asked: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        asked.push(address);
        done(asked.length === 1 ? undefined : Object.assign(new Error(`<${address}> is full for good`), { responseCode: 550 }));
      },
      onData: (stream, _session, done) => stream.on('end', () => done()).resume(),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const world = await TestWorld.open({ smtpUrl: `smtp://127.0.0.1:${port}` });
    try {
      const as = await world.organization(['administrator', 'safeguarding_lead']);
      const body = aPerson({ givenName: 'Quinta', familyName: 'Thornton', email: 'quinta@thornton.example' });
      const { id } = (await world.call<Person>('POST', '/api/people', { as, body })).body;
      await world.call('POST', `/api/privacy/protection/people/${id}`, { as, body: { reason: 'Threatened.' } });
      const { email } = (await world.call<Person>('GET', `/api/people/${id}`, { as })).body;
      const outbox = async () => (await world.call<Page<OutboxMessage>>('GET', '/api/messages/outbox', { as })).body.items;
      const send = async (subject: string): Promise<void> => {
        const letter = { to: email ?? '', subject, paragraphs: ['Hello.'] };
        await world.get(Tenants).write(as, (tx) => world.get(Outbox).send(tx, letter));
        await world.eventually('the letter to leave', async () => (await outbox()).every(({ state }) => state !== 'queued'));
      };
      await send('Welcome');
      await send('Welcome again');
      expect(asked).toEqual(['quinta@thornton.example', 'quinta@thornton.example']);
      expect((await outbox()).map(({ to, state, failure }) => ({ to, state, failure }))).toEqual([
        { to: email, state: 'failed', failure: expect.stringContaining(`<${email ?? ''}> is full for good`) as string },
        { to: email, state: 'sent', failure: null },
      ]);
      const { rows } = await world.owner.query<{ text: string }>('select m::text as text from messages.mail m');
      expect(rows.filter(({ text }) => /quinta|thornton/i.test(text))).toEqual([]);
    } finally {
      await world.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    }
  });
});
