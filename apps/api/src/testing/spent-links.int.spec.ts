// Every way in which a personal link leaves Amity, and then a look with the owner's eyes into every column of every table.
import type { AddressInfo } from 'node:net';
import type { MemberActor } from '@amity/access';
import type { ConfirmedSignUp, StartedSignUp } from '@amity/hosting';
import { addDays, dayIn, type ProblemDetails } from '@amity/kernel';
import type { InvitationLink, InvitationList } from '@amity/outcomes';
import { aSignUp } from '@amity/testing';
import type { FeedLink } from '@amity/visits';
import { SMTPServer } from 'smtp-server';
import { Desk, travellers } from './outcomes-desk.js';
import { TestWorld, type Answer } from './test-world.js';
import { Program } from './visits-program.js';
import { SpentKeys } from '../access/spent-keys.js';

const today = dayIn('America/New_York', new Date());
const draft = aSignUp({ email: 'spent@example.org', offers: [{ from: addDays(today, 3), to: addDays(today, 9) }] });

describe('personal links', () => {
  let world: TestWorld;
  let as: MemberActor;
  const mailed: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString()));
      stream.on('end', () => {
        mailed.push(text.replaceAll('=\r\n', '').replaceAll('=3D', '='));
        done();
      });
    },
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    world = await TestWorld.open({ smtpUrl: `smtp://127.0.0.1:${port}` });
    as = await world.organization(['administrator', 'coordinator', 'program_officer']);
  });
  afterAll(async () => {
    await world.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  let keys = 0;
  const twice = async <T>(
    url: string,
    call: { as?: MemberActor; link?: string; body?: unknown },
  ): Promise<[Answer<T>, Answer<ProblemDetails>]> => {
    const headers = { 'idempotency-key': `spent-links-${++keys}` };
    return [await world.call<T>('POST', url, { ...call, headers }), await world.call<ProblemDetails>('POST', url, { ...call, headers })];
  };
  const tokenMailed = (part: RegExp) =>
    world.eventually(`a letter with ${String(part)}`, () => Promise.resolve(mailed.map((text) => part.exec(text)?.[1]).find(Boolean)));
  /** Columns that hold one of these texts. */
  const columnsWith = async (texts: readonly string[]): Promise<string[]> => {
    const { rows: columns } = await world.owner.query<{ where: string; column: string }>(
      `select format('%I.%I', table_schema, table_name) as where, format('%I', column_name) as column
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'reference')`,
    );
    const found: string[] = [];
    for (const { where, column } of columns) {
      const { rowCount } = await world.owner.query(
        `select from ${where} where exists (select from unnest($1::text[]) t where strpos(${column}::text, t) > 0) limit 1`,
        [texts],
      );
      if (rowCount) found.push(`${where}.${column}`);
    }
    return found;
  };

  it('are nowhere in the database once they were answered and mailed, and a repeated request says that it was done', async () => {
    const { rows } = await world.owner.query<{ slug: string }>(`select slug from identity.organizations where id = $1`, [
      as.organizationId,
    ]);
    const [started, startedAgain] = await twice<StartedSignUp>('/api/hosting/sign-ups', { body: { slug: rows[0]?.slug } });
    const link = started.body.token;
    await world.call('PATCH', '/api/hosting/sign-ups/mine', { link, body: { draft, step: 7 }, headers: { 'if-match': '"1"' } });
    await world.call('POST', '/api/hosting/sign-ups/mine/submit', { link, body: {} });
    const confirmation = await tokenMailed(/host\/confirm#token=([\w-]{43})/);
    const [confirmed, confirmedAgain] = await twice<ConfirmedSignUp>('/api/hosting/sign-ups/confirm', { link: confirmation, body: {} });

    const program = await Program.of(world, as, ['Ana']);
    await program.plan();
    await program.publish();
    const [feed, feedAgain] = await twice<FeedLink>(`/api/visits/${program.visit.id}/feed`, { as });
    const desk = new Desk(world, as);
    const { body: wave } = await desk.post<{ id: string }>('waves', await desk.draftOf(await desk.delegationOf(travellers)));
    const { items } = (await desk.get<InvitationList>(`waves/${wave.id}/invitations`)).body;
    const [survey, surveyAgain] = await twice<InvitationLink>(`/api/outcomes/invitations/${items[0]?.id}/link`, { as });

    const tokens = [
      link,
      confirmation,
      confirmed.body.home ?? '',
      await tokenMailed(/host\/home#token=([\w-]{43})/),
      /feeds\/([\w-]{43})\.ics/.exec(feed.body.feedUrl)?.[1] ?? '',
      /#([\w-]{43})$/.exec(survey.body.url)?.[1] ?? '',
      await tokenMailed(/p\/survey#([\w-]{43})/),
    ];
    expect(tokens.map((token) => token.length)).toEqual(tokens.map(() => 43));
    await world.eventually(
      'every letter to be sent',
      async () => (await world.owner.query(`select from messages.mail where state <> 'sent'`)).rowCount === 0,
    );
    expect(await columnsWith(tokens)).toEqual([]);
    expect(await columnsWith(['spent@example.org'])).toContain('messages.mail.recipient'); // it does look
    for (const again of [startedAgain, confirmedAgain, feedAgain, surveyAgain])
      expect([again.status, again.body.code, again.body.detail]).toEqual([
        409,
        'kernel.answer_withheld',
        'This was done already. Its answer held a personal link, of which Amity keeps no copy: look for it in our letter, or ask for a new one.',
      ]);
  });

  it('leave no answer behind for longer than two days', async () => {
    const mine = `select key from access.idempotency_keys where organization_id = $1 order by key`;
    const keysOf = async () => (await world.owner.query<{ key: string }>(mine, [as.organizationId])).rows.length;
    const before = await keysOf();
    await world.owner.query(
      `update access.idempotency_keys set created_at = now() - interval '49 hours' where (organization_id, key) in (select organization_id, key from access.idempotency_keys limit 1)`,
    );
    await world.get(SpentKeys).forget();
    expect(await keysOf()).toBe(before - 1);
    const { rows } = await world.owner.query(`select name, cron from pgboss.schedule where name like 'access.%'`);
    expect(rows).toEqual([{ name: 'access.spent_keys', cron: '23 * * * *' }]);
  });
});
