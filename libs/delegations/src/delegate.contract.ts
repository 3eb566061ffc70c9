// A person's part in one delegation: role, and what a host must know. The person's own data stay with the person.
import { Id, Version } from '@amity/kernel';
import { Diet, Person, PersonDraft, PetSpecies } from '@amity/people';
import * as z from 'zod';

export const DelegateRole = z.enum(['leader', 'delegate', 'chaperone', 'interpreter', 'escort']).meta({ id: 'DelegateRole' });
export type DelegateRole = z.infer<typeof DelegateRole>;

export const DelegateGender = z.enum(['female', 'male', 'other']).meta({ id: 'DelegateGender' });
export type DelegateGender = z.infer<typeof DelegateGender>;

const needs = z.object({
  role: DelegateRole.default('delegate'),
  gender: DelegateGender.nullish().transform((value) => value ?? null),
  diet: Diet.default([]),
  petAllergies: z.array(PetSpecies).max(7).default([]),
  needsBed: z.boolean().default(true),
  /** Arrival and departure in their own words: flight, day, hour. */
  flights: z
    .string()
    .trim()
    .max(500)
    .nullish()
    .transform((value) => value || null),
  notes: z
    .string()
    .trim()
    .max(2000)
    .nullish()
    .transform((value) => value || null),
});

/** A delegate to be added: somebody known by id, or described. */
export const DelegateDraft = needs.extend({ person: z.union([z.object({ id: Id }), PersonDraft]) }).meta({ id: 'DelegateDraft' });
export type DelegateDraft = z.infer<typeof DelegateDraft>;
export type DelegateInput = z.input<typeof DelegateDraft>;

/** Both halves are saved together; each with the version that was seen. */
export const DelegateChange = needs.extend({ person: PersonDraft.extend({ version: Version }) }).meta({ id: 'DelegateChange' });
export type DelegateChange = z.infer<typeof DelegateChange>;

export const Delegate = z
  .object({
    id: Id,
    delegationId: Id,
    person: Person,
    role: DelegateRole,
    gender: DelegateGender.nullable(),
    diet: z.array(z.string()),
    petAllergies: z.array(PetSpecies),
    needsBed: z.boolean(),
    flights: z.string().nullable(),
    notes: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'Delegate' });
export type Delegate = z.infer<typeof Delegate>;

/** The whole roster: leaders first, then by family name. A delegation is small enough to be read at once. */
export const Roster = z.object({ items: z.array(Delegate) }).meta({ id: 'Roster' });
export type Roster = z.infer<typeof Roster>;
