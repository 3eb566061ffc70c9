import { inflateRawSync } from 'node:zlib';
import type { MemberActor } from '@amity/access';
import type { Id, ProblemDetails } from '@amity/kernel';
import type { Person } from '@amity/people';
import { addMonths, type DataRequest, type DataRequests, type MyRequests, type RequestKind } from '@amity/privacy';
import { aDelegate, aPerson } from '@amity/testing';
import { type Kept, keepEverything, today } from '../testing/kept-records.js';
import { type Answer, TestWorld } from '../testing/test-world.js';
import { Archives } from './archives.service.js';

const own = 'Canary77';

describe('requests about one’s data', () => {
  let world: TestWorld;
  let as: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    as = await world.organization(['administrator', 'coordinator']);
  });

  type Answered = DataRequest & ProblemDetails;
  const person = async (): Promise<Id> =>
    (await world.call<Person>('POST', '/api/people', { as, body: aPerson({ email: 'ana@example.org' }) })).body.id;
  const receive = (personId: Id, kind: RequestKind = 'access', more: object = {}) =>
    world.call<Answered>('POST', '/api/privacy/requests', { as, body: { personId, kind, receivedOn: today, asker: 'self', ...more } });
  const act = ({ id, version }: DataRequest, verb: string, body: object = {}): Promise<Answer<Answered>> =>
    world.call<Answered>('POST', `/api/privacy/requests/${id}/${verb}`, { as, body, headers: { 'if-match': `"${version}"` } });
  const verified = async (personId: Id, kind: RequestKind = 'access'): Promise<DataRequest> =>
    (await act((await receive(personId, kind)).body, 'identity', { how: 'showed the passport' })).body;
  const link = async (personId: Id): Promise<string> => {
    const { body } = await world.call<{ url: string }>('POST', `/api/privacy/people/${personId}/consents/link`, { as, body: {} });
    return body.url.split('#')[1] ?? '';
  };
  const files = async (request: DataRequest): Promise<Record<string, string>> => {
    await act(request, 'archive');
    return unzipped((await world.call<Buffer>('POST', `/api/privacy/requests/${request.id}/archive/take`, { as, body: {} })).body);
  };

  it('have a month, longer once and for a reason that the person hears, and are listed by urgency', async () => {
    const [late, early] = [await person(), await person()];
    const first = (await receive(early)).body;
    const old = (await receive(late, 'rectification', { receivedOn: addMonths(today, -2), wish: 'My name is Ana.' })).body;
    expect([first.dueOn, first.state, first.next, first.mayExtend]).toEqual([
      addMonths(today, 1),
      'received',
      ['verified', 'refused', 'withdrawn'],
      true,
    ]);
    expect([(old.daysLeft ?? 0) < 0, old.wish]).toEqual([true, 'My name is Ana.']);
    const list = async () => (await world.call<DataRequests>('GET', '/api/privacy/requests', { as })).body.items.map(({ id }) => id);
    expect(await list()).toEqual([old.id, first.id]);
    const longer = await act(first, 'extension', { reason: 'Twelve journeys to look through.' });
    expect([longer.body.dueOn, longer.body.extendedBecause, longer.body.mayExtend]).toEqual([
      addMonths(today, 3),
      'Twelve journeys to look through.',
      false,
    ]);
    expect([
      (await act(longer.body, 'extension', { reason: 'Again' })).body.code,
      (await act(old, 'extension', { reason: 'Late' })).body.code,
    ]).toEqual(['privacy.extension_refused', 'privacy.extension_refused']);
    await world.eventually('the person hears of it', async () => {
      const { rowCount } = await world.owner.query(
        `select 1 from messages.mail where recipient = 'ana@example.org' and text like '%Twelve journeys%'`,
      );
      return rowCount === 1;
    });
    await act(old, 'end', { state: 'refused', answer: 'Nobody knows who asks.' });
    expect(await list()).toEqual([first.id, old.id]);
  });

  it('are answered to nobody whose identity was not checked, and stay closed', async () => {
    const asked = (await receive(await person())).body;
    for (const [verb, body] of [
      ['end', { state: 'answered', answer: 'Here it is.' }],
      ['archive', {}],
      ['archive/take', {}],
      ['erase', {}],
    ] as const)
      expect([verb, (await act(asked, verb, body)).body.code]).toEqual([verb, 'privacy.identity_first']);
    const known = (await act(asked, 'identity', { how: 'called back the number we know' })).body;
    expect([known.state, known.identityHow, known.identityBy]).toEqual(['verified', 'called back the number we know', 'Ada']);
    const done = (await act(known, 'end', { state: 'answered', answer: 'Sent by post.' })).body;
    expect([done.state, done.closedOn, done.daysLeft, done.next]).toEqual(['answered', today, null, []]);
    expect((await act(done, 'end', { state: 'refused', answer: 'No.' })).body.code).toBe('privacy.request_closed');
    expect((await act(asked, 'identity', { how: 'again' })).status).toBe(409);
  });

  it('come once of a kind, however many are sent at the same moment, by the person’s own link as well', async () => {
    const personId = await person();
    const token = await link(personId);
    const ask = () =>
      world.call<MyRequests & ProblemDetails>('POST', '/api/privacy/my-requests', {
        link: token,
        body: { kind: 'access', wish: 'All of it.' },
      });
    const statuses = (await Promise.all([ask(), ask(), ask(), receive(personId)])).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409, 409]);
    const mine = await world.call<MyRequests>('GET', '/api/privacy/my-requests', { link: token });
    expect(mine.body.items.map(({ kind, state, dueOn }) => [kind, state, dueOn])).toEqual([['access', 'received', addMonths(today, 1)]]);
    expect((await world.call('GET', '/api/privacy/my-requests', { link: 'made-up' })).status).toBe(404);
    expect([
      (await receive(personId, 'erasure', { receivedOn: addMonths(today, 1) })).body.code,
      (await receive(personId, 'erasure', { asker: 'guardian' })).status,
    ]).toEqual(['privacy.request_not_yet', 422]);
  });

  it('are nobody else’s: not another organization’s, not a coordinator’s', async () => {
    const request = (await receive(await person())).body;
    const theirs = await world.organization(['administrator']);
    const coordinator = await world.member(as, ['coordinator']);
    const get = async (who: MemberActor) => (await world.call('GET', `/api/privacy/requests/${request.id}`, { as: who })).status;
    expect([
      await get(theirs),
      await get(coordinator),
      (await receive(await person(), 'access', { personId: crypto.randomUUID() })).status,
    ]).toEqual([404, 403, 404]);
  });

  describe('for access', () => {
    let kept: Kept;
    const others = ['Renata', 'Okonkwo', 'renata@others.example', '+13605550142', 'Hosting Family', 'Stander'];
    beforeEach(async () => {
      kept = await keepEverything(world, as, own);
      const roster = `/api/delegations/${kept.delegationId}/roster`;
      const companion = aPerson({ givenName: 'Renata', familyName: 'Okonkwo', email: 'renata@others.example', phone: '+13605550142' });
      await world.call('POST', roster, { as, body: aDelegate({ person: companion }) });
      const { body } = await world.call<{ items: { id: Id; version: number }[] }>('GET', roster, { as });
      const mine = body.items.find(({ id }) => id === kept.delegateId);
      const notes = `${own} shares with Renata; her number is +1 360 555 0142, mail renata@others.example. Ask RENATA OKONKWO or By Stander.`;
      await world.call('PUT', `${roster}/${kept.delegateId}`, {
        as,
        body: { ...mine, notes },
        headers: { 'if-match': `"${mine?.version}"` },
      });
      await world.call('POST', `/api/privacy/people/${kept.personId}/facts`, {
        as,
        body: { kind: 'emergency_contact', value: { name: 'Renata Okonkwo', relation: 'sister', phone: '+13605550142' } },
      });
    });

    it('get everything that is held about the person, and nobody else’s names or numbers', async () => {
      const zip = await files(await verified(kept.personId));
      expect(Object.keys(zip)).toEqual(['data.json', 'read-me.html']);
      const data = JSON.parse(zip['data.json'] ?? '') as Record<string, Record<string, unknown>>;
      expect(Object.keys(data)).toEqual([
        'organization',
        'madeAt',
        'person',
        'delegations',
        'hosting',
        'outcomes',
        'placements',
        'privacy',
        'visits',
      ]);
      expect(data['person']).toMatchObject({ givenName: own, email: `${own.toLowerCase()}@example.org` });
      expect(JSON.stringify(data['privacy'])).toContain(`${own} health`);
      expect(JSON.stringify(data['delegations'])).toContain(
        `${own} shares with [somebody else]; her number is [somebody else], mail [somebody else]. Ask [somebody else] or [somebody else].`,
      );
      expect(JSON.stringify(data['privacy'])).toContain('"relation":"sister"');
      for (const text of Object.values(zip))
        for (const word of others) expect([word, text.toLowerCase().includes(word.toLowerCase())]).toEqual([word, false]);
      expect(zip['read-me.html']).toContain(`<h1>Data about ${own} Silva</h1>`);
    });

    it('keep the archive sealed, hand it out once, and put both on record as readings', async () => {
      const request = await verified(kept.personId);
      const made = await act(request, 'archive');
      expect([made.status, made.body.archive?.isOpen, made.body.archive?.taken]).toEqual([201, true, null]);
      const open = await world.owner.query(`select 1 from privacy.archives a where a::text like '%UEsDB%'`);
      expect(open.rowCount).toBe(0);
      const takes = await Promise.all(
        Array.from({ length: 5 }, () =>
          world.call<ProblemDetails>('POST', `/api/privacy/requests/${request.id}/archive/take`, { as, body: {} }),
        ),
      );
      expect(takes.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410]);
      const taken = (await world.call<DataRequest>('GET', `/api/privacy/requests/${request.id}`, { as })).body.archive;
      expect([taken?.isOpen, taken?.taken?.by]).toEqual([false, 'Ada']);
      const { rows } = await world.owner.query(
        `select purpose, fields from audit.entries where organization_id = $1 and action = 'read' and subject_id = $2`,
        [as.organizationId, kept.personId],
      );
      expect(rows).toEqual(Array.from({ length: 2 }, () => ({ purpose: 'data_subject_request', fields: ['archive'] })));
      await act(request, 'archive');
      await world.owner.query(`update privacy.archives set until = now() - interval '1 minute' where organization_id = $1`, [
        as.organizationId,
      ]);
      expect(
        (await world.call<ProblemDetails>('POST', `/api/privacy/requests/${request.id}/archive/take`, { as, body: {} })).body.code,
      ).toBe('privacy.archive_over');
      await world.get(Archives).forgetExpired(as.organizationId);
      const { rows: left } = await world.owner.query(`select contents from privacy.archives where organization_id = $1`, [
        as.organizationId,
      ]);
      expect(left).toEqual([{ contents: null }]);
      expect((await act(await verified(kept.bystanderId, 'rectification'), 'archive')).body.code).toBe('privacy.no_archive');
    });
  });

  it('are held to their shape by the database', async () => {
    const { id } = (await receive(await person())).body;
    const set = (columns: string) => world.owner.query(`update privacy.requests set ${columns} where id = $1`, [id]);
    await world.owner.query(`select set_config('app.organization_id', $1, false)`, [as.organizationId]);
    await expect(set(`state = 'verified'`)).rejects.toMatchObject({ constraint: 'requests_identity_before_answer' });
    await expect(set(`state = 'refused'`)).rejects.toMatchObject({ constraint: 'requests_closed_on_a_day' });
    await expect(set(`due_on = due_on + 1`)).rejects.toMatchObject({ constraint: 'requests_due_within_law' });
    await expect(set(`extended_because = 'x'`)).rejects.toMatchObject({ constraint: 'requests_due_within_law' });
  });
});

/** The entries of a small ZIP, by their local headers and the central directory. */
function unzipped(zip: Buffer): Record<string, string> {
  const found: Record<string, string> = {};
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength, extra, comment, local] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    found[zip.toString('utf8', at + 46, at + 46 + nameLength)] = inflateRawSync(zip.subarray(start, start + size)).toString('utf8');
    at += 46 + nameLength + extra + comment;
  }
  return found;
}
