// A person as the fields of a form hold it: every field is there, and empty text is empty.
import { type NameOrder, type Person, PersonDraft, type PersonInput } from '@amity/people';
import * as z from 'zod';

export interface PersonTyped {
  givenName: string;
  familyName: string;
  nativeName: string;
  nameOrder: NameOrder;
  salutation: string;
  email: string;
  phone: string;
  birthDate: string;
  countryCode: string;
  languages: readonly string[];
  worksAt: string;
}

export const nobody: PersonTyped = {
  givenName: '',
  familyName: '',
  nativeName: '',
  nameOrder: 'given_first',
  salutation: '',
  email: '',
  phone: '',
  birthDate: '',
  countryCode: '',
  languages: [],
  worksAt: '',
};

export function typedOf(person: Person): PersonTyped {
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    nativeName: person.nativeName ?? '',
    nameOrder: person.nameOrder,
    salutation: person.salutation ?? '',
    email: person.email ?? '',
    phone: person.phone ?? '',
    birthDate: person.birthDate ?? '',
    countryCode: person.countryCode ?? '',
    languages: person.languages,
    worksAt: person.worksAt ?? '',
  };
}

/** What the api is given for what was typed; empty choices are no choice. */
export const PersonForm = z
  .custom<PersonTyped>()
  .transform((typed): PersonInput => ({
    ...typed,
    birthDate: typed.birthDate || null,
    countryCode: typed.countryCode || null,
    languages: [...typed.languages],
  }))
  .pipe(PersonDraft);
