// What the two sides say of one field, side by side. They disagree when the partner says something and it is not the same: spaces, capitals
// of an address, the order of diets and the way a number is written do not count.
import type { PartnerEntryDraft, SharedCell, SharedField } from './sharing.contract.js';

/** A delegate's data as the roster has them. */
export interface RosterValues {
  readonly givenName: string;
  readonly familyName: string;
  readonly diet: readonly string[];
  readonly flights: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** @param entries what one partner said of this delegate; one at most for each field */
export function cellOf(field: SharedField, roster: RosterValues, entries: readonly PartnerEntryDraft[]): SharedCell {
  const said = entries.find((entry) => entry.field === field);
  const cell = sideBySide(field, roster, said);
  return { ...cell, disagrees: cell.theirs !== null && comparable(cell.ours) !== comparable(cell.theirs) };
}

function sideBySide(field: SharedField, roster: RosterValues, said: PartnerEntryDraft | undefined): SharedCell {
  const disagrees = false;
  switch (field) {
    case 'names': {
      const ours = { givenName: roster.givenName, familyName: roster.familyName };
      return { field, ours, theirs: said?.field === field ? said.value : null, disagrees };
    }
    case 'diet':
      return { field, ours: [...roster.diet], theirs: said?.field === field ? said.value : null, disagrees };
    case 'flights':
      return { field, ours: roster.flights, theirs: said?.field === field ? said.value : null, disagrees };
    case 'contacts': {
      const ours = { email: roster.email, phone: roster.phone };
      return { field, ours, theirs: said?.field === field ? said.value : null, disagrees };
    }
  }
}

function comparable(value: SharedCell['ours']): string {
  if (value === null) return '';
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return JSON.stringify([...new Set(value.map(plain))].sort());
  if ('email' in value) return JSON.stringify([plain(value.email ?? ''), (value.phone ?? '').replace(/[^\d+]/g, '')]);
  return JSON.stringify([value.givenName, value.familyName].map((name) => name.trim().replace(/\s+/g, ' ')));
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
