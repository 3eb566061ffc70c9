// Signing in by an account somebody has elsewhere: at their city, their school, their employer. One provider an installation
// (OpenID Connect). What counts is who it says they are, never which e-mail address it tells.
import { Id, Instant } from '@amity/kernel';
import * as z from 'zod';
import { Me } from './access.contract.js';
import { OwnPath } from './own-path.js';

/** How long somebody may take at the provider. */
export const providerMinutes = 10;

/** The provider of this installation by the name people know it by; null where there is none. */
export const SignInProvider = z.object({ name: z.string().nullable() }).meta({ id: 'SignInProvider' });
export type SignInProvider = z.infer<typeof SignInProvider>;

/** @property returnTo a path of this website; anything else counts as `/` */
export const ProviderSignIn = z.object({ returnTo: OwnPath }).meta({ id: 'ProviderSignIn' });
export type ProviderSignIn = z.infer<typeof ProviderSignIn>;

/** Where to send the browser now. */
export const ProviderRedirect = z.object({ url: z.url() }).meta({ id: 'ProviderRedirect' });
export type ProviderRedirect = z.infer<typeof ProviderRedirect>;

/** What the provider sent the browser back with: everything behind the question mark, as it came. */
export const ProviderAnswer = z.object({ query: z.string().max(8000) }).meta({ id: 'ProviderAnswer' });
export type ProviderAnswer = z.infer<typeof ProviderAnswer>;

/** The second factor, after the provider said who it is. */
export const ProviderCode = z.object({ code: z.string().trim().min(1).max(40) }).meta({ id: 'ProviderCode' });
export type ProviderCode = z.infer<typeof ProviderCode>;

/** Somebody signed in and goes on at a path of this website, or linked the provider's account to the one they are signed in to. */
export const ProviderOutcome = z
  .object({ outcome: z.enum(['signed_in', 'linked']), me: Me, returnTo: z.string() })
  .meta({ id: 'ProviderOutcome' });
export type ProviderOutcome = z.infer<typeof ProviderOutcome>;

/** An account elsewhere that signs in to one's account here. */
export const LinkedIdentity = z
  .object({
    id: Id,
    label: z.string().describe('how the provider called its owner when it was linked'),
    issuer: z.string(),
    linkedAt: Instant,
    usedAt: Instant.nullable(),
  })
  .meta({ id: 'LinkedIdentity' });
export type LinkedIdentity = z.infer<typeof LinkedIdentity>;

export const LinkedIdentityList = z.object({ items: z.array(LinkedIdentity) }).meta({ id: 'LinkedIdentityList' });
export type LinkedIdentityList = z.infer<typeof LinkedIdentityList>;
