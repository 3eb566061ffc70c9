import fc from 'fast-check';
import { beyond, beyondChange, beyondRole, permissionsOfToken, type RolesHeld, tokenScopes } from './granting.rules.js';
import { type Permission, permissions, permissionsFor, permissionsOf, permissionsWith, roles, scopedPermissions } from './permissions.js';

const some = fc.subarray([...permissions]);
const ids = ['01a2013f-7aa4-7873-8e08-475a972c5101', '01a2013f-7aa4-7873-8e08-475a972c5102', '01a2013f-7aa4-7873-8e08-475a972c5103'];
const held: fc.Arbitrary<RolesHeld> = fc
  .record({ roles: fc.subarray([...roles]), chosen: fc.subarray([0, 1, 2]) })
  .map((r) => ({ roles: r.roles, custom: r.chosen.map((at) => ({ id: ids[at] ?? '', permissions: kinds[at] ?? [] })) }));
const kinds: readonly (readonly Permission[])[] = [['people.read'], ['privacy.reveal'], ['hosting.edit', 'access.manage_users']];
const all = ({ roles: builtIn, custom }: RolesHeld) =>
  permissionsWith(
    builtIn,
    custom.flatMap((r) => r.permissions),
  );

describe('giving permissions', () => {
  it('never gives what the giver does not hold, except what is scoped', () => {
    fc.assert(
      fc.property(some, some, (mine, given) => {
        expect(beyond(new Set(mine), given)).toEqual(
          permissions.filter((p) => given.includes(p) && !mine.includes(p) && !scopedPermissions.includes(p)),
        );
      }),
    );
  });

  it('lifts nobody above the giver by a change that is let through, save the safeguarding lead an administrator appoints', () => {
    fc.assert(
      fc.property(some, held, held, (mine, before, after) => {
        const giver = new Set(mine);
        if (beyondChange(giver, before, after).length > 0) return;
        const appointed = after.roles.includes('safeguarding_lead') && permissionsOf.administrator.every((p) => giver.has(p));
        const gained = all(after).filter((p) => !all(before).includes(p) && !giver.has(p) && !scopedPermissions.includes(p));
        expect(appointed ? gained.filter((p) => !permissionsOf.safeguarding_lead.includes(p)) : gained).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is as strict about taking as about giving, and asks nothing about what stays', () => {
    fc.assert(
      fc.property(some, held, held, (mine, one, other) => {
        expect(beyondChange(new Set(mine), one, other)).toEqual(beyondChange(new Set(mine), other, one));
        expect(beyondChange(new Set(mine), one, one)).toEqual([]);
      }),
    );
  });

  it('lets an administrator give every role, a coordinator with the keys to users no administrator, and nobody but an administrator the safeguarding lead', () => {
    const administrator = new Set(permissionsFor(['administrator']));
    expect(roles.filter((role) => beyondRole(administrator, role).length > 0)).toEqual([]);
    const keeper = new Set<Permission>([...permissionsFor(['coordinator']), 'access.manage_users']);
    expect(roles.filter((role) => beyondRole(keeper, role).length > 0)).toEqual(['administrator', 'program_officer', 'safeguarding_lead']);
    expect(beyondRole(keeper, 'program_officer')).toEqual(['audit.read', 'outcomes.edit', 'overview.read_chapters']);
  });

  it('lets no custom role carry what only safeguarding holds', () => {
    expect(beyond(new Set(permissionsFor(['administrator'])), permissions)).toEqual(['privacy.protect', 'privacy.reveal']);
  });
});

describe('tokens', () => {
  it('do what is asked of them, what their owner holds and never anything about access: all three', () => {
    fc.assert(
      fc.property(some, some, (scopes, owner) => {
        const can = permissionsOfToken(scopes, new Set(owner));
        expect(can).toEqual(permissions.filter((p) => scopes.includes(p) && owner.includes(p) && tokenScopes.includes(p)));
        expect(can.filter((p) => p.startsWith('access.'))).toEqual([]);
      }),
    );
  });
});
