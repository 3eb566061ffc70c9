// What needs a person, and in which order: first what already stands in the way of a guest who sleeps somewhere, then by the day
// from which it is too late. A bed is missed on the day of arrival; an itinerary should be out two weeks before.
import { addDays, type LocalDate } from '@amity/kernel';
import type { Need, TodayDelegation } from './today.contract.js';

export const itineraryDays = 14;
/** A family has two days to answer before somebody should call. */
export const answerDays = 2;

type Lapse = Extract<Need, { kind: 'lapse' }>;
type Answer = Omit<Extract<Need, { kind: 'answer' }>, 'kind' | 'due'>;

export interface NeedFacts {
  readonly today: LocalDate;
  readonly delegations: readonly TodayDelegation[];
  readonly lapses: readonly Omit<Lapse, 'kind'>[];
  /** Offers without an answer, asked before `today - answerDays`. */
  readonly unanswered: readonly Answer[];
  readonly waiting: { readonly count: number; readonly oldest: LocalDate | null };
}

export function needsOf({ today, delegations, lapses, unanswered, waiting }: NeedFacts): Need[] {
  const needs: Need[] = [
    ...delegations
      .filter(({ direction, guests, placed, departsOn }) => direction === 'inbound' && placed < guests && departsOn > today)
      .map(({ id, name, guests, placed, arrivesOn }): Need => ({
        kind: 'bed',
        due: arrivesOn,
        delegationId: id,
        delegation: name,
        count: guests - placed,
        of: guests,
      })),
    ...delegations
      .filter(({ published, arrivesOn, departsOn }) => !published && departsOn >= today && arrivesOn <= addDays(today, itineraryDays))
      .map(({ id, name, arrivesOn }): Need => ({ kind: 'itinerary', due: arrivesOn, delegationId: id, delegation: name })),
    ...lapses.map((lapse): Need => ({ kind: 'lapse', ...lapse })),
    ...unanswered.map((offer): Need => ({ kind: 'answer', due: addDays(offer.askedOn, answerDays), ...offer })),
    ...(waiting.count > 0 && waiting.oldest !== null
      ? [{ kind: 'screening', due: addDays(waiting.oldest, itineraryDays), count: waiting.count, oldest: waiting.oldest } as const]
      : []),
  ];
  const order: readonly Need['kind'][] = ['bed', 'lapse', 'answer', 'itinerary', 'screening'];
  const blocked = (need: Need): number => Number(need.kind === 'lapse' && need.blocks);
  return needs.sort(
    (a, b) => blocked(b) - blocked(a) || (a.due < b.due ? -1 : a.due > b.due ? 1 : order.indexOf(a.kind) - order.indexOf(b.kind)),
  );
}
