// Drafts of people as a test needs them: whole, and only what matters to the test is said.
import type { PersonInput } from '@amity/people';

export function aPerson(overrides: Partial<PersonInput> = {}): PersonInput {
  return { givenName: 'Maria', familyName: 'Silva', email: 'maria.silva@example.org', languages: ['pt', 'en'], ...overrides };
}
