import type { OutboxMessage } from '@amity/messages';
import type { Page } from '@amity/kernel';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { newId } from '../database/new-id.js';
import { Queue } from '../database/queue.js';
import { Tenants } from '../database/tenants.js';
import { TestWorld } from '../testing/test-world.js';
import { Outbox } from './outbox.js';

const letter = {
  to: 'family@example.org',
  subject: 'Welcome',
  paragraphs: ['Hello <there>'],
  action: { label: 'Open', url: 'https://amity.test/p/x' },
};

describe('the outbox', () => {
  it('keeps a letter for the outbox page when there is no mail server, and forgets one whose transaction failed', async () => {
    const world = await TestWorld.open();
    try {
      const actor = await world.organization();
      const outbox = world.get(Outbox);
      await world.get(Tenants).write(actor, (tx) => outbox.send(tx, letter));
      const failed = world.get(Tenants).write(actor, async (tx) => {
        await outbox.send(tx, { ...letter, subject: 'Never' });
        throw new Error('rolled back');
      });
      await expect(failed).rejects.toThrow('rolled back');
      const list = () => world.call<Page<OutboxMessage>>('GET', '/api/messages/outbox', { as: actor });
      await world.eventually('the letter is kept', async () => (await list()).body.items[0]?.state === 'kept');
      const { items } = (await list()).body;
      expect(items.map(({ to, subject, state, links }) => ({ to, subject, state, links }))).toEqual([
        { to: 'family@example.org', subject: 'Welcome', state: 'kept', links: ['https://amity.test/p/x'] },
      ]);
      const { rows } = await world.owner.query(
        `select after ->> 'text' as text, after ->> 'html' as html from audit.entries where subject = 'messages.mail' and action = 'created'`,
      );
      expect(rows).toEqual([{ text: '(not recorded)', html: '(not recorded)' }]);
    } finally {
      await world.close();
    }
  });

  it('hands on sixty pieces of news within seconds, and one that cannot be handled holds up none of the others', async () => {
    const world = await TestWorld.open();
    try {
      const actor = await world.organization();
      const outbox = world.get(Outbox);
      const news = Array.from({ length: 60 }, () => newId());
      const heard: string[] = [];
      outbox.on('test.happened', 'test.listener', (_tx, { thingId = '' }) => {
        if (thingId === news[3]) throw new Error('not this one');
        heard.push(thingId);
        return Promise.resolve();
      });
      await world.get(Tenants).write(actor, async (tx) => {
        for (const thingId of news) await outbox.publish(tx, { kind: 'test.happened', thingId });
      });
      await world.eventually('all but one', () => Promise.resolve(heard.length === 59)); // at two a second it would take thirty
      expect([...heard].sort()).toEqual(news.filter((_, i) => i !== 3).sort());
      const { rows } = await world.owner.query(
        `select state::text, output ->> 'message' as message, count(*)::int from pgboss.job where name = 'messages.event' group by 1, 2 order by 3`,
      );
      expect(rows).toEqual([
        { state: 'retry', message: 'not this one', count: 1 },
        { state: 'completed', message: null, count: 59 },
      ]);
    } finally {
      await world.close();
    }
  });

  it('ends with the letter it is at, and leaves the others it took to the next server', async () => {
    const arrived: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        arrived.push(address);
        setTimeout(done, 1_500); // a slow one
      },
      onData: (stream, _session, done) => stream.on('end', () => done()).resume(),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const world = await TestWorld.open({ smtpUrl: `smtp://127.0.0.1:${port}` });
    try {
      const actor = await world.organization();
      await world.get(Tenants).write(actor, async (tx) => {
        for (let i = 0; i < 8; i++) await world.get(Outbox).send(tx, { ...letter, to: `guest-${i}@example.org` });
      });
      await world.eventually('the first letter', () => Promise.resolve(arrived.length > 0));
      await world.get(Queue).onApplicationShutdown();
      const { rows } = await world.owner.query(
        `select state::text, count(*)::int from pgboss.job where name = 'messages.mail' group by 1 order by 2`,
      );
      // one, or two where this machine was slow to look; never all that were taken together
      expect(arrived.length).toBeLessThan(4);
      expect(rows).toEqual([
        { state: 'completed', count: arrived.length },
        { state: 'retry', count: 8 - arrived.length },
      ]);
    } finally {
      await world.close();
      await new Promise((resolve) => server.close(() => resolve(null)));
    }
  }, 30_000);

  it('tries again when the server asks for time, and says what it refuses for good', async () => {
    const asked = new Map<string, number>();
    const refuse = (code: number, message: string) => Object.assign(new Error(message), { responseCode: code });
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        asked.set(address, (asked.get(address) ?? 0) + 1);
        if (address.startsWith('nobody')) return done(refuse(550, 'No such mailbox here'));
        if (address.startsWith('full')) return done(refuse(452, 'Mailbox full'));
        return done(address.startsWith('later') && asked.get(address) === 1 ? refuse(451, 'Try again later') : undefined);
      },
      onData: (stream, _session, done) => stream.on('end', () => done()).resume(),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const world = await TestWorld.open({ smtpUrl: `smtp://127.0.0.1:${port}` });
    try {
      const actor = await world.organization();
      await world.owner.query(
        `create function pgboss.impatient() returns trigger language plpgsql as $$ begin new.retry_limit := 1; new.retry_delay := 0; new.retry_backoff := false; return new; end $$`,
      );
      await world.owner.query(`grant execute on function pgboss.impatient() to amity_app`);
      await world.owner.query(
        `create trigger impatient before insert on pgboss.job for each row when (new.name = 'messages.mail') execute function pgboss.impatient()`,
      );
      const to = ['nobody@example.org', 'full@example.org', 'later@example.org'];
      await world.get(Tenants).write(actor, async (tx) => {
        for (const address of to) await world.get(Outbox).send(tx, { ...letter, to: address });
      });
      const list = async () => (await world.call<Page<OutboxMessage>>('GET', '/api/messages/outbox', { as: actor })).body.items;
      await world.eventually('all three to end', async () => (await list()).every(({ state }) => state !== 'queued'));
      const ended = (await list()).map((mail) => [mail.to, mail.state, mail.failure, mail.text, mail.links]);
      expect(ended.reverse()).toEqual([
        ['nobody@example.org', 'failed', expect.stringContaining('550 No such mailbox here'), null, []],
        ['full@example.org', 'failed', expect.stringContaining('452 Mailbox full'), null, []],
        ['later@example.org', 'sent', null, null, []],
      ]);
      expect(to.map((address) => asked.get(address))).toEqual([1, 2, 2]);
      const { rows } = await world.owner.query<{ text: string; html: string }>(`select text, html from messages.mail`);
      expect(rows.map(({ text, html }) => /https?:/.test(text + html))).toEqual([false, false, false]);
      expect(rows.map(({ text }) => text)).toEqual(to.map(() => expect.stringContaining('Open:\n…')));
    } finally {
      await world.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    }
  });

  it('hands a letter to the mail server once, escaped, under a Message-ID that is its own id', async () => {
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        let text = '';
        stream.on('data', (part: Buffer) => (text += part.toString()));
        stream.on('end', () => {
          received.push(text);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const world = await TestWorld.open({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Amity <amity@harbor.example>' });
    try {
      const actor = await world.organization();
      const id = await world.get(Tenants).write(actor, (tx) => world.get(Outbox).send(tx, letter));
      await world.eventually('the mail arrived', () => Promise.resolve(received.length > 0));
      expect(received.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1])).toEqual([`<${id}@harbor.example>`]);
      expect(received[0]).toContain('Hello &#60;there&#62;');
      await world.eventually(
        'it is marked as sent',
        async () => (await world.owner.query(`select 1 from messages.mail where id = $1 and state = 'sent'`, [id])).rowCount === 1,
      );
    } finally {
      await world.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    }
  });

  it('delivers an event once to each handler, in a transaction of its own', async () => {
    const world = await TestWorld.open();
    try {
      const actor = await world.organization();
      const seen: string[] = [];
      let failures = 1;
      world.get(Outbox).on('visits.published', 'test.first', (_tx, event) => {
        seen.push(`first ${event.visitId}`);
        return Promise.resolve();
      });
      world.get(Outbox).on('visits.published', 'test.second', (_tx, event) => {
        if (failures-- > 0) return Promise.reject(new Error('not yet'));
        seen.push(`second ${event.visitId}`);
        return Promise.resolve();
      });
      await world.get(Tenants).write(actor, (tx) => world.get(Outbox).publish(tx, { kind: 'visits.published', visitId: actor.accountId }));
      await world.eventually('both saw it', () => Promise.resolve(seen.length === 2));
      expect(seen).toEqual([`first ${actor.accountId}`, `second ${actor.accountId}`]);
    } finally {
      await world.close();
    }
  });
});
