// Clearance is computed by hosting; this file brings it a guest and a home, and turns a no into words.
import { clearance, reasonSentence, type Clearance, type ClearanceReason } from '@amity/hosting';
import { DomainError, type Id, type Interval, type LocalDate } from '@amity/kernel';
import { dayInWords, type Objection } from '@amity/placements';
import type { PetSpecies } from '@amity/people';
import { factsOn, type Home } from './homes.repository.js';

interface AllergicGuest {
  readonly petAllergies: readonly PetSpecies[];
}

/** @param except a placement whose own bed does not stand in its way */
export function clearanceOf(
  home: Home,
  guest: AllergicGuest,
  nights: Interval<LocalDate>,
  today: LocalDate,
  except: Id | null = null,
): Clearance {
  return clearance(factsOn(home, nights, except), { petAllergies: guest.petAllergies }, nights, today);
}

export function objectionsOf({ reasons }: Clearance): Objection[] {
  return reasons.map((reason) => ({ code: reason.code, sentence: reasonSentence({ ...reason, params: readable(reason.params) }) }));
}

export function refuseUncleared(
  home: Home,
  guest: AllergicGuest,
  nights: Interval<LocalDate>,
  today: LocalDate,
  except: Id | null = null,
): void {
  const answer = clearanceOf(home, guest, nights, today, except);
  if (answer.cleared) return;
  const reasons = objectionsOf(answer);
  throw new DomainError(
    'placements.not_cleared',
    { household: home.name, reasons: reasons.map(({ sentence }) => sentence).join(' ') },
    { reasons },
  );
}

/** Days as people say them; the rest as it is. */
function readable(params: ClearanceReason['params']): ClearanceReason['params'] {
  const { date } = params;
  return typeof date === 'string' && date !== '' ? { ...params, date: dayInWords(date) } : params;
}
