import type { MemberActor } from '@amity/access';
import type { OutcomesReport } from '@amity/outcomes';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SETTINGS, type Settings } from '../settings.js';
import { TestWorld } from '../testing/test-world.js';
import { plantDemo } from './index.js';

describe('the demo organization', () => {
  let world: TestWorld;
  let dataDir: string;
  let took: number;
  const settings = (): Settings => ({ ...world.app.get<Settings>(SETTINGS), dataDir, demoPassword: 'a-long-way-between' });
  const count = async (sql: string): Promise<number> =>
    Number((await world.owner.query<{ n: string }>(`select count(*) as n from ${sql}`)).rows[0]?.n);
  const counts = async () => ({
    accounts: await count('identity.accounts'),
    partnerships: await count('partnerships.partnerships'),
    delegations: await count('delegations.delegations'),
    families: await count('hosting.households'),
    stages: await count('(select distinct state from hosting.households) s'),
    appointments: await count('visits.appointments'),
    published: await count('visits.itinerary_versions'),
    offered: await count(`placements.placements where state = 'offered'`),
    accepted: await count(`placements.placements where state = 'accepted'`),
    declined: await count(`placements.placements where state = 'declined'`),
    indicators: await count('outcomes.indicators'),
    measurements: await count('outcomes.measurements'),
    asked: await count('outcomes.invitations'),
    answered: await count('outcomes.invitations where answered_at is not null'),
  });

  beforeAll(async () => {
    world = await TestWorld.open();
    dataDir = mkdtempSync(path.join(tmpdir(), 'amity-demo-'));
    // a start that was interrupted right after its first account: the file says so, and the account has no membership yet
    writeFileSync(path.join(dataDir, 'demo-unfinished'), '');
    await world.owner.query(
      `insert into identity.organizations (id, name, slug, zone) values (gen_random_uuid(), 'Harbor City Sister Cities', 'harbor-city', 'America/New_York')`,
    );
    await world.owner.query(`insert into identity.accounts (id, email, name) values (gen_random_uuid(), 'admin@example.org', 'Half made')`);
    const started = Date.now();
    expect(await plantDemo(world.app, settings())).toEqual({
      password: 'a-long-way-between',
      passwordFile: path.join(dataDir, 'demo-password'),
      isNew: true,
    });
    took = Date.now() - started;
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(dataDir, { recursive: true });
  });

  const expected = {
    accounts: 3,
    partnerships: 2,
    delegations: 3,
    families: 14,
    stages: 5,
    appointments: 17,
    published: 1,
    offered: 3,
    accepted: 14,
    declined: 1,
    indicators: 2,
    measurements: 2,
    asked: 12,
    answered: 11,
  };

  it('holds what it promises, quickly', async () => {
    expect(await counts()).toEqual(expected);
    expect(took).toBeLessThan(8_000);
  });

  it('is planted once: a second start changes nothing and only points to the password', async () => {
    const before = await counts();
    expect(await plantDemo(world.app, { ...settings(), demoPassword: null })).toMatchObject({
      password: 'a-long-way-between',
      isNew: false,
    });
    expect(await counts()).toEqual(before);
  });

  it('after an interrupted start finishes without doubling anything', async () => {
    writeFileSync(path.join(dataDir, 'demo-unfinished'), '');
    expect(await plantDemo(world.app, settings())).toMatchObject({ isNew: true });
    expect(await counts()).toEqual(expected);
  });

  it('keeps its password where only its owner reads it', () => {
    const file = path.join(dataDir, 'demo-password');
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['a-long-way-between\n', 0o600]);
  });

  it('lets all three accounts in, each with its role', async () => {
    const roles = [];
    for (const name of ['admin', 'coordinator', 'officer']) {
      const { body } = await world.call<{ roles: string[] }>('POST', '/api/access/sessions', {
        body: { email: `${name}@example.org`, password: 'a-long-way-between' },
      });
      roles.push(body.roles);
    }
    expect(roles).toEqual([['administrator'], ['coordinator'], ['program_officer']]);
  });

  it('tells what the past visit changed, from figures and from answers', async () => {
    const { rows } = await world.owner.query<{ id: string }>(`select id from identity.organizations where slug = 'harbor-city'`);
    const as = await world.member({ ...(await world.organization()), organizationId: rows[0]?.id ?? '' }, ['program_officer']);
    const { body } = await world.call<OutcomesReport>('GET', '/api/outcomes/report', { as });
    expect(body.indicators.map(({ name, actual, progress }) => [name, actual.value, actual.estimate?.n, progress.state])).toEqual([
      ['Guests who have used what they learned', 41 / 11, 11, 'under_way'],
      ['Works made together and shown in both cities', 5, undefined, 'under_way'],
    ]);
    expect(body.waves.map(({ wave, flow, harm }) => [wave.delegationName, wave.state, flow.invited, flow.answered, harm])).toEqual([
      ['Essaouira artists', 'open', 12, 11, { asked: true, count: null }],
    ]);
  });

  it('leaves every other organization empty, and is not planted beside one', async () => {
    const other: MemberActor = await world.organization();
    const { body } = await world.call<{ total: number }>('GET', '/api/delegations', { as: other });
    expect(body.total).toBe(0);
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'amity-demo-'));
    expect(await plantDemo(world.app, { ...settings(), dataDir: elsewhere })).toBeNull();
    rmSync(elsewhere, { recursive: true });
  });

  it('is not promised by a data folder that served another database', async () => {
    const fresh = await TestWorld.open();
    try {
      await fresh.organization();
      expect(await plantDemo(fresh.app, settings())).toBeNull();
    } finally {
      await fresh.close();
    }
  });

  it('was seen by the audit log and the outbox', async () => {
    expect(await count(`audit.entries where actor = 'system:demo'`)).toBeGreaterThan(200);
    expect(await count(`messages.mail where subject like 'A guest for the %'`)).toBe(18);
    expect(await count(`messages.mail where subject = 'Essaouira artists: 5 questions for you'`)).toBe(12);
  });
});
