// Each reason in words. Screens translate them under `hosting.reasons.<code>`; letters and refusals of the api take them from here.
import { fill } from '@amity/kernel';
import type { ClearanceCode, ClearanceReason } from './facts.js';
import type { HouseholdState } from './household.contract.js';

export const clearanceSentences: Readonly<Record<ClearanceCode, string>> = {
  no_nights: 'The stay has no night: it ends on or before the day it begins.',
  not_approved: 'The family is not approved: {stands}.',
  no_requirements: 'The organization has no screening requirements, so nobody can be cleared.',
  no_adult: 'No adult is named in this household.',
  age_unknown: 'The birthday of {member} is missing, so nobody knows whether checks for adults apply.',
  check_missing: '{requirement}: not done yet.',
  check_failed: '{requirement}: not passed.',
  check_lapses: '{requirement}: no longer good on {date}.',
  nights_not_offered: 'The family does not offer the night of {date}.',
  beds_unknown: 'Nobody has counted the free beds for these nights.',
  no_bed_free: 'Every bed is given on these nights.',
  guest_needs_unknown: 'Nobody has asked the guest about allergies to pets.',
  pets_unknown: 'Nobody has asked the family about pets.',
  pet_allergy: 'The guest is allergic to an animal that lives here: {pet}.',
  smoke_unknown: 'The guest needs a home without smoke, and nobody has asked the family.',
  smokers: 'The guest needs a home without smoke, and somebody smokes here.',
  stairs_unknown: 'The guest cannot climb stairs, and nobody has asked the family.',
  stairs: 'The guest cannot climb stairs, and there are stairs to the room.',
};

const stands = new Map<unknown, string>(
  Object.entries({
    applied: 'it has signed up and waits for its screening',
    vetting: 'its screening is under way',
    approved: 'it is approved',
    paused: 'it is paused',
    declined: 'it was declined',
  } satisfies Record<HouseholdState, string>),
);

/** The reason in English; a reason about one person names that person in front. */
export function reasonSentence({ code, params, memberName }: ClearanceReason): string {
  const sentence = fill(clearanceSentences[code], { ...params, stands: stands.get(params['state']) ?? '' });
  return memberName && code !== 'age_unknown' ? `${memberName} – ${sentence}` : sentence;
}
