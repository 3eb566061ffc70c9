// A job is work that takes longer than a second: it says how far it is, can be cancelled, and leaves its result.
import { Id, Instant, ProblemDetails, transitions } from '@amity/kernel';
import * as z from 'zod';

export const JobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']).meta({ id: 'JobState' });
export type JobState = z.infer<typeof JobState>;

export const jobStates = transitions<JobState>({
  queued: ['running', 'cancelled'],
  running: ['done', 'failed', 'cancelled', 'queued'],
  done: [],
  failed: [],
  cancelled: [],
});

export const Job = z
  .object({
    id: Id,
    kind: z.string(),
    title: z.string(),
    state: JobState,
    done: z.int(),
    total: z.int().nullable(),
    cancelRequested: z.boolean(),
    result: z.unknown().nullable(),
    problem: ProblemDetails.nullable(),
    createdAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Job' });
export type Job = z.infer<typeof Job>;

export const JobList = z.object({ items: z.array(Job) }).meta({ id: 'JobList' });
export type JobList = z.infer<typeof JobList>;

/** `running` asks for everything not yet ended. */
export const JobQuery = z.object({ state: z.enum(['running', 'all']).default('all') });
export type JobQuery = z.infer<typeof JobQuery>;
