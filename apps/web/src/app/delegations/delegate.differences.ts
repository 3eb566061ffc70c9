// Two versions of a delegate, field by field, for somebody who has to choose. Fields of the person begin with `person.`.
import { isKnownDiet } from '@amity/people';
import type { VersionedField } from '@amity/ui';
import type { PersonTyped } from '../people/index.js';
import { type DelegateTyped, needNames } from './delegate.typed.js';

export function differencesOf(yours: DelegateTyped, theirs: DelegateTyped, say: (key: string) => string): VersionedField[] {
  const personNames = Object.keys(yours.person) as (keyof PersonTyped)[];
  return [
    ...personNames.map((name) =>
      field(`person.${name}`, say(`people.field.${name}`), yours.person[name], theirs.person[name], (word) => word),
    ),
    ...needNames.map((name) => field(name, say(`delegations.field.${name}`), yours[name], theirs[name], (word) => wordOf(name, word, say))),
  ];
}

function field(name: string, label: string, yours: unknown, theirs: unknown, say: (word: string) => string): VersionedField {
  return { name, label, yours, theirs, yoursShown: shown(yours, say), theirsShown: shown(theirs, say) };
}

function shown(value: unknown, say: (word: string) => string): string {
  if (Array.isArray(value)) return value.map((word) => say(String(word))).join(', ');
  return value === '' ? '' : say(String(value));
}

/** Words of a closed list are shown in the reader's language, anything else as it was written. */
function wordOf(name: string, word: string, say: (key: string) => string): string {
  if (name === 'diet') return isKnownDiet(word) ? say(`delegations.diet.${word}`) : word;
  const list = { role: 'role', gender: 'gender', petAllergies: 'pet', needsBed: 'bed' }[name];
  return list === undefined ? word : say(`delegations.${list}.${word}`);
}
