// What a partner is shown, and that nothing else leaves: each field carries a word of its own, and every answer is searched for all of them.
import { type Delegation, type DelegationShares, type Share, sharedFields } from '@amity/delegations';
import type { Page } from '@amity/kernel';
import { everyAnswer } from '../testing/every-answer.js';
import { queriesOf } from '../testing/query-count.js';
import { canaries, SharingDesk } from '../testing/sharing-desk.js';
import { TestWorld } from '../testing/test-world.js';

describe('sharing with a partner', () => {
  let world: TestWorld;
  let desk: SharingDesk;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  beforeEach(async () => {
    desk = await SharingDesk.in(world);
  });
  afterAll(() => world.close());

  it.each(sharedFields)('shares %s, and of what was not chosen not a word leaves the api', async (field) => {
    expect((await desk.share([field])).status).toBe(201);
    const heard = await everyAnswer(world, desk.pia, {
      ids: [desk.delegation.id, desk.guest.id, desk.guest.person.id, desk.partnership],
      words: [],
      links: {},
    });
    const told = heard.map(({ text }) => text).join('\n');
    const words = Object.entries(canaries).flatMap(([of, them]) => them.map((word) => ({ of, told: told.includes(word) })));
    expect(words).toEqual(Object.entries(canaries).flatMap(([of, them]) => them.map(() => ({ of, told: of === field }))));
  });

  it('shows the fields in their order, with who is meant by number', async () => {
    await desk.share(['contacts', 'diet']);
    const { body } = await desk.read();
    expect(body).toEqual({
      id: desk.delegation.id,
      name: desk.delegation.name,
      direction: 'inbound',
      arrivesOn: desk.delegation.arrivesOn,
      departsOn: desk.delegation.departsOn,
      fields: ['diet', 'contacts'],
      withheld: 0,
      items: [
        {
          id: desk.guest.id,
          number: 1,
          cells: [
            { field: 'diet', ours: ['moonbread'], theirs: null, disagrees: false },
            { field: 'contacts', ours: { email: 'q.z@hidden.example', phone: '+49 30 5551234' }, theirs: null, disagrees: false },
          ],
        },
      ],
    });
  });

  it('shares a partnership with its delegations of tomorrow, and two shares together', async () => {
    await desk.share(['names'], { partnershipId: desk.partnership });
    await desk.share(['flights']);
    const tomorrow = await desk.plan({ partnershipId: desk.partnership, arrivesOn: '2027-01-01', departsOn: '2027-01-03' });
    await desk.plan({ name: 'Elsewhere' });
    expect(await desk.heads()).toEqual([
      { id: tomorrow.id, fields: ['names'] },
      { id: desk.delegation.id, fields: ['names', 'flights'] },
    ]);
  });

  it('ends at once, and for good', async () => {
    const made = (await desk.share(['names'])).body;
    expect((await desk.read()).status).toBe(200);
    const ended = await desk.revoke(made);
    expect([ended.status, ended.body.revokedBy]).toEqual([200, 'Ada']);
    expect([(await desk.read()).status, await desk.heads(), (await desk.enter({ field: 'names', value: null })).status]).toEqual([
      404,
      [],
      404,
    ]);
    expect((await desk.revoke(ended.body)).body.code).toBe('delegations.share_ended');
    const again = world.owner.query('update delegations.shares set revoked_at = null, revoked_by = null where id = $1', [made.id]);
    await expect(again).rejects.toMatchObject({ constraint: 'shares_end_for_good' });
    expect((await desk.share(['names'])).status).toBe(201);
  });

  it('is nobody else’s: neither another partner’s, nor another organization’s', async () => {
    await desk.share(['names']);
    const other = await world.member(desk.ada, ['partner_coordinator']);
    const stranger = await world.organization(['partner_coordinator', 'administrator']);
    for (const as of [other, stranger]) {
      expect([(await desk.read(as)).status, await desk.heads(as), (await desk.enter({ field: 'names', value: null }, as)).status]).toEqual([
        404,
        [],
        404,
      ]);
    }
    expect((await desk.share(['names'], {}, stranger.accountId)).status).toBe(422);
    expect((await desk.share(['names'], { delegationId: desk.delegation.id }, stranger.accountId)).body.code).toBe(
      'delegations.partner_unknown',
    );
    const volunteer = await world.member(desk.ada, ['volunteer']);
    expect((await desk.share(['names'], { delegationId: desk.delegation.id }, volunteer.accountId)).body.code).toBe(
      'delegations.partner_unknown',
    );
  });

  it('shows a protected participant to no partner, counts them like who did not agree, and leaves no name in what the partner said', async () => {
    await desk.share(['names', 'contacts']);
    expect((await desk.enter({ field: 'names', value: { givenName: 'Quintavious', familyName: 'Zobelbergh' } })).status).toBe(204);
    const lead = await world.member(desk.ada, ['safeguarding_lead']);
    const url = `/api/privacy/protection/people/${desk.guest.person.id}`;
    expect((await world.call('POST', url, { as: lead, body: { reason: 'Threatened.' } })).status).toBe(201);
    const { body } = await desk.read();
    expect([body.items, body.withheld]).toEqual([[], 1]);
    expect((await desk.enter({ field: 'names', value: { givenName: 'Quintavious', familyName: 'Zobelberg' } })).status).toBe(404);
    expect(await desk.differences()).toEqual([]);
  });

  it('leaves out who did not agree to be shared, and says how many', async () => {
    const shy = await desk.join(desk.delegation.id, 'Shy', 'shy@hidden.example');
    await desk.share(['names']);
    const shown = async () => [(await desk.read()).body.items.map(({ id }) => id), (await desk.read()).body.withheld];
    expect(await shown()).toEqual([[desk.guest.id], 1]);
    expect((await desk.enter({ field: 'names', value: { givenName: 'Sly', familyName: '' } }, desk.pia, shy.id)).status).toBe(404);
    await desk.consent(desk.guest, 'withdrawn');
    expect(await shown()).toEqual([[], 2]);
  });

  it('never shares a delegation under the Chatham House rule, nor one that comes under it', async () => {
    const quiet = await desk.plan({ rule: 'chatham', partnershipId: desk.partnership });
    expect((await desk.share(['names'], { delegationId: quiet.id })).body.code).toBe('delegations.share_confidential');
    const insert = world.owner.query(
      `insert into delegations.shares (organization_id, id, account_id, delegation_id, fields, shared_by) values ($1, gen_random_uuid(), $2, $3, '{names}', 'x')`,
      [desk.ada.organizationId, desk.pia.accountId, quiet.id],
    );
    await expect(insert).rejects.toMatchObject({ constraint: 'shares_never_confidential' });
    await desk.share(['names'], { partnershipId: desk.partnership });
    await desk.share(['diet']);
    const { version } = (await world.call<Delegation>('GET', `/api/delegations/${desk.delegation.id}`, { as: desk.ada })).body;
    await world.call('POST', `/api/delegations/${desk.delegation.id}/rule`, {
      as: desk.ada,
      body: { rule: 'chatham' },
      headers: { 'if-match': `"${version}"` },
    });
    expect([await desk.heads(), (await desk.read()).status, (await desk.read(desk.pia, quiet.id)).status]).toEqual([[], 404, 404]);
    const panel = (await world.call<DelegationShares>('GET', `/api/delegations/${desk.delegation.id}/shares`, { as: desk.ada })).body;
    expect([panel.mayShare, panel.items]).toEqual([false, []]);
  });

  it('is kept by the database: one thing, known fields, once, never widened', async () => {
    const made = (await desk.share(['names'])).body;
    const twice = await Promise.all([
      desk.share(['diet'], { partnershipId: desk.partnership }),
      desk.share(['diet'], { partnershipId: desk.partnership }),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    const columns = `insert into delegations.shares (organization_id, id, account_id, delegation_id, partnership_id, fields, shared_by) values ($1, gen_random_uuid(), $2, $3, $4, $5, 'x')`;
    const put = (...values: unknown[]) => world.owner.query(columns, [desk.ada.organizationId, desk.pia.accountId, ...values]);
    await expect(put(desk.delegation.id, desk.partnership, ['names'])).rejects.toMatchObject({ constraint: 'shares_of_one_thing' });
    await expect(put(null, desk.partnership, ['birthDate'])).rejects.toMatchObject({ constraint: 'shares_fields_chosen' });
    await expect(put(null, desk.partnership, [])).rejects.toMatchObject({ constraint: 'shares_fields_chosen' });
    const widen = world.owner.query(`update delegations.shares set fields = '{names,diet}' where id = $1`, [made.id]);
    await expect(widen).rejects.toMatchObject({ constraint: 'shares_never_widen' });
    expect((await desk.share(['birthDate'])).status).toBe(422);
    expect((await desk.share(['names'], { delegationId: desk.delegation.id, partnershipId: desk.partnership })).status).toBe(422);
  });

  it('costs the same at one share and at three, in the list and on the partner’s page', async () => {
    const ask = async (as = desk.ada, url = '/api/delegations/shares') =>
      (await queriesOf(world, () => world.call('GET', url, { as }))).length;
    const both = async () => [await ask(), await ask(desk.pia, '/api/delegations/shared')];
    await desk.share(['names']);
    const one = await both();
    for (const name of ['Second', 'Third']) await desk.share(['names'], { delegationId: (await desk.plan({ name })).id });
    expect(await both()).toEqual(one);
  });

  it('puts every reading and every change on record, with the fields that were read', async () => {
    const made = (await desk.share(['names', 'flights'])).body;
    await desk.read();
    await desk.enter({ field: 'flights', value: 'LA 8084' });
    const { rows } = await world.owner.query(
      `select action, subject, subject_id, purpose, fields, actor from audit.entries
       where organization_id = $1 and account_id = $2 order by number`,
      [desk.ada.organizationId, desk.pia.accountId],
    );
    const reading = { action: 'read', purpose: 'sharing', fields: ['names', 'flights'], actor: 'Ben' };
    expect(rows).toEqual([
      { ...reading, subject: 'delegations.shares', subject_id: made.id },
      { ...reading, subject: 'delegations.delegates', subject_id: desk.guest.id },
      {
        action: 'created',
        subject: 'delegations.partner_entries',
        subject_id: expect.any(String),
        purpose: null,
        fields: null,
        actor: 'Ben',
      },
    ]);
    await desk.revoke(made);
    const page = (await world.call<Page<Share>>('GET', '/api/delegations/shares?past=true', { as: desk.ada })).body;
    expect(page.items.map(({ partner, about, by, revokedBy, fields }) => ({ partner, about, by, revokedBy, fields }))).toEqual([
      { partner: 'Ben', about: desk.delegation.name, by: 'Ada', revokedBy: 'Ada', fields: ['names', 'flights'] },
    ]);
    expect((await world.call<Page<Share>>('GET', '/api/delegations/shares', { as: desk.ada })).body.items).toEqual([]);
  });
});
