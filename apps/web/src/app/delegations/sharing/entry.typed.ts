// A partner's entry as the fields of its form hold it.
import type { PartnerEntryInput, SharedCell, SharedField } from '@amity/delegations';

export interface EntryTyped {
  readonly givenName: string;
  readonly familyName: string;
  readonly diet: readonly string[];
  readonly flights: string;
  readonly email: string;
  readonly phone: string;
}

const nothing: EntryTyped = { givenName: '', familyName: '', diet: [], flights: '', email: '', phone: '' };

/** What the partner said, or else what the roster says, as a beginning. */
export function typedOf(cell: SharedCell): EntryTyped {
  switch (cell.field) {
    case 'names':
      return { ...nothing, ...(cell.theirs ?? cell.ours) };
    case 'diet':
      return { ...nothing, diet: cell.theirs ?? cell.ours ?? [] };
    case 'flights':
      return { ...nothing, flights: cell.theirs ?? cell.ours ?? '' };
    case 'contacts': {
      const { email, phone } = cell.theirs ?? cell.ours ?? { email: null, phone: null };
      return { ...nothing, email: email ?? '', phone: phone ?? '' };
    }
  }
}

export function entryOf(field: SharedField, { givenName, familyName, diet, flights, email, phone }: EntryTyped): PartnerEntryInput {
  switch (field) {
    case 'names':
      return { field, value: { givenName, familyName } };
    case 'diet':
      return { field, value: [...diet] };
    case 'flights':
      return { field, value: flights };
    case 'contacts':
      return { field, value: { email, phone } };
  }
}
