// A request is answered within one calendar month of the day it came (GDPR art. 12.3). Once, before that is over and with a reason that
// is told to the person, it may become three. What is closed has no clock.
import { daysBetween, type LocalDate, transitions } from '@amity/kernel';
import { addMonths } from './calendar.js';
import type { RequestState } from './request.contract.js';

/** Nothing is handed out, changed or erased before it is sure who asks. */
export const requestFlow = transitions<RequestState>({
  received: ['verified', 'refused', 'withdrawn'],
  verified: ['answered', 'refused', 'withdrawn'],
  answered: [],
  refused: [],
  withdrawn: [],
});

export const isOpen = (state: RequestState): boolean => requestFlow.next(state).length > 0;

export function dueOn(receivedOn: LocalDate, isExtended: boolean): LocalDate {
  return addMonths(receivedOn, isExtended ? 3 : 1);
}

/** Days until it is due, negative when it is overdue; null when it is closed. */
export function daysLeft(request: { state: RequestState; dueOn: LocalDate }, today: LocalDate): number | null {
  return isOpen(request.state) ? daysBetween(today, request.dueOn) : null;
}

export function mayExtend(request: { state: RequestState; dueOn: LocalDate; extendedBecause: string | null }, today: LocalDate): boolean {
  return isOpen(request.state) && request.extendedBecause === null && today <= request.dueOn;
}

type Clocked = { readonly state: RequestState; readonly dueOn: LocalDate; readonly closedOn: LocalDate | null };

/** Open ones by the day on which they are due, which puts the overdue first; then the closed ones, the last to close first. */
export function byUrgency(a: Clocked, b: Clocked): number {
  if (isOpen(a.state) !== isOpen(b.state)) return isOpen(a.state) ? -1 : 1;
  return isOpen(a.state) ? compare(a.dueOn, b.dueOn) : compare(b.closedOn ?? '', a.closedOn ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
