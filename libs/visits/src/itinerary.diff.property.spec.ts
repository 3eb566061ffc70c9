import fc from 'fast-check';
import { anItinerary, anItineraryItem } from '@amity/testing';
import type { ItineraryContent } from './itinerary.contract.js';
import { applyChanges, comparableText, inOrderOfTime, itineraryChanges } from './itinerary.diff.js';

const item = fc
  .record({
    id: fc.constantFrom(...Array.from({ length: 8 }, (_, i) => `01973f00-0000-7000-8000-00000000000${i}`)),
    title: fc.constantFrom('Lunch', 'Welcome', 'Port tour'),
    hour: fc.integer({ min: 10, max: 19 }),
    tentative: fc.boolean(),
    people: fc.option(fc.array(fc.constantFrom('Ana', 'Ben'), { maxLength: 2 })),
    notes: fc.option(fc.string()),
  })
  .map(({ hour, ...rest }) =>
    anItineraryItem({
      ...rest,
      startsAt: `2026-05-05T${hour}:00`,
      endsAt: `2026-05-05T${hour}:30`,
      start: `2026-05-05T${hour + 4}:00:00.000Z`,
      end: `2026-05-05T${hour + 4}:30:00.000Z`,
    }),
  );
const content = fc
  .record({
    items: fc.uniqueArray(item, { selector: ({ id }) => id }),
    title: fc.constantFrom('Spring', 'Autumn'),
    emergencyContact: fc.option(fc.string()),
  })
  .map((parts): ItineraryContent => anItinerary({ ...parts, items: inOrderOfTime(parts.items) }));

describe('differences', () => {
  it('applied to the older version give the newer one', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        expect(comparableText(applyChanges(before, itineraryChanges(before, after)))).toBe(comparableText(after));
      }),
    );
  });

  it('are none exactly when both compare equal', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        expect(itineraryChanges(before, after).length === 0).toBe(comparableText(before) === comparableText(after));
      }),
    );
  });
});
