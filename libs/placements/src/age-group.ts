// A family learns how old its guest is roughly, never the birthday.
import type { LocalDate } from '@amity/kernel';

export const ageGroups = ['child', 'teenager', 'young_adult', 'adult', 'senior'] as const;
export type AgeGroup = (typeof ageGroups)[number];

/** Full years between a birthday and a day; negative before birth. */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** child under 13, teenager under 18, young adult under 30, adult under 65, then senior; null when the birthday is not known. */
export function ageGroupOn(birthDate: LocalDate | null, day: LocalDate): AgeGroup | null {
  if (birthDate === null) return null;
  const age = ageOn(birthDate, day);
  if (age < 13) return 'child';
  if (age < 18) return 'teenager';
  if (age < 30) return 'young_adult';
  return age < 65 ? 'adult' : 'senior';
}
