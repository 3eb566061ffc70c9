import type { AuditEntry } from '@amity/audit';
import type { MemberActor } from '@amity/access';
import type { Page } from '@amity/kernel';
import { parse } from 'csv-parse/sync';
import { newId } from '../database/new-id.js';
import { Tenants } from '../database/tenants.js';
import { queriesOf } from '../testing/query-count.js';
import { addPerson, PersonEntity } from '../testing/someone.js';
import { TestWorld } from '../testing/test-world.js';

describe('the audit log', () => {
  let world: TestWorld;
  let as: MemberActor;
  let personId: string;
  const host = { id: newId(), name: 'Núria Garza' };
  beforeAll(async () => {
    world = await TestWorld.open();
    as = await world.organization();
    const tenants = world.get(Tenants);
    personId = (await tenants.write(as, (tx) => addPerson(tx, { familyName: '=cmd|calc' }))).id;
    await tenants.write(as, (tx) =>
      tx.because('Called: moved house').onBehalfOf(host).update(PersonEntity, personId, 1, { phone: '+34 600 000 000' }, 'person'),
    );
    await tenants.readSensitive(as, 'travel', (tx) => tx.recordRead(PersonEntity, [personId], ['birthDate'], 'travel'));
    await world.owner.query(`alter table audit.entries disable trigger user;
      update audit.entries set at = '2026-03-01T04:59:59Z' where organization_id = '${as.organizationId}' and action = 'changed';
      update audit.entries set at = '2026-03-01T05:00:00Z' where organization_id = '${as.organizationId}' and action = 'read';
      alter table audit.entries enable trigger user`);
  });
  afterAll(() => world.close());

  const list = async (query: string) => (await world.call<Page<AuditEntry>>('GET', `/api/audit/entries?${query}`, { as })).body;
  const actionsOf = async (query: string) => (await list(query)).items.map(({ action, subject }) => `${action} ${subject}`);

  it('says of an entry who, what, when, why and for whom, newest first', async () => {
    const { items, total } = await list(`subjectId=${personId}`);
    expect(total).toBe(3);
    expect(items.slice(0, 2)).toEqual([
      {
        id: expect.any(String) as string,
        number: 4,
        at: '2026-03-01T05:00:00.000Z',
        actor: 'Ada',
        onBehalfOf: null,
        reason: null,
        action: 'read',
        purpose: 'travel',
        fields: ['birthDate'],
        subject: 'people.people',
        subjectId: personId,
        before: null,
        after: null,
      },
      {
        id: expect.any(String) as string,
        number: 3,
        at: '2026-03-01T04:59:59.000Z',
        actor: 'Ada',
        onBehalfOf: host,
        reason: 'Called: moved house',
        action: 'changed',
        purpose: null,
        fields: null,
        subject: 'people.people',
        subjectId: personId,
        before: { phone: null },
        after: { phone: '+34 600 000 000' },
      },
    ]);
  });

  it.each([
    ['action=read', ['read people.people']],
    ['subject=access', ['created access.memberships']],
    ['subject=people.people&action=created', ['created people.people']],
    ['subject=peop', []],
    ['who=nuria', ['changed people.people']],
    ['who=%25', []],
    ['reason=MOVED', ['changed people.people']],
    ['from=2026-03-01&to=2026-03-01', ['read people.people']], // midnight in New York is five o'clock
    ['to=2026-02-28', ['changed people.people']],
    ['from=2026-03-02', ['created people.people', 'created access.memberships']],
    [`subjectId=${newId()}`, []],
  ])('narrowed by "%s"', async (query, found) => {
    expect(await actionsOf(query)).toEqual(found);
  });

  it('refuses a filter that makes no sense, with a sentence, and a page that was made up', async () => {
    expect((await world.call('GET', '/api/audit/entries?action=forgotten', { as })).status).toBe(422);
    expect((await world.call('GET', '/api/audit/entries?from=yesterday', { as })).status).toBe(422);
    expect((await world.call('GET', '/api/audit/entries?cursor=abc', { as })).status).toBe(400);
  });

  it('pages by number, with as many queries at one entry as at three', async () => {
    const first = await list('limit=3');
    const second = await list(`limit=3&cursor=${first.next ?? ''}`);
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    expect(second.next).toBeNull();
    const one = await queriesOf(world, () => list('limit=1'));
    expect(await queriesOf(world, () => list('limit=3'))).toHaveLength(one.length);
  });

  it('is not shown to those who may not read it, and never another organization’s', async () => {
    const coordinator = await world.member(as, ['coordinator']);
    const stranger = await world.organization();
    expect((await world.call('GET', '/api/audit/entries', { as: coordinator })).status).toBe(403);
    const { body } = await world.call<Page<AuditEntry>>('GET', `/api/audit/entries?subjectId=${personId}`, { as: stranger });
    expect(body).toEqual({ items: [], next: null, total: 0 });
  });

  describe('as a file', () => {
    const ask = (body: object, who = as) => world.call<Buffer>('POST', '/api/audit/entries/export', { as: who, body });

    it('holds what was filtered, as text that no spreadsheet runs, and is an entry itself', async () => {
      const answer = await ask({ format: 'csv', reason: 'Yearly audit', subject: 'people' });
      expect([answer.status, answer.headers['content-type'], answer.headers['content-disposition']]).toEqual([
        200,
        'text/csv; charset=utf-8',
        'attachment; filename="Log Organization 1.csv"',
      ]);
      const rows = parse(answer.body, { bom: true, columns: true }) as Record<string, string>[];
      expect(
        rows.map((row) => [
          row['Number'],
          row['What'],
          row['Who'],
          row['On behalf of'],
          row['Why'],
          row['Purpose of reading'],
          row['Fields read'],
        ]),
      ).toEqual([
        ['2', 'created', 'Ada', '', '', '', ''],
        ['3', 'changed', 'Ada', 'Núria Garza', 'Called: moved house', '', ''],
        ['4', 'read', 'Ada', '', '', 'travel', 'birthDate'],
      ]);
      expect(rows[2]?.['When']).toBe('2026-03-01T00:00:00');
      expect(JSON.parse(rows[0]?.['After'] ?? '')).toMatchObject({ familyName: '=cmd|calc' });
      const [entry] = (await list('action=exported')).items;
      expect(entry).toMatchObject({
        actor: 'Ada',
        reason: 'Yearly audit',
        subject: 'audit.entries',
        subjectId: as.organizationId,
        after: { format: 'csv', entries: 3, filter: { subject: 'people' } },
      });
    });

    it('takes the sting out of a reason that is a formula', async () => {
      await ask({ format: 'csv', reason: '=HYPERLINK("http://evil")' });
      const answer = await ask({ format: 'csv', reason: 'look again', reasonContains: 'HYPERLINK' });
      expect((parse(answer.body, { bom: true, columns: true }) as Record<string, string>[]).map((row) => row['Why'])).toEqual([
        `'=HYPERLINK("http://evil")`,
      ]);
    });

    it('is a workbook as well', async () => {
      const answer = await ask({ format: 'xlsx', reason: 'Yearly audit' });
      expect([answer.status, answer.body.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    });

    it('goes to nobody without a reason or without the right, and then leaves no entry', async () => {
      const officer = await world.member(as, ['program_officer']);
      const before = (await list('action=exported')).total;
      expect((await ask({ format: 'csv', reason: '  ' })).status).toBe(422);
      expect((await ask({ format: 'csv' })).status).toBe(422);
      expect((await ask({ format: 'csv', reason: 'I may read, not take away' }, officer)).status).toBe(403);
      expect((await list('action=exported')).total).toBe(before);
    });

    it('holds no entry of another organization, nor those written after it was asked for', async () => {
      const stranger = await world.organization();
      const answer = await ask({ format: 'csv', reason: 'Yearly audit', subjectId: personId }, stranger);
      expect(parse(answer.body, { bom: true, columns: true })).toEqual([]);
    });
  });
});
