// What of a published itinerary may leave the house under the Chatham House rule. It goes to phones, calendars and printers, so
// it is the same for every reader: under chatham nobody is named and notes stay at home; under closed there is a time and a
// place to go to. It is applied to what was published earlier as well, because a rule may be tightened afterwards.
import { closedAppointment, closedDelegation, stricter, type HouseRule } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import type { ChangedField, ItineraryChange, ItineraryContent, ItineraryItem } from './itinerary.contract.js';

/** The rule of a delegation, and those of its appointments that have one of their own. */
export interface ItineraryRules {
  readonly delegation: HouseRule;
  readonly appointments: Readonly<Record<Id, HouseRule>>;
}

const naming: readonly string[] = ['people', 'interpreters', 'escorts', 'notes'];
const telling: readonly string[] = [...naming, 'title', 'track', 'metBy', 'accessNotes'];
const tellingOfVisit: readonly string[] = ['title', 'travelling', 'receiving'];

export function withheldContent(content: ItineraryContent, rules: ItineraryRules): ItineraryContent {
  const mask = (item: ItineraryItem): ItineraryItem => withheldItem(item, ruleOf(item.id, rules));
  const head = rules.delegation === 'closed' ? { title: closedDelegation, travelling: null, receiving: null } : {};
  return { ...content, ...head, items: content.items.map(mask), withdrawn: content.withdrawn.map(mask) };
}

/** A difference of which nothing may be told is left out. */
export function withheldChanges(changes: readonly ItineraryChange[], rules: ItineraryRules): ItineraryChange[] {
  return changes.flatMap((change): ItineraryChange[] => {
    if (change.kind === 'visit') {
      const fields = rules.delegation === 'closed' ? without(change.fields, tellingOfVisit) : change.fields;
      return fields.length > 0 ? [{ ...change, fields }] : [];
    }
    if (change.kind === 'added' || change.kind === 'removed')
      return [{ ...change, item: withheldItem(change.item, ruleOf(change.item.id, rules)) }];
    const rule = ruleOf(change.id, rules);
    const fields = rule === 'public' ? change.fields : without(change.fields, rule === 'closed' ? telling : naming);
    return fields.length > 0 ? [{ ...change, title: rule === 'closed' ? closedAppointment : change.title, fields }] : [];
  });
}

/** Null stays null: that everybody takes part names nobody. A part of the group becomes a part without names. */
function withheldItem(item: ItineraryItem, rule: HouseRule): ItineraryItem {
  if (rule === 'public') return item;
  const nameless = { ...item, people: item.people === null ? null : [], interpreters: [], escorts: [], notes: null };
  return rule === 'closed' ? { ...nameless, title: closedAppointment, track: null, metBy: null, accessNotes: null } : nameless;
}

function ruleOf(id: Id, { delegation, appointments }: ItineraryRules): HouseRule {
  return stricter(delegation, appointments[id] ?? 'public');
}

function without(fields: readonly ChangedField[], withheld: readonly string[]): ChangedField[] {
  return fields.filter(({ field }) => !withheld.includes(field));
}
