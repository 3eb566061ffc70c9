import type { DelegateChange, PartnerEntryDraft } from '@amity/delegations';
import { type DelegateWithPerson, toDelegate } from './delegations.mapper.js';

/** A delegate and their person as they are, with what the partner says in place of what was there. */
export function takenOver(row: DelegateWithPerson, said: PartnerEntryDraft): DelegateChange {
  const { person, role, gender, diet, petAllergies, needsBed, flights, notes } = toDelegate(row, row.person);
  const present = { person, role, gender, diet, petAllergies, needsBed, flights, notes };
  switch (said.field) {
    case 'names':
    case 'contacts':
      return { ...present, person: { ...person, ...said.value } };
    case 'diet':
      return { ...present, diet: said.value ?? diet };
    case 'flights':
      return { ...present, flights: said.value };
  }
}
