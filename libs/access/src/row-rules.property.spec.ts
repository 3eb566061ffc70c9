import fc from 'fast-check';
import { permissions, permissionsWith, roles, type Permission } from './permissions.js';
import { allOf, anyOf, assignedRoles, heldForAssigned, reachOf, type RowRule } from './row-rules.js';

const held = fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 4 });
const added = fc.uniqueArray(fc.constantFrom(...permissions), { maxLength: 4 });

describe('what is held for assigned delegations only', () => {
  it('is held, and nothing of it comes from anywhere else', () => {
    fc.assert(
      fc.property(held, added, (some, more) => {
        const narrow = heldForAssigned(some, more);
        const all = new Set(permissionsWith(some, more));
        const others = new Set(
          permissionsWith(
            some.filter((role) => !assignedRoles.includes(role)),
            more,
          ),
        );
        expect(narrow.filter((permission) => !all.has(permission) || others.has(permission))).toEqual([]);
        expect([...all].filter((permission) => !others.has(permission)).sort()).toEqual([...narrow].sort());
      }),
    );
  });

  it('never grows with another role', () => {
    fc.assert(
      fc.property(held, added, fc.constantFrom(...roles.filter((role) => !assignedRoles.includes(role))), (some, more, another) => {
        const before = new Set(heldForAssigned(some, more));
        return heldForAssigned([...some, another], more).every((permission) => before.has(permission));
      }),
    );
  });

  it('is known by heart', () => {
    expect(heldForAssigned(['volunteer'], [])).toEqual(['overview.read', 'delegations.read', 'visits.read']);
    expect(heldForAssigned(['volunteer', 'coordinator'], [])).toEqual([]);
    expect(heldForAssigned(['volunteer'], ['delegations.read'])).toEqual(['overview.read', 'visits.read']);
    expect(heldForAssigned(['coordinator'], [])).toEqual([]);
    const narrow = new Set<Permission>(['visits.read']);
    expect([reachOf('visits.read', narrow), reachOf('people.read', narrow), reachOf(null, narrow), reachOf(null, new Set())]).toEqual([
      'assigned',
      'all',
      'assigned',
      'all',
    ]);
  });
});

describe('composed rules', () => {
  const over =
    (limit: number): RowRule<number, number> =>
    (reader, row) =>
      reader + row > limit;

  it('any: one is enough, none lets nobody in; all: each must hold, none lets nobody in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 4 }), fc.nat(20), fc.nat(20), (limits, reader, row) => {
        const rules = limits.map(over);
        const answers = rules.map((rule) => rule(reader, row));
        expect(anyOf(...rules)(reader, row)).toBe(answers.includes(true));
        expect(allOf(...rules)(reader, row)).toBe(answers.length > 0 && !answers.includes(false));
      }),
    );
  });
});
