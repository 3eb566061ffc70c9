import { closedAppointment, closedDelegation, houseRules, stricter, type HouseRule } from '@amity/delegations';
import fc from 'fast-check';
import type { ItineraryContent, ItineraryItem } from './itinerary.contract.js';
import { itineraryChanges } from './itinerary.diff.js';
import { withheldChanges, withheldContent, type ItineraryRules } from './itinerary.withheld.js';

const canary = 'Quintavious';
const ids = [
  '01a2013f-7aa4-7873-8e08-475a972c5121',
  '01a2013f-7aa4-7873-8e08-475a972c5122',
  '01a2013f-7aa4-7873-8e08-475a972c5123',
] as const;
const rule = fc.constantFrom<HouseRule>(...houseRules);
const rules = fc.record({ delegation: rule, appointments: fc.dictionary(fc.constantFrom(...ids), rule) });
const names = fc.constantFrom<string[]>([canary], ['Ana', canary], ['Ana'], []);
const item = (id: string): fc.Arbitrary<ItineraryItem> =>
  fc.record({
    id: fc.constant(id),
    title: fc.constantFrom('Talks', 'Lunch'),
    kind: fc.constant('meeting' as const),
    track: fc.constantFrom(2, null),
    startsAt: fc.constantFrom('2026-05-05T09:00', '2026-05-05T10:00'),
    endsAt: fc.constant('2026-05-05T11:00'),
    zone: fc.constant('Europe/Berlin'),
    start: fc.constant('2026-05-05T07:00:00.000Z'),
    end: fc.constant('2026-05-05T09:00:00.000Z'),
    tentative: fc.boolean(),
    site: fc.constantFrom('Town hall', null),
    address: fc.constant(null),
    latitude: fc.constant(null),
    longitude: fc.constant(null),
    accessNotes: fc.constantFrom(null, 'Ask for the envoy'),
    metBy: fc.constantFrom(null, 'The envoy'),
    people: fc.option(names),
    interpreters: names,
    escorts: names,
    notes: fc.constantFrom(null, `${canary} speaks first`),
  });
const content = fc
  .tuple(item(ids[0]), item(ids[1]), item(ids[2]), fc.constantFrom('Envoys', 'Guests'))
  .map(([a, b, c, title]): ItineraryContent => ({
    organization: 'Harbor',
    title,
    arrivesOn: '2026-05-04',
    departsOn: '2026-05-10',
    zone: 'Europe/Berlin',
    travelling: { name: 'Tamano', region: 'Japan' },
    receiving: null,
    emergencyContact: null,
    items: [a, b],
    withdrawn: [c],
  }));
const ruleOf = ({ delegation, appointments }: ItineraryRules, id: string): HouseRule => stricter(delegation, appointments[id] ?? 'public');

describe('what of an itinerary leaves the house', () => {
  it('is all of it when everything is public', () => {
    fc.assert(
      fc.property(content, (given) => {
        expect(withheldContent(given, { delegation: 'public', appointments: {} })).toEqual(given);
      }),
    );
  });

  it('names nobody under a rule, and is the same the second time', () => {
    fc.assert(
      fc.property(content, rules, (given, under) => {
        const once = withheldContent(given, under);
        for (const kept of [...once.items, ...once.withdrawn])
          if (ruleOf(under, kept.id) !== 'public') expect(JSON.stringify(kept)).not.toContain(canary);
        expect(withheldContent(once, under)).toEqual(once);
      }),
    );
  });

  it('keeps every time and place, and whether it is for everyone', () => {
    fc.assert(
      fc.property(content, rules, (given, under) => {
        const kept = ({ items }: ItineraryContent) =>
          items.map(({ id, start, end, site, people }) => ({ id, start, end, site, all: people === null }));
        expect(kept(withheldContent(given, under))).toEqual(kept(given));
      }),
    );
  });

  it('tells of a closed one neither title nor host, nor where the delegation comes from', () => {
    fc.assert(
      fc.property(content, (given) => {
        const closed = withheldContent(given, { delegation: 'closed', appointments: {} });
        expect([closed.title, closed.travelling]).toEqual([closedDelegation, null]);
        expect(closed.items.map(({ title, metBy, track }) => ({ title, metBy, track }))).toEqual(
          closed.items.map(() => ({ title: closedAppointment, metBy: null, track: null })),
        );
      }),
    );
  });

  it('holds for differences that were stored before the rule: they name nobody, and tell nothing that was not there', () => {
    fc.assert(
      fc.property(content, content, rules, (before, after, under) => {
        const stored = itineraryChanges(before, after);
        const shown = withheldChanges(stored, under);
        for (const change of shown) {
          const id = change.kind === 'visit' ? null : change.kind === 'added' || change.kind === 'removed' ? change.item.id : change.id;
          if (id !== null && ruleOf(under, id) !== 'public') expect(JSON.stringify(change)).not.toContain(canary);
          if ('fields' in change) {
            const whole = stored.find((other) => other.kind === change.kind && ('id' in other ? other.id : null) === id);
            expect(whole && 'fields' in whole ? whole.fields : []).toEqual(expect.arrayContaining(change.fields));
          }
        }
        expect(withheldChanges(stored, { delegation: 'public', appointments: {} })).toEqual(stored);
      }),
    );
  });
});
