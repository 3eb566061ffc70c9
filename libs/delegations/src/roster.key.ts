// What makes two lines of a roster the same delegate: the e-mail address and the given name, because brothers and sisters
// come under one parent's address; or, without an address, the whole name and the birth date. Accents, case, punctuation
// and spaces do not make somebody new, and a corrected family name does not either.
import { foldedName } from '@amity/people';

export interface RosterIdentity {
  readonly email?: string | null | undefined;
  readonly givenName: string;
  readonly familyName?: string | undefined;
  readonly birthDate?: string | null | undefined;
}

export function rosterKey({ email, givenName, familyName, birthDate }: RosterIdentity): string {
  if (email) return `email:${email.trim().toLowerCase()}|${foldedName(givenName, '')}`;
  return `name:${foldedName(givenName, familyName ?? '')}|${birthDate ?? ''}`;
}
