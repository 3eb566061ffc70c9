// Something told in confidence as the fields of a form hold it: the kind, and text for whatever the kind asks.
import type { Fact, FactKind } from '@amity/privacy';

export interface FactTyped {
  readonly kind: FactKind;
  readonly value: Readonly<Record<string, string | null>>;
}

export interface FactField {
  readonly name: string;
  readonly control: 'line' | 'text' | 'day' | 'phone' | 'document' | 'country';
  readonly isOptional?: boolean;
}

const told: readonly FactField[] = [{ name: 'text', control: 'text' }];

/** What each kind asks, in the order of its form. */
export const fieldsOf: Readonly<Record<FactKind, readonly FactField[]>> = {
  identity_document: [
    { name: 'document', control: 'document' },
    { name: 'number', control: 'line' },
    { name: 'country', control: 'country', isOptional: true },
    { name: 'expiresOn', control: 'day', isOptional: true },
  ],
  health: told,
  diet_medical: told,
  faith: told,
  political: told,
  emergency_contact: [
    { name: 'name', control: 'line' },
    { name: 'relation', control: 'line', isOptional: true },
    { name: 'phone', control: 'phone' },
  ],
};

/** The form of a new entry, empty. */
export function emptyOf(kind: FactKind): FactTyped {
  const fields = fieldsOf[kind].map(({ name, control }) => [name, control === 'document' ? 'passport' : '']);
  return { kind, value: Object.fromEntries(fields) as Record<string, string> };
}

export function typedOf({ kind, value }: Fact): FactTyped {
  const stored = new Map<string, unknown>(Object.entries(value));
  const fields = fieldsOf[kind].map(({ name }) => [name, String(stored.get(name) ?? '')]);
  return { kind, value: Object.fromEntries(fields) as Record<string, string> };
}

/** What the api is sent: an optional field that is left empty says nothing. */
export function sentOf({ kind, value }: FactTyped): FactTyped {
  const fields = fieldsOf[kind].map(({ name, control, isOptional }) => {
    const typed = control === 'country' ? (value[name] ?? '').trim().toUpperCase() : (value[name] ?? '').trim();
    return [name, typed === '' && isOptional && control !== 'line' ? null : typed];
  });
  return { kind, value: Object.fromEntries(fields) as Record<string, string | null> };
}
