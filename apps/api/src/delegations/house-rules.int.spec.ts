import type { MemberActor } from '@amity/access';
import {
  consentsMissing,
  houseRules,
  isLooser,
  knowsNames,
  stricter,
  type Delegate,
  type Delegation,
  type HouseRule,
  type LooseningConsents,
  type NeedToKnow,
} from '@amity/delegations';
import type { ProblemDetails } from '@amity/kernel';
import { aDelegate, aDelegation, aPerson } from '@amity/testing';
import pg from 'pg';
import { Tenants } from '../database/tenants.js';
import { TestWorld } from '../testing/test-world.js';

describe('the Chatham House rule of a delegation', () => {
  let world: TestWorld;
  let ada: MemberActor;
  let ben: MemberActor;
  let admin: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
    ada = await world.organization(['coordinator']);
    ben = await world.member(ada, ['coordinator']);
    admin = await world.member(ada, ['administrator']);
  });
  afterAll(() => world.close());

  const delegation = async (rule: HouseRule = 'public', as = ada): Promise<Delegation> =>
    (await world.call<Delegation>('POST', '/api/delegations', { as, body: aDelegation({ name: `Talks ${rule}`, rule }) })).body;
  const join = async (id: string, givenName: string, as = ada): Promise<Delegate> =>
    (
      await world.call<Delegate>('POST', `/api/delegations/${id}/roster`, {
        as,
        body: aDelegate({ person: aPerson({ givenName, familyName: 'Reyes', email: `${givenName}@${id}.example`.toLowerCase() }) }),
      })
    ).body;
  const set = async (of: Delegation, rule: HouseRule, as = ada) =>
    world.call<Delegation & ProblemDetails & { missing?: unknown }>('POST', `/api/delegations/${of.id}/rule`, {
      as,
      body: { rule },
      headers: { 'if-match': `"${(await get(of.id)).version}"` },
    });
  const get = async (id: string, as = ada): Promise<Delegation> =>
    (await world.call<Delegation>('GET', `/api/delegations/${id}`, { as })).body;
  const list = async (id: string, as = ada): Promise<NeedToKnow> =>
    (await world.call<NeedToKnow>('GET', `/api/delegations/${id}/need-to-know`, { as })).body;
  const consent = (id: string, delegateId: string, rule = 'public', as = ada) =>
    world.call<LooseningConsents & ProblemDetails>('POST', `/api/delegations/${id}/loosening-consents`, { as, body: { delegateId, rule } });

  it('is public unless somebody says otherwise, and a change that says nothing of it keeps it', async () => {
    const open = await delegation();
    expect([open.rule, open.known]).toEqual(['public', true]);
    const { id, version } = await delegation('chatham');
    const changed = await world.call<Delegation>('PUT', `/api/delegations/${id}`, {
      as: ada,
      body: aDelegation({ name: 'Other' }),
      headers: { 'if-match': `"${version}"` },
    });
    expect([changed.status, changed.body.rule]).toEqual([200, 'chatham']);
  });

  it('shows who is not on the list that it exists, and whom to ask', async () => {
    const chatham = await delegation('chatham');
    const closed = await delegation('closed');
    await join(chatham.id, 'Ines');
    await join(closed.id, 'Ines');
    const seen = await get(chatham.id, ben);
    expect([seen.name, seen.known, seen.notes, seen.delegateCount]).toEqual(['Talks chatham', false, null, 1]);
    const less = await get(closed.id, ben);
    expect([less.name, less.known, less.partnershipLabel, less.delegateCount]).toEqual(['Closed delegation', false, null, 1]);
    const { status, body } = await world.call<ProblemDetails>('GET', `/api/delegations/${chatham.id}/roster`, { as: ben });
    expect([status, body.code, body.detail]).toEqual([
      403,
      'delegations.names_withheld',
      'The names of this delegation are shown to its attendees and to staff who need to know them. Ask Ada.',
    ]);
    const found = (await world.call<{ items: Delegation[] }>('GET', '/api/delegations?q=Talks%20closed', { as: ben })).body.items;
    expect(found).toEqual([]);
  });

  it('is tightened by whoever may edit, who then goes on knowing; program officers may not', async () => {
    const open = await delegation('public', ben);
    const officer = await world.member(ada, ['program_officer']);
    expect((await set(open, 'chatham', officer)).status).toBe(403);
    expect((await set(open, 'chatham', ada)).body.rule).toBe('chatham');
    expect((await list(open.id)).items.map(({ name, reason }) => [name, reason])).toEqual([
      ['Ben', 'Planned the delegation'],
      ['Ada', 'Put the delegation under this rule'],
    ]);
    // tighter still by somebody who knows nothing: allowed, and it teaches them nothing
    const stranger = await world.member(ada, ['coordinator']);
    const tightened = await set(open, 'closed', stranger);
    expect([tightened.status, tightened.body.name, tightened.body.known]).toEqual([200, 'Closed delegation', false]);
    expect((await list(open.id)).items.length).toBe(2);
  });

  it('is loosened only with the consent of everybody, and says whose is missing', async () => {
    const talks = await delegation('chatham');
    const [ines, jon] = [await join(talks.id, 'Ines'), await join(talks.id, 'Jon')];
    const refused = await set(talks, 'public');
    expect([refused.status, refused.body.code, refused.body.missing]).toEqual([
      409,
      'delegations.consents_missing',
      [
        { delegateId: ines.id, name: 'Ines Reyes' },
        { delegateId: jon.id, name: 'Jon Reyes' },
      ],
    ]);
    await consent(talks.id, ines.id);
    expect((await set(talks, 'public')).body.missing).toEqual([{ delegateId: jon.id, name: 'Jon Reyes' }]);
    const { body } = await consent(talks.id, jon.id);
    expect(body.items.map(({ name, consent: given }) => [name, given?.rule, given?.recordedBy])).toEqual([
      ['Ines Reyes', 'public', 'Ada'],
      ['Jon Reyes', 'public', 'Ada'],
    ]);
    expect((await set(talks, 'public')).body.rule).toBe('public');
  });

  it('forgets consents when it changes, counts a withdrawn one no more, and takes one to public for one to chatham', async () => {
    const talks = await delegation('closed');
    const ines = await join(talks.id, 'Ines');
    await consent(talks.id, ines.id, 'chatham');
    expect((await set(talks, 'public')).status).toBe(409);
    const given = (await consent(talks.id, ines.id, 'public')).body.items[0]?.consent?.id ?? '';
    expect((await world.call('DELETE', `/api/delegations/${talks.id}/loosening-consents/${given}`, { as: ada })).status).toBe(200);
    expect((await set(talks, 'chatham')).status).toBe(409);
    await consent(talks.id, ines.id, 'public');
    expect((await set(talks, 'chatham')).body.rule).toBe('chatham');
    expect((await set(talks, 'public')).status).toBe(409); // the consent was to that change
    expect((await consent(talks.id, ines.id, 'chatham')).body.code).toBe('delegations.nothing_to_consent');
  });

  it('is refused by the database itself, whoever writes', async () => {
    const talks = await delegation('chatham');
    await join(talks.id, 'Ines');
    const write = world.owner.query(`update delegations.delegations set rule = 'public' where id = $1`, [talks.id]);
    await expect(write).rejects.toMatchObject({ code: '23514', constraint: 'delegations_loosened_by_consent' });
    await world.owner.query(`update delegations.delegations set rule = 'closed' where id = $1`, [talks.id]);
    await expect(world.owner.query(`update delegations.delegations set rule = 'open' where id = $1`, [talks.id])).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('sees somebody who joins at the very moment it is loosened', async () => {
    const talks = await delegation('chatham');
    const ines = await join(talks.id, 'Ines');
    await consent(talks.id, ines.id);
    const person = await world.owner.query<{ id: string }>(`select person_id as id from delegations.delegates where id = $1`, [
      (await join((await delegation()).id, 'Jon')).id,
    ]);
    const joining = new pg.Client({ connectionString: world.database.ownerUrl });
    await joining.connect();
    await joining.query('begin');
    await joining.query(
      `insert into delegations.delegates (organization_id, id, delegation_id, person_id, roster_key) values ($1, gen_random_uuid(), $2, $3, 'jon')`,
      [ada.organizationId, talks.id, person.rows[0]?.id],
    );
    const loosened = set(talks, 'public'); // its own look at the roster does not see Jon yet
    await world.eventually('the loosening waits', async () => {
      const { rows } = await world.owner.query(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%delegations%'`,
      );
      return rows.length > 0;
    });
    await joining.query('commit');
    await joining.end();
    const { status, body } = await loosened;
    expect([status, body.code]).toEqual([409, 'delegations.consents_missing']);
    expect((await get(talks.id)).rule).toBe('chatham');
  });

  it('lets twenty join and one loosen at once: all are on the roster, and the answer says what the rule is', async () => {
    const talks = await delegation('chatham');
    const ines = await join(talks.id, 'Ines');
    await consent(talks.id, ines.id);
    const [loosened] = await Promise.all([set(talks, 'public'), ...Array.from({ length: 20 }, (_, i) => join(talks.id, `Guest${i}`))]);
    const after = await get(talks.id);
    expect([200, 409]).toContain(loosened.status);
    expect([after.rule, after.delegateCount]).toEqual([loosened.status === 200 ? 'public' : 'chatham', 21]);
  });

  it('lets only those on the list add others, an administrator add themself with a reason, and nobody empty it', async () => {
    const talks = await delegation('chatham');
    const add = (as: MemberActor, accountId: string, reason: string) =>
      world.call<NeedToKnow & ProblemDetails>('POST', `/api/delegations/${talks.id}/need-to-know`, { as, body: { accountId, reason } });
    expect((await add(ben, ben.accountId, 'I am curious')).body.code).toBe('delegations.names_withheld');
    expect((await add(admin, ben.accountId, 'He is curious')).body.code).toBe('delegations.names_withheld');
    expect((await add(admin, admin.accountId, '  ')).status).toBe(422);
    expect((await list(talks.id, admin)).mayJoin).toBe(true);
    expect((await add(admin, admin.accountId, 'Answers a complaint of the board')).body.known).toBe(true);
    expect((await add(ada, admin.accountId, 'Twice')).body.code).toBe('delegations.knows_already');
    const elsewhere = await world.organization(['coordinator']);
    expect((await add(ada, elsewhere.accountId, 'Not one of us')).body.code).toBe('delegations.knower_unknown');
    const audit = await world.call<{ items: { subject: string; actor: string; after: { reason?: string } }[] }>(
      'GET',
      '/api/audit/entries',
      { as: admin },
    );
    expect(
      audit.body.items.filter(({ subject }) => subject === 'delegations.need_to_know').map(({ actor, after }) => [actor, after.reason])[0],
    ).toEqual(['Ben', 'Answers a complaint of the board']);
    const [first, second] = (await list(talks.id)).items;
    const remove = (id = '') => world.call<ProblemDetails>('DELETE', `/api/delegations/${talks.id}/need-to-know/${id}`, { as: ada });
    expect([(await remove(second?.id)).status, (await remove(first?.id)).body.code]).toEqual([200, 'delegations.last_to_know']);
  });

  it('says the same in the database and in the library', async () => {
    const talks = await delegation('public');
    const known = new Set((await list(talks.id)).items.map(({ accountId }) => accountId));
    const readers = [
      ada,
      ben,
      admin,
      { kind: 'system', organizationId: ada.organizationId, name: 'worker' } as const,
      { kind: 'link', organizationId: ada.organizationId, linkId: ada.accountId, purpose: 'visits.feed', subjectId: talks.id } as const,
    ];
    for (const reader of readers) {
      const rows = await world
        .get(Tenants)
        .read(reader, (tx) =>
          tx.query<{ rule: HouseRule; knows: boolean }>(
            `select rule, delegations.knows($1, $2, rule) as knows from unnest(array['public', 'chatham', 'closed']) rule`,
            [talks.id],
          ),
        );
      expect(rows).toEqual(houseRules.map((rule) => ({ rule, knows: knowsNames(rule, reader, known) })));
    }
    const { rows } = await world.owner.query<{ a: HouseRule; b: HouseRule; stricter: HouseRule; looser: boolean }>(
      `select a, b, delegations.stricter(a, b) as stricter, delegations.strictness(a) < delegations.strictness(b) as looser
       from unnest(array['public', 'chatham', 'closed']) a, unnest(array['public', 'chatham', 'closed']) b`,
    );
    expect(rows).toEqual(rows.map(({ a, b }) => ({ a, b, stricter: stricter(a, b), looser: isLooser(a, b) })));
    expect(rows.length).toBe(9);
    expect(consentsMissing('chatham', 'public', [{ delegateId: talks.id, agreedTo: 'chatham' }])).toEqual([talks.id]);
  });

  it('says no to a connection that does not say who is reading', async () => {
    const talks = await delegation('chatham');
    const { rows } = await world.owner.query<{ known: boolean }>(`select delegations.known($1, $2) as known`, [
      ada.organizationId,
      talks.id,
    ]);
    expect(rows).toEqual([{ known: false }]);
  });
});
