import { Id, Instant, LocalDate, PageQuery, pageOf } from '@amity/kernel';
import * as z from 'zod';
import { ReadPurpose } from './read-purposes.js';

export const auditActions = ['created', 'changed', 'removed', 'read', 'exported'] as const;
export const AuditAction = z.enum(auditActions).meta({ id: 'AuditAction' });
export type AuditAction = z.infer<typeof AuditAction>;

/** Why something was done, in somebody's own words. */
export const AuditReason = z.string().trim().min(3).max(500);

/** One entry of the audit log: who did what to which record, when, why, for whom, and what it looked like before and after. */
export const AuditEntry = z
  .object({
    id: Id,
    number: z.int().min(1).describe('1, 2, 3 … in the organization, without gaps'),
    at: Instant,
    actor: z.string(),
    onBehalfOf: z.object({ id: Id, name: z.string() }).nullable().describe('the person for whom the actor did it'),
    reason: z.string().nullable(),
    action: AuditAction,
    purpose: ReadPurpose.nullable().describe('why sensitive fields were read; null unless `action` is `read`'),
    fields: z.array(z.string()).nullable().describe('which fields were read; null unless `action` is `read`'),
    subject: z.string().describe('`<area>.<table>` of the record'),
    subjectId: Id,
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditPage = pageOf(AuditEntry, 'AuditPage');

/** Which entries: every part that is given narrows. Dates are whole days in the organization's zone, both included. */
export const AuditFilter = z.object({
  subjectId: Id.optional(),
  subject: z
    .string()
    .regex(/^[a-z_]+(\.[a-z_]+)?$/)
    .optional()
    .describe('an area, or one table of it: `people` or `people.people`'),
  action: AuditAction.optional(),
  who: z.string().trim().min(1).max(120).optional().describe('part of the name of whoever acted, or of the person for whom'),
  reason: z.string().trim().min(1).max(120).optional().describe('part of the reason'),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const AuditQuery = PageQuery.extend(AuditFilter.shape);
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditExport = AuditFilter.extend({
  format: z.enum(['csv', 'xlsx']),
  reason: AuditReason,
  reasonContains: AuditFilter.shape.reason,
}).meta({ id: 'AuditExport', description: '`reason` says why the log leaves Amity and is written into it; `reasonContains` filters' });
export type AuditExport = z.infer<typeof AuditExport>;
