// Signing in without a password: a link by mail, good for a quarter of an hour and for one use.
import * as z from 'zod';
import { EmailAddress } from './invitations.contract.js';

export const magicLinkMinutes = 15;

export const AskForMagicLink = z.object({ email: EmailAddress }).meta({ id: 'AskForMagicLink' });
export type AskForMagicLink = z.infer<typeof AskForMagicLink>;

export const UseMagicLink = z
  .object({ token: z.string().min(20).max(100), code: z.string().max(40).optional() })
  .meta({ id: 'UseMagicLink' });
export type UseMagicLink = z.infer<typeof UseMagicLink>;
