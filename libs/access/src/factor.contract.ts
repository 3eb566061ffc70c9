import { Instant, issue } from '@amity/kernel';
import * as z from 'zod';
import { ChosenPassword } from './chosen-password.js';
import { PasskeyAnswer } from './passkey.contract.js';

/** What protects an account, as its owner sees it. */
export const Protection = z
  .object({
    hasPassword: z.boolean(),
    authenticatorSince: Instant.nullable().describe('when the authenticator app was added; null without one'),
    recoveryCodesLeft: z.int().min(0),
    passkeys: z.int().min(0),
  })
  .meta({ id: 'Protection' });
export type Protection = z.infer<typeof Protection>;

/** What an authenticator app needs to know; shown once, while it is being added. */
export const AuthenticatorStart = z
  .object({ secret: z.string().describe('base32, to type by hand'), uri: z.string().describe('otpauth://, to show as a QR code') })
  .meta({ id: 'AuthenticatorStart' });
export type AuthenticatorStart = z.infer<typeof AuthenticatorStart>;

/** The first code the new app shows: only then it counts. */
export const AuthenticatorConfirmation = z.object({ code: z.string().trim().min(1).max(40) }).meta({ id: 'AuthenticatorConfirmation' });
export type AuthenticatorConfirmation = z.infer<typeof AuthenticatorConfirmation>;

/** Shown once; only their hashes are kept. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** "It is really me", in one of these ways. */
export const Confirmation = z
  .object({
    password: z.string().min(1).max(200).optional(),
    code: z.string().trim().min(1).max(40).optional(),
    passkey: PasskeyAnswer.optional(),
  })
  .refine((ways) => Object.values(ways).filter((way) => way !== undefined).length === 1, issue('proof_unclear'))
  .meta({ id: 'Confirmation' });
export type Confirmation = z.infer<typeof Confirmation>;

export const PasswordChange = z
  .object({
    oldPassword: z.string().min(1).max(200),
    newPassword: ChosenPassword,
  })
  .meta({ id: 'PasswordChange' });
export type PasswordChange = z.infer<typeof PasswordChange>;
