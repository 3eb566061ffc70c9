// Keys for other programs: named, limited to some permissions, ending on a day. A token is shown once, when it is made.
import { Id, Instant, pageOf, Version, issue } from '@amity/kernel';
import * as z from 'zod';
import { tokenScopes } from './granting.rules.js';
import { Permission } from './permissions.js';
import { Permissions } from './roles.contract.js';

export const ApiTokenDraft = z
  .object({
    name: z.string().trim().min(1, issue('token_name_missing')).max(60),
    scopes: Permissions.refine((given) => given.every((p) => tokenScopes.includes(p)), issue('token_scope_unfit')),
    days: z.int().min(1).max(365, issue('token_too_long')),
  })
  .meta({ id: 'ApiTokenDraft' });
export type ApiTokenDraft = z.infer<typeof ApiTokenDraft>;

export const ApiToken = z
  .object({
    id: Id,
    name: z.string(),
    scopes: z.array(Permission),
    owner: z.string(),
    createdAt: Instant,
    expiresAt: Instant,
    lastUsedAt: Instant.nullable(),
    version: Version,
  })
  .meta({ id: 'ApiToken' });
export type ApiToken = z.infer<typeof ApiToken>;

export const ApiTokenPage = pageOf(ApiToken, 'ApiTokenPage');

/** `secret` is null when the same request came twice: it was shown once. */
export const NewApiToken = ApiToken.extend({ secret: z.string().nullable() }).meta({ id: 'NewApiToken' });
export type NewApiToken = z.infer<typeof NewApiToken>;
