import { Id, Instant } from '@amity/kernel';
import * as z from 'zod';

/** How somebody showed who they are when a session began. */
export const sessionMethods = [
  'set_up',
  'password',
  'password_and_code',
  'password_and_recovery_code',
  'passkey',
  'link',
  'provider',
] as const;
export const SessionMethod = z.enum(sessionMethods).meta({ id: 'SessionMethod' });
export type SessionMethod = z.infer<typeof SessionMethod>;

/** One device that is signed in to an account, as its owner sees it. */
export const Session = z
  .object({
    id: Id,
    device: z.string().describe('browser and system, empty when unknown'),
    network: z.string().describe('the network it signed in from, empty when unknown'),
    method: SessionMethod,
    openedAt: Instant,
    seenAt: Instant,
    isThis: z.boolean().describe('the session that asks'),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

export const SessionList = z.object({ items: z.array(Session) }).meta({ id: 'SessionList' });
export type SessionList = z.infer<typeof SessionList>;
