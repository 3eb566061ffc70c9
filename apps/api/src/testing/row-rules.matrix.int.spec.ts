// Who holds a permission only for what is theirs, on every route there is: the volunteer with and without assignment, the partner with and
// without grant, host and delegate on their own record and on another's. Routes come from the OpenAPI document.
import type { MemberActor } from '@amity/access';
import { permissionsFor } from '@amity/access';
import type { OwnJourneys, SharedHeads } from '@amity/delegations';
import type { OwnHomes } from '@amity/hosting';
import type { Id } from '@amity/kernel';
import { aDelegation } from '@amity/testing';
import type { OpenAPIObject } from '@nestjs/swagger';
import { policyOf } from '../http/openapi.js';
import { everyAnswer } from './every-answer.js';
import { addressed, makeRecords, parametersOf, type Records, recordsInPaths } from './route-records.js';
import { TestWorld } from './test-world.js';

describe('on every route', () => {
  let world: TestWorld;
  let ada: MemberActor;
  let records: Records;
  let reading: string[];
  beforeAll(async () => {
    world = await TestWorld.open();
    ada = await world.organization(['administrator', 'coordinator', 'partner_coordinator']);
    records = await makeRecords(world, ada, 'rows');
    const { body } = await world.call<OpenAPIObject>('GET', '/api/openapi.json');
    const held = new Set(permissionsFor(['volunteer']));
    reading = Object.entries(body.paths).flatMap(([path, { get }]) => {
      const policy = get && policyOf(get);
      return policy?.kind === 'permission' && held.has(policy.permission) ? [path] : [];
    });
  }, 120_000);
  afterAll(() => world.close());

  /** Routes that name a delegation or what belongs to one; a site belongs to nobody. */
  const ofDelegations = () => reading.filter((path) => parametersOf(path).some(({ key }) => !['site'].includes(recordsInPaths[key] ?? '')));
  const statuses = async (as: MemberActor) => {
    const found: Record<string, number> = {};
    for (const path of ofDelegations())
      found[path] = (
        await world.call(
          'GET',
          addressed(path, (key) => records[recordsInPaths[key] ?? 'person']),
          { as },
        )
      ).status;
    return found;
  };
  const idsTold = async (as: MemberActor, ids: readonly Id[]) => {
    const heard = await everyAnswer(world, as, { ids: [], words: [], links: {} });
    return ids.filter((id) => heard.some(({ text }) => text.includes(id)));
  };
  const withEmail = async (roles: Parameters<TestWorld['member']>[1], email: string): Promise<MemberActor> => {
    const member = await world.member(ada, roles);
    await world.owner.query('update identity.accounts set email = $2 where id = $1', [member.accountId, email]);
    return member;
  };

  it('a volunteer without an assignment finds nothing, with one everything of that delegation, as a coordinator would', async () => {
    const volunteer = await world.member(ada, ['volunteer']);
    const expected = Object.fromEntries(ofDelegations().map((path) => [path, 404]));
    expect(ofDelegations().length).toBeGreaterThan(8);
    expect(await statuses(volunteer)).toEqual(expected);
    const hidden = [records.delegation, records.delegate, records.visit, records.appointment, records.household, records.person];
    expect(await idsTold(volunteer, hidden)).toEqual([]);
    await world.call('POST', `/api/delegations/${records.delegation}/assignments`, { as: ada, body: { accountId: volunteer.accountId } });
    expect(await statuses(volunteer)).toEqual(await statuses(ada));
    expect(await idsTold(volunteer, [records.delegation])).toEqual([records.delegation]);
    const { body: other } = await world.call<{ id: Id }>('POST', '/api/delegations', {
      as: ada,
      body: aDelegation({ name: 'Not theirs' }),
    });
    expect((await world.call('GET', `/api/delegations/${other.id}`, { as: volunteer })).status).toBe(404);
  }, 120_000);

  it('a partner without a grant finds nothing, with one what was shared', async () => {
    const stranger = await world.member(ada, ['partner_coordinator']);
    const url = `/api/delegations/shared/${records.delegation}`;
    const shown = async (as: MemberActor) =>
      (await world.call<SharedHeads>('GET', '/api/delegations/shared', { as })).body.items.map(({ id }) => id);
    expect([await shown(stranger), (await world.call('GET', url, { as: stranger })).status]).toEqual([[], 404]);
    expect([await shown(ada), (await world.call('GET', url, { as: ada })).status]).toEqual([[records.delegation], 200]);
    await world.owner.query(`update delegations.shares set revoked_at = now(), revoked_by = 'x' where account_id = $1`, [ada.accountId]);
    expect([await shown(ada), (await world.call('GET', url, { as: ada })).status]).toEqual([[], 404]);
  });

  it('a host sees their own household, and no other', async () => {
    const homes = async (as: MemberActor) => (await world.call<OwnHomes>('GET', '/api/hosting/own', { as })).body.items;
    const [host, other] = [await withEmail(['host'], 'family@rows.example'), await withEmail(['host'], 'nobody@rows.example')];
    const [own] = await homes(host);
    expect([own?.home.name.length, own?.guests.map(({ name, state }) => ({ name, state }))]).toEqual([
      expect.any(Number),
      [{ name: 'Guest', state: 'offered' }],
    ]);
    expect(await homes(other)).toEqual([]);
    expect((await world.call('GET', `/api/hosting/households/${records.household}`, { as: host })).status).toBe(403);
  });

  it('a delegate sees their own record and itinerary, and nobody else’s', async () => {
    const journeys = async (as: MemberActor) => (await world.call<OwnJourneys>('GET', '/api/delegations/own', { as })).body.items;
    const itineraries = async (as: MemberActor) =>
      (await world.call<{ items: { delegationId: Id }[] }>('GET', '/api/visits/own', { as })).body.items.map(
        ({ delegationId }) => delegationId,
      );
    await world.call('POST', `/api/visits/${records.visit}/publish`, { as: ada });
    const [guest, other] = [await withEmail(['delegate'], 'guest@rows.example'), await withEmail(['delegate'], 'stranger@rows.example')];
    expect((await journeys(guest)).map(({ delegateId, delegationId }) => ({ delegateId, delegationId }))).toEqual([
      { delegateId: records.delegate, delegationId: records.delegation },
    ]);
    expect([await itineraries(guest), await journeys(other), await itineraries(other)]).toEqual([[records.delegation], [], []]);
    expect((await world.call('GET', `/api/delegations/${records.delegation}`, { as: guest })).status).toBe(403);
  });
});
