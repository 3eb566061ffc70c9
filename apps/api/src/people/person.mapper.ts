import type { Person } from '@amity/people';
import type { PersonEntity } from './person.entity.js';

export function toPerson(row: PersonEntity): Person {
  return {
    id: row.id,
    givenName: row.givenName,
    familyName: row.familyName,
    nativeName: row.nativeName,
    nameOrder: row.nameOrder,
    salutation: row.salutation,
    email: row.email,
    phone: row.phone,
    birthDate: row.birthDate,
    countryCode: row.countryCode,
    languages: row.languages,
    worksAt: row.worksAt,
    version: row.version,
  };
}
