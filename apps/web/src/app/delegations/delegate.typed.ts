// A delegate as the fields of a form hold it: the person, and what a host must know.
import { type Delegate, DelegateChange, DelegateDraft, type DelegateGender, type DelegateRole } from '@amity/delegations';
import { PersonDraft } from '@amity/people';
import * as z from 'zod';
import { nobody, type PersonTyped, typedOf as typedPerson } from '../people/index.js';

export interface DelegateTyped {
  person: PersonTyped;
  role: DelegateRole;
  gender: DelegateGender | '';
  diet: readonly string[];
  petAllergies: readonly string[];
  needsBed: boolean;
  flights: string;
  notes: string;
}
export const needNames = ['role', 'gender', 'diet', 'petAllergies', 'needsBed', 'flights', 'notes'] as const;
export type NeedName = (typeof needNames)[number];

export const noDelegate: DelegateTyped = {
  person: nobody,
  role: 'delegate',
  gender: '',
  diet: [],
  petAllergies: [],
  needsBed: true,
  flights: '',
  notes: '',
};

export function typedOf({ person, role, gender, diet, petAllergies, needsBed, flights, notes }: Delegate): DelegateTyped {
  return {
    person: typedPerson(person),
    role,
    gender: gender ?? '',
    diet,
    petAllergies,
    needsBed,
    flights: flights ?? '',
    notes: notes ?? '',
  };
}

/** What was typed, in the shape of a draft whose person is described. */
const Described = DelegateDraft.extend({ person: PersonDraft });
export const DelegateForm = z
  .custom<DelegateTyped>()
  .transform(({ person, gender, diet, petAllergies, ...typed }): z.input<typeof Described> => ({
    ...typed,
    gender: gender || null,
    diet: [...diet],
    petAllergies: petAllergies as z.input<typeof Described>['petAllergies'], // the draft's own schema knows the animals
    person: { ...person, birthDate: person.birthDate || null, countryCode: person.countryCode || null, languages: [...person.languages] },
  }))
  .pipe(Described);
export type Described = z.infer<typeof Described>;

/** The same as a change of a delegate that was seen with `version` and its person with `personVersion`. */
export function changeOf({ person, ...needs }: Described, personVersion: number): DelegateChange {
  return DelegateChange.parse({ ...needs, person: { ...person, version: personVersion } });
}
