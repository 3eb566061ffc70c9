import fc from 'fast-check';
import { houseRules, type HouseRule } from './house-rule.js';
import { type DelegationFacts, fieldsSharedWith, isMet, isShared, type ShareFacts } from './row-rules.js';
import { type PartnerEntryDraft, sharedFields, type SharedField } from './sharing.contract.js';
import { cellOf, type RosterValues } from './sharing.rules.js';

const ids = ['a', 'b', 'c'] as const;
const id = fc.constantFrom<string>(...ids);
const share = fc.record<ShareFacts>({
  accountId: id,
  partnershipId: fc.option(id),
  delegationId: fc.option(id),
  fields: fc.uniqueArray(fc.constantFrom<SharedField>(...sharedFields), { minLength: 1 }),
  isRevoked: fc.boolean(),
});
const delegation = fc.record<DelegationFacts>({
  id,
  partnershipId: fc.option(id),
  rule: fc.constantFrom<HouseRule>(...houseRules),
  assigned: fc.uniqueArray(id).map((them) => new Set(them)),
  emails: fc.uniqueArray(id).map((them) => new Set(them)),
  shares: fc.array(share, { maxLength: 5 }),
});
const reader = fc.record({ accountId: id, email: id });

describe('what a partner is shown of a delegation', () => {
  it('is nothing that no open share of theirs names, and nothing at all under a rule', () => {
    fc.assert(
      fc.property(reader, delegation, (who, it) => {
        const shown = fieldsSharedWith(who, it);
        const chosen = it.shares.filter((one) => one.accountId === who.accountId && !one.isRevoked).flatMap(({ fields }) => fields);
        expect(shown.filter((field) => !chosen.includes(field) || it.rule !== 'public')).toEqual([]);
      }),
    );
  });

  it('becomes less when a share is revoked, and never more', () => {
    fc.assert(
      fc.property(reader, delegation, fc.nat(4), (who, it, at) => {
        const shares = it.shares.map((one, index) => (index === at ? { ...one, isRevoked: true } : one));
        const before = new Set(fieldsSharedWith(who, it));
        return fieldsSharedWith(who, { ...it, shares }).every((field) => before.has(field));
      }),
    );
  });

  it('is shown for a reason: assigned, own or shared', () => {
    fc.assert(
      fc.property(reader, delegation, (who, it) => {
        expect(isMet(who, it)).toBe(it.assigned.has(who.accountId) || it.emails.has(who.email) || isShared(who, it));
      }),
    );
  });
});

describe('the two sides of a field', () => {
  const roster: RosterValues = {
    givenName: 'Maria',
    familyName: 'Silva',
    diet: ['vegan', 'halal'],
    flights: 'LH 400',
    email: 'maria@example.org',
    phone: '+55 61 99999 0000',
  };

  it('agree where the partner says nothing, and where it is the same in other words', () => {
    expect(sharedFields.map((field) => cellOf(field, roster, []).disagrees)).toEqual([false, false, false, false]);
    const same: PartnerEntryDraft[] = [
      { field: 'names', value: { givenName: 'Maria ', familyName: 'Silva' } },
      { field: 'diet', value: ['Halal', 'vegan'] },
      { field: 'flights', value: ' lh  400' },
      { field: 'contacts', value: { email: 'Maria@example.org', phone: '+5561999990000' } },
    ];
    expect(sharedFields.map((field) => cellOf(field, roster, same).disagrees)).toEqual([false, false, false, false]);
  });

  it('disagree where it is something else', () => {
    expect(cellOf('flights', roster, [{ field: 'flights', value: 'LA 8084' }])).toEqual({
      field: 'flights',
      ours: 'LH 400',
      theirs: 'LA 8084',
      disagrees: true,
    });
    expect(cellOf('names', roster, [{ field: 'names', value: { givenName: 'María', familyName: 'Silva' } }]).disagrees).toBe(true);
    expect(cellOf('diet', roster, [{ field: 'diet', value: [] }]).disagrees).toBe(true);
    expect(cellOf('flights', { ...roster, flights: null }, [{ field: 'flights', value: 'LA 8084' }]).disagrees).toBe(true);
  });

  it('agree once the partner’s value is on the roster', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(fc.string(), { maxLength: 4 }), (flights, diet) => {
        const taken = { ...roster, flights, diet };
        expect(cellOf('flights', taken, [{ field: 'flights', value: flights }]).disagrees).toBe(false);
        expect(cellOf('diet', taken, [{ field: 'diet', value: diet }]).disagrees).toBe(false);
      }),
    );
  });
});
