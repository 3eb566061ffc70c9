import type { ProblemDetails } from '@amity/kernel';
import { TestWorld } from '../testing/test-world.js';

describe('the first set-up', () => {
  const draft = {
    organizationName: 'Harbor',
    slug: 'harbor',
    zone: 'Europe/Berlin',
    name: 'Ada',
    email: 'ada@example.org',
    password: 'correct horse battery',
  };

  it('takes no password that others try first, and says so beside the field', async () => {
    const world = await TestWorld.open();
    try {
      for (const [password, detail] of [
        ['short', 'Use at least 12 characters.'],
        ['passwordpassword', 'This is one of the passwords everybody tries first. A sentence of your own is safer.'],
        ['the harbor of ada', 'Leave your name and your address out of your password.'],
      ] as const) {
        const { status, body } = await world.call<ProblemDetails>('POST', '/api/access/set-up', { body: { ...draft, password } });
        expect([status, body.errors]).toEqual([422, [{ path: 'password', detail }]]);
      }
      expect((await world.call('GET', '/api/access/set-up')).body).toEqual({ needed: true });
    } finally {
      await world.close();
    }
  });

  it('that breaks half-way leaves nothing behind and can be done again', async () => {
    const world = await TestWorld.open();
    try {
      const setUp = () => world.call('POST', '/api/access/set-up', { body: draft });
      const left = async () => {
        const { rows } = await world.owner.query<{ accounts: number; organizations: number }>(
          `select (select count(*)::int from identity.accounts) as accounts, (select count(*)::int from identity.organizations) as organizations`,
        );
        return rows;
      };
      await world.owner.query(`alter table access.memberships add constraint broken check (false) not valid`);
      expect((await setUp()).status).toBe(422);
      expect(await left()).toEqual([{ accounts: 0, organizations: 0 }]);
      expect((await world.call('GET', '/api/access/set-up')).body).toEqual({ needed: true });

      await world.owner.query(`alter table access.memberships drop constraint broken`);
      expect((await setUp()).status).toBe(201);
      expect(await left()).toEqual([{ accounts: 1, organizations: 1 }]);
      const { rows: entries } = await world.owner.query(
        `select action, subject, actor, after ->> 'roles' as roles from audit.entries order by id`,
      );
      expect(entries).toEqual([{ action: 'created', subject: 'access.memberships', actor: 'system:access', roles: '["administrator"]' }]);
    } finally {
      await world.close();
    }
  });
});
