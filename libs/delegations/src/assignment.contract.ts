// A volunteer helps with some delegations, and meets no other.
import { Id, Instant, Version } from '@amity/kernel';
import * as z from 'zod';

export const AssignmentDraft = z.object({ accountId: Id }).meta({ id: 'AssignmentDraft' });
export type AssignmentDraft = z.infer<typeof AssignmentDraft>;

export const Assignment = z
  .object({ id: Id, accountId: Id, name: z.string(), since: Instant, version: Version })
  .meta({ id: 'Assignment' });
export type Assignment = z.infer<typeof Assignment>;

/** `volunteers`: who could be assigned as well. */
export const Assignments = z
  .object({ items: z.array(Assignment), volunteers: z.array(z.object({ accountId: Id, name: z.string() })) })
  .meta({ id: 'Assignments' });
export type Assignments = z.infer<typeof Assignments>;
