// Drafts of delegations, delegates and roster files as a test needs them.
import type { DelegateInput, DelegationInput } from '@amity/delegations';
import { aPerson } from './people.builders.js';

export function aDelegation(overrides: Partial<DelegationInput> = {}): DelegationInput {
  return {
    name: 'Brasília comes to visit',
    direction: 'inbound',
    programFormat: 'sister_city_delegation',
    track: 4,
    arrivesOn: '2026-05-04',
    departsOn: '2026-05-10',
    zone: 'America/New_York',
    ...overrides,
  };
}

export function aDelegate(overrides: Partial<DelegateInput> = {}): DelegateInput {
  return { person: aPerson(), role: 'delegate', ...overrides };
}

/** A roster as text: the header line, then one line for each row. */
export function aRoster(rows: readonly (readonly string[])[], separator = ',', header: readonly string[] = rosterHeader): string {
  return [header, ...rows].map((cells) => cells.join(separator)).join('\r\n') + '\r\n';
}

export const rosterHeader = ['Given name', 'Family name', 'E-mail', 'Birth date', 'Role', 'Languages', 'Pet allergies'];
