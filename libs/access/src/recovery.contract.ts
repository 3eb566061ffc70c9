// Somebody lost their second factor, app and recovery codes alike. Whoever knows the password may ask; two administrators confirm, each
// with a reason, and the person can stop it from a letter.
import { Id, Instant, Version } from '@amity/kernel';
import * as z from 'zod';
import { SignIn } from './access.contract.js';

export const recoveryDays = 7;
/** How long the letter's link to sign in works after the second confirmation. */
export const recoveryLinkHours = 72;

export const AskForRecovery = SignIn.pick({ email: true, password: true }).meta({ id: 'AskForRecovery' });
export type AskForRecovery = z.infer<typeof AskForRecovery>;

/** Why an administrator is sure, or is not: how they know who asks. */
export const RecoveryAnswer = z.object({ reason: z.string().trim().min(10).max(500) }).meta({ id: 'RecoveryAnswer' });
export type RecoveryAnswer = z.infer<typeof RecoveryAnswer>;

export const RecoveryRequest = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    askedAt: Instant,
    expiresAt: Instant,
    device: z.string().describe('browser and system it was asked from, empty when unknown'),
    network: z.string().describe('network it was asked from, empty when unknown'),
    confirmed: z.object({ by: z.string(), at: Instant, reason: z.string(), isMe: z.boolean() }).nullable(),
    isMine: z.boolean().describe('it is about whoever reads'),
    confirmers: z.int().describe('how many people here could confirm it; with fewer than two it cannot be done here'),
    version: Version,
  })
  .meta({ id: 'RecoveryRequest' });
export type RecoveryRequest = z.infer<typeof RecoveryRequest>;

export const RecoveryRequestList = z.object({ items: z.array(RecoveryRequest) }).meta({ id: 'RecoveryRequestList' });
export type RecoveryRequestList = z.infer<typeof RecoveryRequestList>;

/** After an administrator's answer: `open` waits for another one. */
export const RecoveryStanding = z
  .object({ state: z.enum(['open', 'done', 'refused', 'stopped', 'expired']), version: Version })
  .meta({ id: 'RecoveryStanding' });
export type RecoveryStanding = z.infer<typeof RecoveryStanding>;
