import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Break } from '@amity/audit';
import type { MemberActor } from '@amity/access';
import type { Id, Page, ProblemDetails } from '@amity/kernel';
import type { Person } from '@amity/people';
import type { DataRequest } from '@amity/privacy';
import { DataSource } from 'typeorm';
import { Chains } from '../audit/chain.service.js';
import { CheckpointFile } from '../audit/checkpoint-file.js';
import { Tenants } from '../database/tenants.js';
import { SETTINGS, type Settings } from '../settings.js';
import { type Kept, keepEverything, today } from '../testing/kept-records.js';
import { TestWorld } from '../testing/test-world.js';
import { Tombstones } from './tombstones.service.js';

const word = 'Canary88';
const hearth = 'hearth88';

describe('an erasure', () => {
  let world: TestWorld;
  let as: MemberActor;
  let kept: Kept;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    as = await world.organization(['administrator', 'coordinator']);
    kept = await keepEverything(world, as, word, hearth);
  });

  type Answered = DataRequest & ProblemDetails;
  const asked = async (personId = kept.personId): Promise<DataRequest> => {
    const body = {
      personId,
      kind: 'erasure',
      receivedOn: today,
      asker: 'representative',
      askerName: `Lawyer of ${word}`,
      wish: `${word} wishes to go`,
    };
    const { body: request } = await world.call<DataRequest>('POST', '/api/privacy/requests', { as, body });
    return (await act(request, 'identity', { how: 'power of attorney' })).body;
  };
  const act = ({ id, version }: DataRequest, verb: string, body: object = {}) =>
    world.call<Answered>('POST', `/api/privacy/requests/${id}/${verb}`, { as, body, headers: { 'if-match': `"${version}"` } });
  const broken = async (): Promise<Break | null> => {
    const { rows } = await world.owner.query<{ slug: string }>('select slug from identity.organizations where id = $1', [
      as.organizationId,
    ]);
    const chains = new Chains(world.get(DataSource), world.get(Tenants), new CheckpointFile('/nonexistent/checkpoints.jsonl'));
    for await (const verdict of chains.verify(rows[0]?.slug)) return verdict.broken;
    throw new Error('no verdict');
  };
  const answer = () =>
    world.owner.query(
      `insert into outcomes.answers (organization_id, id, invitation_id, item_key, number, text)
       select i.organization_id, gen_random_uuid(), i.id, v.key, v.number, v.words from outcomes.invitations i, (values ('a', 4, null), ('b', null, $2)) v(key, number, words)
       where i.organization_id = $1`,
      [as.organizationId, `${word} told`],
    );
  const tablesWith = async (needle: string): Promise<string[]> => {
    const { rows } = await world.owner.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id')
       order by 1`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const hit = await world.owner.query(`select 1 from ${name} t where organization_id = $1 and t::text ilike '%' || $2 || '%' limit 1`, [
        as.organizationId,
        needle,
      ]);
      if (hit.rowCount) found.push(name);
    }
    return found;
  };

  it('leaves nothing of the person anywhere in the database, the log included, and the log stays whole', async () => {
    await world.owner.query(`select set_config('app.organization_id', $1, false)`, [as.organizationId]);
    await answer();
    const request = await asked();
    expect((await tablesWith(word)).length).toBeGreaterThan(4);
    expect(
      (await world.owner.query('select 1 from delegations.partner_entries where organization_id = $1', [as.organizationId])).rowCount,
    ).toBe(1);
    const erased = await act(request, 'erase');
    expect([erased.status, erased.body.state, erased.body.person, erased.body.askerName]).toEqual([200, 'answered', null, null]);
    expect(await tablesWith(word)).toEqual([]);
    expect(await broken()).toBeNull();
    const { rows } = await world.owner.query(
      `select (select count(*)::int from privacy.facts where person_id = $2) as facts, (select count(*)::int from delegations.delegates where person_id = $2) as delegates,
         (select count(*)::int from delegations.partner_entries where organization_id = $1) as entries,
         (select count(*)::int from outcomes.answers where organization_id = $1) as answers, (select count(*)::int from outcomes.invitations where organization_id = $1 and delegate_id is not null) as links,
         (select count(*)::int from visits.bookings where person_id = $2) as bookings, (select count(*)::int from privacy.tombstones where organization_id = $1) as tombstones`,
      [as.organizationId, kept.personId],
    );
    expect(rows).toEqual([{ facts: 0, delegates: 1, entries: 0, answers: 1, links: 0, bookings: 0, tombstones: 1 }]);
    const list = await world.call<Page<Person>>('GET', '/api/people', { as });
    expect(list.body.items.some(({ id }) => id === kept.personId)).toBe(false);
  });

  it('of a protected participant empties the vault as well: nobody can open the name any more', async () => {
    const leads = [await world.member(as, ['safeguarding_lead']), await world.member(as, ['safeguarding_lead'])];
    for (const { accountId } of leads) {
      const body = { accountId, reason: 'Looks after them.' };
      expect((await world.call('POST', `/api/delegations/${kept.delegationId}/need-to-know`, { as, body })).status).toBe(201);
    }
    const url = `/api/privacy/protection/people/${kept.personId}`;
    expect((await world.call('POST', url, { as: leads[0], body: { reason: 'Threatened at home.' } })).status).toBe(201);
    expect((await world.call('POST', `${url}/reveals`, { as: leads[1], body: { reason: 'The police asks.' } })).status).toBe(201);
    const rest = async () =>
      (
        await world.owner.query(
          `select (select count(*)::int from privacy.vault where organization_id = $1) as vault, (select count(*)::int from privacy.reveals where organization_id = $1) as reveals,
             (select count(*)::int from audit.originals o join audit.entries e on e.organization_id = o.organization_id and e.id = o.entry_id
                where e.organization_id = $1 and (e.subject_id = $2 or e.erased)) as originals`,
          [as.organizationId, kept.personId],
        )
      ).rows as unknown[];
    await world.owner.query(`select set_config('app.organization_id', $1, false)`, [as.organizationId]);
    expect(await rest()).toEqual([{ vault: 1, reveals: 1, originals: expect.any(Number) as number }]);
    expect(await rest()).not.toEqual([{ vault: 1, reveals: 1, originals: 0 }]);
    expect(await broken()).toBeNull();
    expect((await act(await asked(), 'erase')).status).toBe(200);
    expect(await rest()).toEqual([{ vault: 0, reveals: 0, originals: 0 }]);
    expect([await tablesWith(word), await broken()]).toEqual([[], null]);
  });

  it('of a host leaves their home nameless when nobody else lives there', async () => {
    const { rows } = await world.owner.query<{ id: Id }>(`select person_id as id from hosting.members where household_id = $1`, [
      kept.householdId,
    ]);
    const requests = [];
    for (const { id } of rows) requests.push(await asked(id));
    for (const request of requests) expect((await act(request, 'erase')).status).toBe(200);
    const home = await world.owner.query(`select name, email, phone, address, town, latitude from hosting.households where id = $1`, [
      kept.householdId,
    ]);
    expect(home.rows).toEqual([
      { name: 'Erased family', email: 'erased@amity.invalid', phone: null, address: '—', town: '—', latitude: null },
    ]);
    expect(await tablesWith(`home@${hearth}`)).toEqual([]);
    expect(await broken()).toBeNull();
  });

  it('is refused under a legal hold, whoever asks the database, and changes nothing', async () => {
    const hold = await world.call('POST', '/api/privacy/holds', { as, body: { delegationId: kept.delegationId, reason: 'inquest' } });
    const request = await asked();
    const refused = await act(request, 'erase');
    expect([hold.status, refused.status, refused.body.code]).toEqual([201, 409, 'privacy.under_legal_hold']);
    await expect(world.owner.query(`update people.people set erased_at = now() where id = $1`, [kept.personId])).rejects.toMatchObject({
      constraint: 'under_legal_hold',
    });
    expect((await world.call<Person>('GET', `/api/people/${kept.personId}`, { as })).body.givenName).toBe(word);
    expect((await world.call<DataRequest>('GET', `/api/privacy/requests/${request.id}`, { as })).body).toMatchObject({
      state: 'verified',
      isHeld: true,
    });
  });

  it('is done once, however many press at the same moment', async () => {
    const request = await asked();
    const statuses = (await Promise.all(Array.from({ length: 4 }, () => act(request, 'erase')))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBe(1);
    const { rowCount } = await world.owner.query(`select 1 from privacy.tombstones where organization_id = $1`, [as.organizationId]);
    expect(rowCount).toBe(1);
  });

  it('is not for other requests, and ends in no other way than by erasing or refusing', async () => {
    const request = await asked();
    expect((await act(request, 'end', { state: 'answered', answer: 'Done.' })).body.code).toBe('privacy.erase_instead');
    const access = await world.call<DataRequest>('POST', '/api/privacy/requests', {
      as,
      body: { personId: kept.personId, kind: 'access', receivedOn: today, asker: 'self' },
    });
    expect((await act((await act(access.body, 'identity', { how: 'known' })).body, 'erase')).body.code).toBe('privacy.not_an_erasure');
  });

  it('survives a restore: whom an older backup brings back is erased again by the tombstone that lies outside', async () => {
    const backup = await world.owner.query<Record<string, unknown>>(`select * from people.people where id = $1`, [kept.personId]);
    await act(await asked(), 'erase');
    const settings: Settings = world.app.get(SETTINGS, { strict: false });
    const file = await readFile(settings.tombstones, 'utf8');
    expect([file.includes(kept.personId), file.includes(as.organizationId), path.basename(settings.tombstones)]).toEqual([
      false,
      true,
      'tombstones.jsonl',
    ]);
    const restore = async () => {
      const { search: _, ...row } = backup.rows[0] ?? {};
      await world.owner.query(
        `begin; set local session_replication_role = replica; delete from privacy.tombstones where organization_id = '${as.organizationId}';
         delete from people.people where id = '${kept.personId}'; commit`,
      );
      const columns = Object.keys(row);
      await world.owner.query(
        `insert into people.people (${columns.join(', ')}) values (${columns.map((_name, at) => `$${at + 1}`).join(', ')})`,
        Object.values(row),
      );
      await world.owner.query(
        `insert into privacy.facts (organization_id, id, person_id, kind, value) select $1, gen_random_uuid(), $2, 'health', value from (
           select '\\x01'::bytea || decode(repeat('00', 96), 'hex') as value) v`,
        [as.organizationId, kept.personId],
      );
    };
    await world.owner.query(`select set_config('app.organization_id', $1, false)`, [as.organizationId]);
    await restore();
    expect(await world.get(Tombstones).reapply()).toEqual({ erased: 1, held: 0 });
    expect(await tablesWith(word)).toEqual([]);
    expect((await world.owner.query(`select 1 from privacy.facts where person_id = $1`, [kept.personId])).rowCount).toBe(0);
    expect([await world.get(Tombstones).reapply(), await broken()]).toEqual([{ erased: 0, held: 0 }, null]);

    await restore();
    await world.owner.query(
      `insert into privacy.legal_holds (organization_id, id, person_id, reason, placed_by) values ($1, gen_random_uuid(), $2, 'old case', 'Ada')`,
      [as.organizationId, kept.personId],
    );
    expect(await world.get(Tombstones).reapply()).toEqual({ erased: 0, held: 1 });
  });

  it('can never be undone in place', async () => {
    await act(await asked(), 'erase');
    const set = (columns: string) => world.owner.query(`update people.people set ${columns} where id = $1`, [kept.personId]);
    await expect(set(`given_name = 'Maria'`)).rejects.toMatchObject({ constraint: 'people_erased_are_nobody' });
    await expect(set(`erased_at = null`)).rejects.toMatchObject({ constraint: 'people_stay_erased' });
    await expect(world.owner.query('select privacy.forget_consents($1)', [kept.bystanderId])).rejects.toMatchObject({ code: '42501' });
  });
});
