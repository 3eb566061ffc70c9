// The last decision counts, and without one there is no consent. Whoever is under 18 on the day needs a guardian to give one, and so does
// a person whose birth date nobody knows; taking a consent back needs nobody.
import { type LocalDate } from '@amity/kernel';
import {
  type ConsentPurpose,
  consentPurposes,
  type ConsentState,
  type ConsentText,
  type Decided,
  type Decision,
  type GuardianNeed,
} from './consent.contract.js';
import { defaultConsentTexts } from './consent.texts.js';

const adultAt = 18;

/** ISO dates compare as text; a birthday of February 29 is kept on March 1 in other years. */
export function guardianNeedOn(birthDate: LocalDate | null, today: LocalDate): GuardianNeed {
  if (birthDate === null) return 'birth_date_unknown';
  const adultOn = `${String(Number(birthDate.slice(0, 4)) + adultAt).padStart(4, '0')}${birthDate.slice(4)}`;
  return today < adultOn ? 'under_18' : 'none';
}

/** Why this decision may not be taken so; null when it may. */
export function objectionTo(
  decision: Decision,
  guardian: GuardianNeed,
  guardianName: string | null,
): 'guardian_needed' | 'birth_date_needed' | null {
  if (decision === 'withdrawn' || guardian === 'none' || guardianName !== null) return null;
  return guardian === 'under_18' ? 'guardian_needed' : 'birth_date_needed';
}

/** @param decided in the order in which it happened */
export function isGiven(decided: readonly Pick<Decided, 'purpose' | 'decision'>[], purpose: ConsentPurpose): boolean {
  return decided.findLast((each) => each.purpose === purpose)?.decision === 'given';
}

/** Every purpose as it stands. @param decided in the order in which it happened @param texts every edition there is */
export function consentStates(decided: readonly Decided[], texts: readonly ConsentText[], language: string): ConsentState[] {
  return consentPurposes.map((purpose) => ({
    purpose,
    isGiven: isGiven(decided, purpose),
    text: textFor(texts, purpose, language),
    last: decided.findLast((each) => each.purpose === purpose) ?? null,
  }));
}

/** The newest edition in the reader's language, or in English, which every organization has. */
export function textFor(texts: readonly ConsentText[], purpose: ConsentPurpose, language: string): ConsentText {
  const all = [...defaultConsentTexts, ...texts].filter((text) => text.purpose === purpose);
  const newest = (of: string) => all.filter((text) => text.language === of).sort((a, b) => b.edition - a.edition)[0];
  const found = newest(language) ?? newest('en');
  if (!found) throw new Error(`There is no text for ${purpose}.`);
  return found;
}
