import { Id, Instant } from '@amity/kernel';
import * as z from 'zod';

// WebAuthn's own shapes (Level 3, "JSON" dictionaries), as far as Amity uses them: a passkey that the device finds by itself, whose owner
// is verified every time, without attestation.

const Base64Url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000);
const Transports = z.array(z.string().max(30)).max(10);
const PublicKey = z.literal('public-key');

export const PasskeyCreation = z
  .object({
    challenge: Base64Url,
    rp: z.object({ id: z.string().optional(), name: z.string() }),
    user: z.object({ id: Base64Url, name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ type: PublicKey, alg: z.int() })),
    timeout: z.int().optional(),
    excludeCredentials: z.array(z.object({ type: PublicKey, id: Base64Url, transports: Transports.optional() })).optional(),
    authenticatorSelection: z.object({
      residentKey: z.literal('required'),
      requireResidentKey: z.boolean().optional(),
      userVerification: z.literal('required'),
    }),
    attestation: z.literal('none'),
  })
  .meta({ id: 'PasskeyCreation', description: 'for navigator.credentials.create' });
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;

export const PasskeyRequest = z
  .object({ challenge: Base64Url, rpId: z.string(), timeout: z.int().optional(), userVerification: z.literal('required') })
  .meta({ id: 'PasskeyRequest', description: 'for navigator.credentials.get' });
export type PasskeyRequest = z.infer<typeof PasskeyRequest>;

const credential = { id: Base64Url, rawId: Base64Url, type: PublicKey, clientExtensionResults: z.object({}) };

/** What the device answers to `PasskeyRequest`. */
export const PasskeyAnswer = z
  .object({
    ...credential,
    response: z.object({
      clientDataJSON: Base64Url,
      authenticatorData: Base64Url,
      signature: Base64Url,
      userHandle: Base64Url.optional(),
    }),
  })
  .meta({ id: 'PasskeyAnswer' });
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

const PasskeyName = z.string().trim().min(1).max(60);

/** What the device answers to `PasskeyCreation`, and what its owner calls it. */
export const PasskeyDraft = z
  .object({
    name: PasskeyName,
    credential: z.object({
      ...credential,
      response: z.object({ clientDataJSON: Base64Url, attestationObject: Base64Url, transports: Transports.optional() }),
    }),
  })
  .meta({ id: 'PasskeyDraft' });
export type PasskeyDraft = z.infer<typeof PasskeyDraft>;

export const PasskeyRename = z.object({ name: PasskeyName }).meta({ id: 'PasskeyRename' });
export type PasskeyRename = z.infer<typeof PasskeyRename>;

export const Passkey = z
  .object({
    id: Id,
    name: z.string(),
    isSynced: z.boolean().describe('kept by the owner’s account at Apple, Google or a password manager, so that it outlives the device'),
    addedAt: Instant,
    usedAt: Instant.nullable(),
  })
  .meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof Passkey>;

export const PasskeyList = z.object({ items: z.array(Passkey) }).meta({ id: 'PasskeyList' });
export type PasskeyList = z.infer<typeof PasskeyList>;
