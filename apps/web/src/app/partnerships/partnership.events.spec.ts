import { eventsOf } from './partnership.events.js';
import { pointOf, regionName } from './place-words.js';

describe('the history of a partnership', () => {
  it('says what an entry changed, in this order: state, kind, beginning, notes', () => {
    expect(eventsOf({ action: 'created', after: { state: 'active' } })).toEqual([{ key: 'created', to: null }]);
    expect(eventsOf({ action: 'changed', after: { notes: 'x', state: 'ended' } })).toEqual([
      { key: 'state', to: 'ended' },
      { key: 'notes', to: 'x' },
    ]);
    expect(eventsOf({ action: 'changed', after: { since: null } })).toEqual([{ key: 'since', to: null }]);
    expect(eventsOf({ action: 'changed', after: { homeCommunityId: 'a' } })).toEqual([{ key: 'other', to: null }]);
  });
});

describe('a place in words', () => {
  it('names a region only by letters', () => {
    expect([regionName('TX'), regionName('07'), regionName(null)]).toEqual(['TX', '', '']);
  });

  it('writes the point with the compass’s letters', () => {
    const number = (value: number) => value.toFixed(1);
    expect([pointOf(50.7, 7.1, number), pointOf(-33.9, -70.6, number)]).toEqual(['50.7° N, 7.1° E', '33.9° S, 70.6° W']);
  });
});
