// How people are named on screens, in letters and on paper. The order is the person's own choice, never the reader's.
import type { NameOrder } from './person.contract.js';

export interface NamedPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly nameOrder: NameOrder;
}

/** The full name in its owner's order: Maria Silva, Sato Yuki; a single name stands alone. */
export function displayName({ givenName, familyName, nameOrder }: NamedPerson): string {
  const parts = nameOrder === 'family_first' ? [familyName, givenName] : [givenName, familyName];
  return parts.filter((part) => part !== '').join(' ');
}

/** For lists by family name: Silva, Maria; a single name stands alone. */
export function sortedName({ givenName, familyName }: NamedPerson): string {
  return familyName === '' ? givenName : `${familyName}, ${givenName}`;
}

/** How a letter begins: Dr. Maria Silva. */
export function formalName(person: NamedPerson & { readonly salutation: string | null }): string {
  return [person.salutation, displayName(person)].filter(Boolean).join(' ');
}

/** A name to compare by: without case, accents, punctuation and spaces, so that José Núñez and JOSE NUNEZ are equal. */
export function foldedName(givenName: string, familyName: string): string {
  const fold = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/ß/g, 'ss')
      .replace(/ø/g, 'o')
      .replace(/ł/g, 'l')
      .replace(/đ/g, 'd')
      .replace(/[^\p{L}\p{N}]+/gu, '');
  return `${fold(givenName)} ${fold(familyName)}`.trim();
}
