import { anItinerary, anItineraryItem } from '@amity/testing';
import { itineraryDays } from './itinerary.days.js';
import { comparableText, itineraryChanges, withdrawnItems } from './itinerary.diff.js';

const welcome = anItineraryItem();
const lunch = anItineraryItem({ id: '01973f00-0000-7000-8000-000000000002', title: 'Lunch', kind: 'meal' });

describe('what is different between two versions', () => {
  it('is everything when nothing was published before', () => {
    expect(itineraryChanges(null, anItinerary({ items: [welcome, lunch] }))).toEqual([
      { kind: 'added', item: welcome },
      { kind: 'added', item: lunch },
    ]);
  });

  it('is nothing between equals', () => {
    expect(itineraryChanges(anItinerary(), anItinerary())).toEqual([]);
  });

  it('names what was added, removed, moved and changed, and the head of the itinerary', () => {
    const before = anItinerary({ items: [welcome, lunch] });
    const moved = { ...welcome, endsAt: '2026-05-05T11:00', end: '2026-05-05T15:00:00.000Z' };
    const after = anItinerary({ emergencyContact: '911', items: [moved] });
    expect(itineraryChanges(before, after)).toEqual([
      { kind: 'visit', fields: [{ field: 'emergencyContact', from: '+1 360 555 0142', to: '911' }] },
      { kind: 'removed', item: lunch },
      {
        kind: 'moved',
        id: welcome.id,
        title: welcome.title,
        zone: welcome.zone,
        fields: [
          { field: 'endsAt', from: '2026-05-05T10:30', to: '2026-05-05T11:00' },
          { field: 'end', from: '2026-05-05T14:30:00.000Z', to: '2026-05-05T15:00:00.000Z' },
        ],
      },
    ]);
    expect(itineraryChanges(anItinerary(), anItinerary({ items: [{ ...welcome, metBy: null }] }))).toEqual([
      {
        kind: 'changed',
        id: welcome.id,
        title: welcome.title,
        zone: welcome.zone,
        fields: [{ field: 'metBy', from: 'The mayor', to: null }],
      },
    ]);
  });
});

it('what was withdrawn stays withdrawn until it is back', () => {
  const first = anItinerary({ items: [welcome, lunch] });
  const second = anItinerary({ items: [welcome], withdrawn: withdrawnItems(first, [welcome]) });
  expect(second.withdrawn).toEqual([lunch]);
  expect(withdrawnItems(second, [])).toEqual([lunch, welcome]);
  expect(withdrawnItems(second, [welcome, lunch])).toEqual([]);
});

it('two contents compare equal whatever the order of their keys, and withdrawn items do not count', () => {
  const reversed = Object.fromEntries(Object.entries(welcome).reverse()) as typeof welcome;
  expect(comparableText(anItinerary({ items: [reversed], withdrawn: [lunch] }))).toBe(comparableText(anItinerary()));
  expect(comparableText(anItinerary({ title: 'Other' }))).not.toBe(comparableText(anItinerary()));
});

it('days of a stay are all there, free ones too, and days around it only when something happens', () => {
  const early = { startsAt: '2026-05-03T20:00' };
  const days = itineraryDays({ arrivesOn: '2026-05-04', departsOn: '2026-05-06' }, [early, { startsAt: '2026-05-05T09:00' }]);
  expect(days).toEqual([
    { day: '2026-05-03', ordinal: null, items: [early] },
    { day: '2026-05-04', ordinal: 1, items: [] },
    { day: '2026-05-05', ordinal: 2, items: [{ startsAt: '2026-05-05T09:00' }] },
    { day: '2026-05-06', ordinal: 3, items: [] },
  ]);
});
