// Where the partner says something else than the roster, and taking it over.
import { type Delegate, sharedFields } from '@amity/delegations';
import { SharingDesk } from '../testing/sharing-desk.js';
import { TestWorld } from '../testing/test-world.js';

describe('what a partner says', () => {
  let world: TestWorld;
  let desk: SharingDesk;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  beforeEach(async () => {
    desk = await SharingDesk.in(world);
  });
  afterAll(() => world.close());

  it('shows both sides where they disagree, and the coordinator takes over what is right', async () => {
    await desk.share(['names', 'diet', 'flights', 'contacts']);
    await desk.enter({ field: 'names', value: { givenName: 'Quintavius', familyName: 'Zobelberg' } });
    await desk.enter({ field: 'diet', value: ['vegan'] });
    await desk.enter({ field: 'flights', value: 'LA 8084' });
    await desk.enter({ field: 'contacts', value: { email: 'new@hidden.example', phone: '+49 30 5551234' } });
    const [seen] = (await desk.read()).body.items;
    expect(seen?.cells.map(({ field, disagrees }) => [field, disagrees])).toEqual(sharedFields.map((field) => [field, true]));
    const open = await desk.differences();
    expect(open.map(({ name, partner, cell }) => [name, partner, cell.field, cell.ours, cell.theirs])).toEqual([
      [
        'Quintavious Zobelberg',
        'Ben',
        'names',
        { givenName: 'Quintavious', familyName: 'Zobelberg' },
        { givenName: 'Quintavius', familyName: 'Zobelberg' },
      ],
      ['Quintavious Zobelberg', 'Ben', 'diet', ['moonbread'], ['vegan']],
      ['Quintavious Zobelberg', 'Ben', 'flights', 'ZX 9417', 'LA 8084'],
      [
        'Quintavious Zobelberg',
        'Ben',
        'contacts',
        { email: 'q.z@hidden.example', phone: '+49 30 5551234' },
        { email: 'new@hidden.example', phone: '+49 30 5551234' },
      ],
    ]);
    for (const { entryId, version } of open) expect((await desk.take(entryId, version)).status).toBe(200);
    expect(await desk.differences()).toEqual([]);
    const [now] = (await world.call<{ items: Delegate[] }>('GET', `/api/delegations/${desk.delegation.id}/roster`, { as: desk.ada })).body
      .items;
    expect({ ...now, version: 0, person: { ...now?.person, version: 0 } }).toEqual({
      ...desk.guest,
      version: 0,
      diet: ['vegan'],
      flights: 'LA 8084',
      person: { ...desk.guest.person, version: 0, givenName: 'Quintavius', email: 'new@hidden.example' },
    });
    const { rows } = await world.owner.query<{ reason: string }>(
      `select distinct reason from audit.entries where organization_id = $1 and action = 'changed' and reason is not null`,
      [desk.ada.organizationId],
    );
    expect(rows).toEqual([{ reason: 'Taken over from Ben' }]);
  });

  it('takes over what was seen and nothing newer, once, and nothing of a field that is no longer shared', async () => {
    const made = (await desk.share(['flights'])).body;
    await desk.enter({ field: 'flights', value: 'LA 1' });
    const [first] = await desk.differences();
    await desk.enter({ field: 'flights', value: 'LA 2' });
    expect((await desk.take(first?.entryId ?? '', first?.version ?? 0)).status).toBe(412);
    const [second] = await desk.differences();
    const both = await Promise.all([
      desk.take(second?.entryId ?? '', second?.version ?? 0),
      desk.take(second?.entryId ?? '', second?.version ?? 0),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await desk.enter({ field: 'flights', value: 'LA 3' });
    await desk.revoke(made);
    expect(await desk.differences()).toEqual([]);
    expect((await desk.take(second?.entryId ?? '', 3)).status).toBe(404);
  });

  it('many entries of one field at once leave one', async () => {
    await desk.share(['flights']);
    const answers = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((value) => desk.enter({ field: 'flights', value })));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
    const { rows } = await world.owner.query('select field from delegations.partner_entries where delegate_id = $1', [desk.guest.id]);
    expect(rows).toEqual([{ field: 'flights' }]);
    await desk.enter({ field: 'flights', value: null });
    expect((await desk.differences()).length).toBe(0);
    expect((await desk.enter({ field: 'flights', value: '' })).status).toBe(422);
    expect((await desk.enter({ field: 'diet', value: ['vegan'] })).status).toBe(404); // not among the fields that are shared
  });
});
