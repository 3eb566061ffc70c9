// Is a draft complete? All that is missing is named at once, in the order of the form, so that nobody is sent back twice.
// The pages ask this step by step, the api asks it once more when the family sends.
import { addDays, type LocalDate } from '@amity/kernel';
import { adultFrom } from './screening.js';
import { SignUp, type SignUpDraft } from './sign-up.contract.js';
import { signUpSentences, type SignUpProblemCode } from './sign-up.sentences.js';

export interface SignUpProblem {
  /** Dotted path into the draft, for example `offers.0.to`. */
  readonly path: string;
  readonly code: SignUpProblemCode;
  readonly detail: string;
}

export type CheckedSignUp =
  { readonly signUp: SignUp; readonly problems: readonly [] } | { readonly signUp: null; readonly problems: readonly SignUpProblem[] };

/** The fields of each of the seven steps; the last step sends. */
export const signUpSteps = [
  ['givenName', 'familyName', 'email', 'phone'],
  ['address', 'postalCode', 'town'],
  ['beds', 'room', 'stairs'],
  ['members'],
  ['hasPets', 'pets', 'smokers', 'dietOffered'],
  ['languages', 'offers'],
  ['notes', 'agreesToTakePart', 'agreesToScreening', 'agreesToFollowUp'],
] as const satisfies readonly (readonly (keyof SignUpDraft)[])[];

/** The step (from 1) on which a problem's field stands. */
export function stepOf({ path }: Pick<SignUpProblem, 'path'>): number {
  const field = path.split('.')[0];
  return signUpSteps.findIndex((fields) => fields.some((name) => name === field)) + 1;
}

/** @param today where the organization is */
export function checkSignUp(draft: SignUpDraft, today: LocalDate): CheckedSignUp {
  const problems = signUpSteps.flat().flatMap((field) => [...ofField(draft, field), ...acrossFields(draft, field, today)]);
  if (problems.length > 0) return { signUp: null, problems };
  const signUp = SignUp.parse(draft);
  return { signUp: signUp.hasPets ? signUp : { ...signUp, pets: [] }, problems: [] };
}

function ofField(draft: SignUpDraft, field: keyof SignUpDraft): SignUpProblem[] {
  const parsed = SignUp.shape[field].safeParse(draft[field]);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => problem([field, ...path].join('.'), isCode(message) ? message : 'other'));
}

function acrossFields(draft: SignUpDraft, field: keyof SignUpDraft, today: LocalDate): SignUpProblem[] {
  if (field === 'pets') return draft.hasPets && draft.pets.length === 0 ? [problem('pets', 'pets')] : [];
  if (field === 'members')
    return draft.members.flatMap((member, at) => {
      const code = ofBirthDate(member, today);
      return code ? [problem(`members.${at}.birthDate`, code)] : [];
    });
  if (field === 'offers') return draft.offers.flatMap((offer, at) => ofOffer(offer, at, today));
  return [];
}

function ofBirthDate({ relation, birthDate }: SignUpDraft['members'][number], today: LocalDate): SignUpProblemCode | null {
  if (birthDate === '') return relation === 'child' ? 'childBirthDate' : null;
  if (!isDay(birthDate)) return null;
  if (birthDate > today) return 'birthDateToCome';
  if (birthDate < '1900-01-01') return 'birthDateLongAgo';
  return relation === 'child' && adultFrom(birthDate) <= today ? 'grownUp' : null;
}

function ofOffer({ from, to }: SignUpDraft['offers'][number], at: number, today: LocalDate): SignUpProblem[] {
  if (!isDay(from) || !isDay(to)) return [];
  if (to <= from) return [problem(`offers.${at}.to`, 'offerOrder')];
  if (to <= today) return [problem(`offers.${at}.to`, 'offerPast')];
  if (from < today) return [problem(`offers.${at}.from`, 'offerStarted')];
  return to > addDays(today, 3 * 366) ? [problem(`offers.${at}.to`, 'offerFar')] : [];
}

function isDay(text: string): boolean {
  return SignUp.shape.offers.element.shape.from.safeParse(text).success;
}

function isCode(message: string): message is SignUpProblemCode {
  return message in signUpSentences;
}

function problem(path: string, code: SignUpProblemCode): SignUpProblem {
  return { path, code, detail: signUpSentences[code] };
}
