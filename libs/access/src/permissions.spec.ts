import fc from 'fast-check';
import { nameOf, linkPurposes } from './actor.js';
import { SetUp, SignIn, Slug } from './access.contract.js';
import { permissions, permissionsFor, permissionsOf, roles } from './permissions.js';

describe('permissions and roles', () => {
  it('are named once, as an area and a verb', () => {
    expect(permissions.filter((p) => !/^[a-z]+\.[a-z]+(_[a-z]+)*$/.test(p))).toEqual([]);
    expect(new Set(permissions).size).toBe(permissions.length);
  });

  it('give every role a subset of the list, none twice', () => {
    for (const role of roles) {
      const held = permissionsOf[role];
      expect(held.filter((p) => !permissions.includes(p))).toEqual([]);
      expect(new Set(held).size).toBe(held.length);
    }
    expect(Object.keys(permissionsOf).sort()).toEqual([...roles].sort());
  });

  it('give the administrator all that is not safeguarding’s or somebody’s own, and no permission to nobody', () => {
    expect(permissions.filter((p) => !permissionsFor(['administrator']).includes(p))).toEqual([
      'privacy.protect',
      'privacy.reveal',
      'delegations.read_shared',
      'delegations.read_own',
      'hosting.read_own',
    ]);
    expect(permissionsFor([])).toEqual([]);
  });

  it('give hosts, delegates and partners nothing but what is theirs or shared', () => {
    expect(permissionsFor(['host', 'delegate', 'partner_coordinator'])).toEqual([
      'delegations.read_shared',
      'delegations.read_own',
      'hosting.read_own',
    ]);
  });

  it('keep users and the audit log away from coordinators, and editing away from program officers', () => {
    const coordinator = permissionsFor(['coordinator']);
    expect(coordinator.filter((p) => p.startsWith('access.') || p.startsWith('audit.'))).toEqual([]);
    expect(
      permissionsFor(['program_officer']).filter((p) => /\.(edit|schedule|publish|place|screen|import|manage_users)$/.test(p)),
    ).toEqual(['outcomes.edit']);
  });

  it('add up: more roles never take anything away, and the order of the list stays', () => {
    fc.assert(
      fc.property(fc.subarray([...roles]), fc.subarray([...roles]), (a, b) => {
        const both = permissionsFor([...a, ...b]);
        const union = new Set([...permissionsFor(a), ...permissionsFor(b)]);
        expect(both).toEqual(permissions.filter((p) => union.has(p)));
      }),
    );
  });

  it('name link purposes by area, once', () => {
    expect(linkPurposes.filter((p) => !/^[a-z]+\.[a-z_]+$/.test(p))).toEqual([]);
    expect(new Set(linkPurposes).size).toBe(linkPurposes.length);
  });
});

describe('actors and sign-in', () => {
  const organizationId = '01a2013f-7aa4-7873-8e08-475a972c512e';
  it('stand in the audit log under a name that tells their kind', () => {
    expect([
      nameOf({
        kind: 'member',
        organizationId,
        accountId: organizationId,
        name: 'Ada',
        permissions: new Set(),
        assignedOnly: new Set(),
        reach: 'all',
      }),
      nameOf({ kind: 'link', organizationId, linkId: organizationId, purpose: 'visits.feed', subjectId: organizationId }),
      nameOf({ kind: 'system', organizationId, name: 'worker' }),
    ]).toEqual(['Ada', 'link:visits.feed', 'system:worker']);
  });

  it('fold the address and keep the password as typed', () => {
    expect(SignIn.parse({ email: '  Ada@Example.ORG ', password: ' pass word ' })).toEqual({
      email: 'ada@example.org',
      password: ' pass word ',
    });
    expect(SignIn.safeParse({ email: 'ada', password: 'x' }).success).toBe(false);
    expect(SignIn.safeParse({ email: 'a@example.org', password: 'x'.repeat(201) }).success).toBe(false);
  });

  it('let an organization’s address be small letters, digits and single hyphens', () => {
    const slugs = ['harbor', 'harbor-city-2', 'h', '-harbor', 'harbor-', 'har--bor', 'Harbor', 'har bor', 'x'.repeat(61)];
    expect(slugs.filter((s) => Slug.safeParse(s).success)).toEqual(['harbor', 'harbor-city-2']);
  });

  it('want a first administrator with twelve characters of password', () => {
    const draft = {
      organizationName: 'Harbor',
      slug: 'harbor',
      zone: 'Europe/Berlin',
      name: 'Ada',
      email: 'a@example.org',
      password: 'correct horse',
    };
    expect(SetUp.safeParse(draft).success).toBe(true);
    expect(SetUp.safeParse({ ...draft, password: 'elevenchars' }).success).toBe(false);
    expect(SetUp.safeParse({ ...draft, zone: 'Nowhere/Land' }).success).toBe(false);
  });
});
