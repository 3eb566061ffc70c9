// What an organization sees and decides about retention: a policy a class, what will go and when (numbers only), holds and certificates.
import { Id, issue, LocalDate, pageOf, Version } from '@amity/kernel';
import * as z from 'zod';
import { Period } from './calendar.js';
import { clocks, fates, retentionKeys } from './retention.classes.js';

export const RetentionKeyWord = z.enum(retentionKeys).meta({ id: 'RetentionKey' });

export const RetentionPolicy = z
  .object({
    id: Id,
    key: RetentionKeyWord,
    keep: Period,
    least: Period,
    most: Period,
    purpose: z.string(),
    from: z.enum(clocks),
    fate: z.enum(fates),
    /** How many would have gone by now and are held. */
    held: z.int(),
    /** How many go on which day, from today to the end of the preview; the first day has what is overdue. */
    coming: z.array(z.object({ on: LocalDate, count: z.int() })),
    version: Version,
  })
  .meta({ id: 'RetentionPolicy' });
export type RetentionPolicy = z.infer<typeof RetentionPolicy>;

export const RetentionOverview = z
  .object({ today: LocalDate, until: LocalDate, items: z.array(RetentionPolicy) })
  .meta({ id: 'RetentionOverview' });
export type RetentionOverview = z.infer<typeof RetentionOverview>;

export const KeepDraft = z.object({ keep: Period }).meta({ id: 'RetentionKeepDraft' });
export type KeepDraft = z.infer<typeof KeepDraft>;

const reason = z.string().trim().min(1, issue('hold_reason_missing')).max(500);

/** Exactly one of the two. */
export const HoldDraft = z
  .object({ personId: Id.nullish().transform((id) => id ?? null), delegationId: Id.nullish().transform((id) => id ?? null), reason })
  .refine(({ personId, delegationId }) => (personId === null) !== (delegationId === null), {
    error: issue('hold_subject_missing'),
    path: ['personId'],
  })
  .meta({ id: 'LegalHoldDraft' });
export type HoldDraft = z.infer<typeof HoldDraft>;

export const HoldRelease = z.object({ reason }).meta({ id: 'LegalHoldRelease' });
export type HoldRelease = z.infer<typeof HoldRelease>;

export const LegalHold = z
  .object({
    id: Id,
    kind: z.enum(['person', 'delegation']),
    /** Null where the reader may not know it: somebody of a confidential delegation. */
    name: z.string().nullable(),
    reason: z.string(),
    placedBy: z.string(),
    since: z.iso.datetime(),
    releasedAt: z.iso.datetime().nullable(),
    releasedBy: z.string().nullable(),
    releaseReason: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'LegalHold' });
export type LegalHold = z.infer<typeof LegalHold>;
export const LegalHolds = z.object({ items: z.array(LegalHold) }).meta({ id: 'LegalHolds' });
export type LegalHolds = z.infer<typeof LegalHolds>;

/** Evidence of one deletion: how much of which class went under which policy. Never what it was, nor whose. */
export const DeletionCertificate = z
  .object({
    id: Id,
    key: RetentionKeyWord,
    ranOn: LocalDate,
    count: z.int(),
    keep: Period,
    policyVersion: Version,
    /** SHA-256 over the ids that went, sorted, one a line; hexadecimal. */
    digest: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'DeletionCertificate' });
export type DeletionCertificate = z.infer<typeof DeletionCertificate>;
export const DeletionCertificates = pageOf(DeletionCertificate, 'DeletionCertificates');
