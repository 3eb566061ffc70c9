import type { MemberActor } from '@amity/access';
import type { Delegate, Delegation } from '@amity/delegations';
import type { Id, ProblemDetails } from '@amity/kernel';
import { aDelegate, aDelegation, aPerson, aSignUp } from '@amity/testing';
import { TestWorld } from '../testing/test-world.js';

describe('a roster by hand', () => {
  let world: TestWorld;
  let as: MemberActor;
  let id: Id;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  beforeEach(async () => {
    as = await world.organization(['coordinator']);
    id = (await world.call<Delegation>('POST', '/api/delegations', { as, body: aDelegation() })).body.id;
  });
  afterAll(() => world.close());

  const add = (overrides: Parameters<typeof aDelegate>[0] = {}) =>
    world.call<Delegate & ProblemDetails>('POST', `/api/delegations/${id}/roster`, { as, body: aDelegate(overrides) });
  const roster = async () => (await world.call<{ items: Delegate[] }>('GET', `/api/delegations/${id}/roster`, { as })).body.items;

  it('lists leaders first, then by family name', async () => {
    await add({ person: aPerson({ givenName: 'Zita', familyName: 'Zahn', email: null }) });
    await add({ person: aPerson({ givenName: 'Ana', familyName: 'Alves', email: null }) });
    await add({ person: aPerson({ givenName: 'Mia', familyName: 'Moss', email: null }), role: 'leader' });
    expect((await roster()).map((delegate) => delegate.person.familyName)).toEqual(['Moss', 'Alves', 'Zahn']);
  });

  it('takes nobody twice, by address or by name, and says who stands there', async () => {
    await add();
    const twin = await add({ person: aPerson({ familyName: 'Souza' }) });
    expect([twin.status, twin.body.code, twin.body.detail]).toEqual([
      409,
      'delegations.listed_already',
      'Maria Silva is on this roster already, with the same e-mail address and given name, or the same name and birth date. Open that entry instead.',
    ]);
    expect((await roster()).length).toBe(1);
  });

  it('takes a brother under the same address', async () => {
    const [one, other] = [await add(), await add({ person: aPerson({ givenName: 'Mario' }) })];
    expect([one.status, other.status, (await roster()).map((delegate) => delegate.person.givenName)]).toEqual([
      201,
      201,
      ['Maria', 'Mario'],
    ]);
  });

  it('keeps a guest who has a placement, and says at which family', async () => {
    const { body } = await add();
    const family = await world.call<{ id: Id; name: string }>('POST', '/api/hosting/households', { as, body: aSignUp() });
    await world.owner.query(
      `insert into placements.placements (organization_id, id, delegate_id, household_id, bed, nights)
       values ($1, gen_random_uuid(), $2, $3, 1, '[2026-05-04,2026-05-08)')`,
      [as.organizationId, body.id, family.body.id],
    );
    const kept = await world.call<ProblemDetails>('DELETE', `/api/delegations/${id}/roster/${body.id}`, {
      as,
      headers: { 'if-match': '"1"' },
    });
    expect([kept.status, kept.body.code, kept.body.detail]).toEqual([
      409,
      'delegations.delegate_placed',
      `Maria Silva has a placement with the ${family.body.name} family, May 4, 2026 to May 8, 2026, and a placement keeps its guest. ` +
        'If Maria Silva is not coming, cancel the placement and switch off “Needs a bed”; the entry stays.',
    ]);
    expect((await roster()).map((delegate) => delegate.id)).toEqual([body.id]);
  });

  it('saves the delegate and the person together, each against the version that was seen', async () => {
    const { body } = await add();
    const { id: personId, ...person } = body.person;
    const save = (change: object, personVersion = person.version) =>
      world.call<Delegate & ProblemDetails>('PUT', `/api/delegations/${id}/roster/${body.id}`, {
        as,
        headers: { 'if-match': '"1"' },
        body: {
          role: 'leader',
          diet: ['vegan'],
          petAllergies: ['dog'],
          needsBed: false,
          ...change,
          person: { ...person, version: personVersion, phone: '77' },
        },
      });
    const saved = await save({});
    expect([saved.status, saved.body.role, saved.body.petAllergies, saved.body.person.phone, saved.body.person.id]).toEqual([
      200,
      'leader',
      ['dog'],
      '77',
      personId,
    ]);
    const stalePerson = await save({});
    expect([stalePerson.status, stalePerson.body['currentVersion']]).toEqual([412, 2]);
    const staleDelegate = await save({ role: 'escort' }, 2);
    expect([staleDelegate.status, staleDelegate.body.detail]).toEqual([
      412,
      'Someone else saved this delegate while you were editing. Nothing of yours was lost: compare the two versions and choose.',
    ]);
    expect((await roster())[0]).toEqual(saved.body);
  });

  it('lets somebody go and takes them back as the same person', async () => {
    const { body } = await add({ diet: ['halal'], person: aPerson({ email: null }) });
    const gone = await world.call('DELETE', `/api/delegations/${id}/roster/${body.id}`, { as, headers: { 'if-match': '"1"' } });
    expect([gone.status, (await roster()).length]).toEqual([204, 0]);
    const back = await add({ ...body, person: { id: body.person.id } });
    expect([back.status, back.body.person.id, back.body.diet]).toEqual([201, body.person.id, ['halal']]);
  });

  it('keeps a person off twice in the database as well', async () => {
    const { body } = await add();
    const copy = world.owner.query(
      `insert into delegations.delegates (organization_id, id, delegation_id, person_id, roster_key)
       select organization_id, gen_random_uuid(), delegation_id, person_id, 'another key' from delegations.delegates where id = $1`,
      [body.id],
    );
    await expect(copy).rejects.toMatchObject({ constraint: 'delegates_travel_once' });
    const inTheOpen = world.owner.query(`update delegations.delegates set pet_allergies = '{cat}' where id = $1`, [body.id]);
    await expect(inTheOpen).rejects.toMatchObject({ constraint: 'delegates_hold_nothing_open' });
    const unicorn = await world.call('POST', `/api/delegations/${id}/roster`, { as, body: { ...aDelegate(), petAllergies: ['unicorn'] } });
    expect(unicorn.status).toBe(422);
  });
});
