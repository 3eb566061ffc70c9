// Every handler says who may call it. The guard refuses a handler that says nothing, and a census test pins the public ones.
import type { LinkPurpose, Permission } from '@amity/access';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { Described } from './described.js';

export type Policy =
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'signed_in' }
  | { readonly kind: 'link'; readonly purpose: LinkPurpose }
  | { readonly kind: 'public'; readonly why: string };

export const POLICY = 'amity:policy';

/** A member whose roles include the permission. */
export const Can = (permission: Permission) => declare({ kind: 'permission', permission });

/** Any member of the organization: for what is about oneself. */
export const SignedIn = () => declare({ kind: 'signed_in' });

/** Whoever holds a personal link for this purpose; the token comes in the `X-Amity-Link` header or as `:token` in the path. */
export const ByLink = (purpose: LinkPurpose) => declare({ kind: 'link', purpose });

/** Everybody; `why` stands in the census of public routes. */
export const Public = (why: string) => declare({ kind: 'public', why });

export const CONFIRMED = 'amity:confirmed';

/**
 * Beside one of the above, for a dangerous act: the session's owner showed within the last ten minutes that it is really them (signing
 * in counts). Otherwise `access.confirm_needed`; the web then asks, and repeats the request by itself.
 */
export const Confirmed = () =>
  applyDecorators(
    SetMetadata(CONFIRMED, true),
    Described(({ ApiExtension }) => ApiExtension('x-amity-confirmed', true)),
  );

function declare(policy: Policy) {
  return applyDecorators(
    SetMetadata(POLICY, policy),
    Described(({ ApiExtension }) => ApiExtension('x-amity-policy', policy)),
  );
}
