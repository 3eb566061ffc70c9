// What is told about a person in confidence: papers, health, faith, politics, whom to call. It is kept sealed, read only for a
// purpose that is named, and every reading is on record.
import { ReadPurpose } from '@amity/audit';
import { CountryCode, Id, LocalDate, Version, issue } from '@amity/kernel';
import * as z from 'zod';

export const factKinds = ['identity_document', 'health', 'diet_medical', 'faith', 'political', 'emergency_contact'] as const;
export const FactKind = z.enum(factKinds).meta({ id: 'FactKind' });
export type FactKind = z.infer<typeof FactKind>;

/** Of these a person may have several; anything else is told once and changed. */
export const severalOf: readonly FactKind[] = ['identity_document', 'emergency_contact'];

/** For what a person's facts are read: those of the audit log's purposes that a page about a person can have. */
export const factPurposes = [
  'travel',
  'placement',
  'hosting',
  'itinerary',
  'health_safety',
  'safeguarding',
  'data_subject_request',
  'support',
] as const satisfies readonly ReadPurpose[];
export const FactPurpose = z.enum(factPurposes).meta({ id: 'FactPurpose' });
export type FactPurpose = z.infer<typeof FactPurpose>;

const text = (max: number) => z.string().trim().min(1, issue('fact_missing')).max(max);

export const documentKinds = ['passport', 'identity_card', 'visa', 'other'] as const;

export const IdentityDocument = z.object({
  document: z.enum(documentKinds),
  number: z.string(),
  country: CountryCode.nullable(),
  expiresOn: LocalDate.nullable(),
});
export type IdentityDocument = z.infer<typeof IdentityDocument>;
export const Told = z.object({ text: z.string() });
export const EmergencyContact = z.object({ name: z.string(), relation: z.string(), phone: z.string() });

const IdentityDocumentDraft = z.object({
  document: z.enum(documentKinds),
  number: text(40).refine((typed) => /[\p{L}\p{N}]/u.test(typed), issue('document_number_missing')),
  country: CountryCode.nullish().transform((code) => code ?? null),
  expiresOn: LocalDate.nullish().transform((day) => day ?? null),
});
const EmergencyContactDraft = z.object({ name: text(160), relation: z.string().trim().max(80).default(''), phone: text(40) });

const told = <Kind extends FactKind>(kind: Kind) => z.object({ kind: z.literal(kind), value: z.object({ text: text(2000) }) });

export const FactDraft = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('identity_document'), value: IdentityDocumentDraft }),
    told('health'),
    told('diet_medical'),
    told('faith'),
    told('political'),
    z.object({ kind: z.literal('emergency_contact'), value: EmergencyContactDraft }),
  ])
  .meta({ id: 'FactDraft' });
export type FactDraft = z.infer<typeof FactDraft>;
export type FactValue = FactDraft['value'];

/** Somebody else whose identity document bears the same number. */
export const SameDocument = z.object({ personId: Id, name: z.string() }).meta({ id: 'SameDocument' });
export type SameDocument = z.infer<typeof SameDocument>;

export const Fact = z
  .object({
    id: Id,
    kind: FactKind,
    value: z.union([IdentityDocument, Told, EmergencyContact]),
    sameDocument: z.array(SameDocument),
    version: Version,
  })
  .meta({ id: 'Fact' });
export type Fact = z.infer<typeof Fact>;

export const FactsQuery = z.object({ purpose: FactPurpose });

export const Facts = z.object({ items: z.array(Fact) }).meta({ id: 'Facts' });
export type Facts = z.infer<typeof Facts>;

export const SensitiveRead = z
  .object({ id: Id, at: z.iso.datetime(), actor: z.string(), kinds: z.array(FactKind), purpose: ReadPurpose })
  .meta({ id: 'SensitiveRead' });
export type SensitiveRead = z.infer<typeof SensitiveRead>;

/** How much is kept, never what; and the last readings, newest first. */
export const FactsAtAGlance = z.object({ kept: z.int().min(0), reads: z.array(SensitiveRead) }).meta({ id: 'FactsAtAGlance' });
export type FactsAtAGlance = z.infer<typeof FactsAtAGlance>;
