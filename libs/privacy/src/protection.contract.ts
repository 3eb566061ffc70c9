// Participants at risk if they are identified. Everybody else sees an ordinary record; what is here is for those who protect people.
import { Id, Instant, issue, LocalDate } from '@amity/kernel';
import * as z from 'zod';

/** Who put somebody under protection: a safeguarding lead, or the person by their own link. */
export const ProtectedBy = z.enum(['lead', 'self']).meta({ id: 'ProtectedBy' });
export type ProtectedBy = z.infer<typeof ProtectedBy>;

/** Why; kept sealed. */
export const sealedReason = z.string().trim().min(3, issue('reason_missing')).max(500);

export const ProtectionDraft = z
  .object({
    reason: sealedReason.describe('sealed with the identity'),
    pseudonym: z
      .object({ givenName: z.string().trim().min(1, issue('name_missing')).max(100), familyName: z.string().trim().max(100).default('') })
      .nullish()
      .transform((name) => name ?? null)
      .describe('null lets Amity choose one'),
  })
  .meta({ id: 'ProtectionDraft' });
export type ProtectionDraft = z.infer<typeof ProtectionDraft>;

export const ProtectedPerson = z
  .object({ personId: Id, name: z.string().describe('the pseudonym'), by: ProtectedBy, since: Instant })
  .meta({ id: 'ProtectedPerson' });
export type ProtectedPerson = z.infer<typeof ProtectedPerson>;

export const ProtectedPeople = z.object({ items: z.array(ProtectedPerson) }).meta({ id: 'ProtectedPeople' });
export type ProtectedPeople = z.infer<typeof ProtectedPeople>;

/** Whether one person is protected, for those who may know. */
export const PersonProtection = z.object({ name: z.string(), protection: ProtectedPerson.nullable() }).meta({ id: 'PersonProtection' });
export type PersonProtection = z.infer<typeof PersonProtection>;

/** What somebody who hid themself is told: the name they have here now. */
export const Hidden = z.object({ name: z.string() }).meta({ id: 'Hidden' });
export type Hidden = z.infer<typeof Hidden>;

export const RevealState = z.enum(['requested', 'approved', 'refused']).meta({ id: 'RevealState' });
export type RevealState = z.infer<typeof RevealState>;

export const RevealDraft = z.object({ reason: sealedReason }).meta({ id: 'RevealDraft' });
export type RevealDraft = z.infer<typeof RevealDraft>;

export const RevealDecision = z.object({ decision: z.enum(['approved', 'refused']) }).meta({ id: 'RevealDecision' });
export type RevealDecision = z.infer<typeof RevealDecision>;

export const Reveal = z
  .object({
    id: Id,
    personId: Id,
    name: z.string().describe('the pseudonym'),
    state: RevealState,
    reason: z.string(),
    requestedBy: z.string(),
    requestedAt: Instant,
    isMine: z.boolean().describe('whoever asks does not decide'),
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    visibleUntil: Instant.nullable(),
  })
  .meta({ id: 'Reveal' });
export type Reveal = z.infer<typeof Reveal>;

export const Reveals = z.object({ items: z.array(Reveal) }).meta({ id: 'Reveals' });
export type Reveals = z.infer<typeof Reveals>;

/** Who somebody really is, for the one person who asked and for a quarter of an hour. */
export const RevealedIdentity = z
  .object({
    givenName: z.string(),
    familyName: z.string(),
    nativeName: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    birthDate: LocalDate.nullable(),
    worksAt: z.string().nullable(),
    protectedBecause: z.string().nullable(),
    visibleUntil: Instant,
  })
  .meta({ id: 'RevealedIdentity' });
export type RevealedIdentity = z.infer<typeof RevealedIdentity>;

/** Who is told when somebody hides themself: one named member, or nobody. */
export const Responder = z
  .object({ accountId: Id.nullable(), candidates: z.array(z.object({ accountId: Id, name: z.string() })) })
  .meta({ id: 'Responder' });
export type Responder = z.infer<typeof Responder>;

export const ResponderChoice = z.object({ accountId: Id.nullable() }).meta({ id: 'ResponderChoice' });
export type ResponderChoice = z.infer<typeof ResponderChoice>;
