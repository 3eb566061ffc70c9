// The danger is over, or the person asks for it: a protection ends, and the record bears the real name again. Two people agree, each with
// a reason. For those alone who may open real names.
import { Id, Instant } from '@amity/kernel';
import * as z from 'zod';
import { sealedReason } from './protection.contract.js';

/** `withdrawn`: the person hid their name again while it was asked for, so nothing came of it. */
export const EndingState = z.enum(['requested', 'ended', 'refused', 'withdrawn']).meta({ id: 'EndingState' });
export type EndingState = z.infer<typeof EndingState>;

export const EndingDraft = z.object({ reason: sealedReason }).meta({ id: 'EndingDraft' });
export type EndingDraft = z.infer<typeof EndingDraft>;

export const EndingDecision = z.object({ decision: z.enum(['ended', 'refused']), reason: sealedReason }).meta({ id: 'EndingDecision' });
export type EndingDecision = z.infer<typeof EndingDecision>;

export const ProtectionEnding = z
  .object({
    id: Id,
    personId: Id,
    name: z.string().describe('as the record bears it now: the pseudonym until the protection has ended'),
    state: EndingState,
    reason: z.string(),
    requestedBy: z.string(),
    requestedAt: Instant,
    isMine: z.boolean().describe('whoever asks does not decide'),
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    answer: z.string().nullable().describe('why the other one agreed or refused'),
  })
  .meta({ id: 'ProtectionEnding' });
export type ProtectionEnding = z.infer<typeof ProtectionEnding>;

export const ProtectionEndings = z.object({ items: z.array(ProtectionEnding) }).meta({ id: 'ProtectionEndings' });
export type ProtectionEndings = z.infer<typeof ProtectionEndings>;
