// May this household host this guest on these nights? Every requirement is met through the last night, every adult is
// covered, every hard rule of the match is met. It is computed each time and never stored; what is not known is a no.
import type { Interval, LocalDate } from '@amity/kernel';
import type { Clearance, ClearanceReason, GuestFacts, HouseholdFacts } from './facts.js';
import { firstNightNotOffered } from './offers.js';
import { screeningReasons } from './screening.js';

/**
 * @param nights `[from, to)`: the day of departure is not a night
 * @param today  when given, a check dated after it does not count yet
 */
export function clearance(household: HouseholdFacts, guest: GuestFacts, nights: Interval<LocalDate>, today?: LocalDate): Clearance {
  if (!(nights.from < nights.to)) return { cleared: false, reasons: [{ code: 'no_nights', params: {} }] };
  const reasons = [
    ...ofState(household),
    ...screeningReasons(household, nights, today),
    ...ofNights(household, nights),
    ...ofBeds(household),
    ...ofPets(household, guest),
    ...ofHome(household, guest),
  ];
  return { cleared: reasons.length === 0, reasons };
}

function ofState({ state }: HouseholdFacts): ClearanceReason[] {
  return state === 'approved' ? [] : [{ code: 'not_approved', params: { state } }];
}

function ofNights({ offers }: HouseholdFacts, nights: Interval<LocalDate>): ClearanceReason[] {
  const failsOn = firstNightNotOffered(offers, nights);
  return failsOn === null ? [] : [{ code: 'nights_not_offered', params: { date: failsOn }, failsOn }];
}

function ofBeds({ beds, bedsFree }: HouseholdFacts): ClearanceReason[] {
  if (bedsFree === null) return [{ code: 'beds_unknown', params: {} }];
  return Math.min(beds, bedsFree) >= 1 ? [] : [{ code: 'no_bed_free', params: { beds } }];
}

function ofPets({ pets }: HouseholdFacts, { petAllergies }: GuestFacts): ClearanceReason[] {
  if (petAllergies === null) return [{ code: 'guest_needs_unknown', params: {} }];
  if (petAllergies.length === 0) return [];
  if (pets === null) return [{ code: 'pets_unknown', params: {} }];
  return petAllergies.filter((species) => pets.includes(species)).map((pet) => ({ code: 'pet_allergy', params: { pet } }));
}

function ofHome({ smokers, stairs }: HouseholdFacts, { avoidsSmoke, avoidsStairs }: GuestFacts): ClearanceReason[] {
  const reasons: ClearanceReason[] = [];
  if (avoidsSmoke && smokers !== false) reasons.push({ code: smokers === null ? 'smoke_unknown' : 'smokers', params: {} });
  if (avoidsStairs && stairs !== false) reasons.push({ code: stairs === null ? 'stairs_unknown' : 'stairs', params: {} });
  return reasons;
}
