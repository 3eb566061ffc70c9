import { PartnerEntryDraft, type SharedCell } from '@amity/delegations';
import { entryOf, typedOf } from './entry.typed.js';

describe('a partner’s entry in its form', () => {
  const names = { givenName: 'Maria', familyName: 'Silva' };
  const cells: SharedCell[] = [
    { field: 'names', ours: names, theirs: null, disagrees: false },
    { field: 'diet', ours: ['vegan'], theirs: ['halal'], disagrees: true },
    { field: 'flights', ours: null, theirs: 'LH 400', disagrees: true },
    { field: 'contacts', ours: { email: 'm@example.org', phone: null }, theirs: null, disagrees: false },
  ];

  it('begins with what the partner said, or with what the roster says, and comes out as it went in', () => {
    expect(cells.map((cell) => PartnerEntryDraft.parse(entryOf(cell.field, typedOf(cell))))).toEqual(
      cells.map(({ field, ours, theirs }) => ({ field, value: theirs ?? ours })),
    );
  });

  it('is not ready while a flight is empty', () => {
    const empty = entryOf('flights', typedOf({ field: 'flights', ours: null, theirs: null, disagrees: false }));
    expect(PartnerEntryDraft.safeParse(empty).success).toBe(false);
  });
});
