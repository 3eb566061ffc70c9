import { issue } from '@amity/kernel';
import * as z from 'zod';
import { type Owner, shortestPassword, weaknessOf } from './password.rules.js';

/** A password somebody chooses, as far as it can be judged without knowing who they are. */
export const ChosenPassword = z.string().min(shortestPassword, issue('password_short')).max(200);

const words = { common: issue('password_common'), personal: issue('password_personal') };

/** Says beside `password` what speaks against it, in a schema that knows its owner. That it is short the field says itself. */
export function judgePassword(password: string, owner: Owner, context: z.RefinementCtx): void {
  const weakness = weaknessOf(password, owner);
  if (weakness && weakness !== 'short') context.addIssue({ code: 'custom', path: ['password'], message: words[weakness] });
}
