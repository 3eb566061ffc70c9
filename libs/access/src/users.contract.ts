// The members of an organization as those who manage them see them.
import { Id, Instant, PageQuery, Version, pageOf, issue } from '@amity/kernel';
import * as z from 'zod';
import { Role } from './permissions.js';
import { NamedRole } from './roles.contract.js';

/** A suspended member keeps the roles and signs in nowhere in this organization. */
export const MembershipState = z.enum(['active', 'suspended']).meta({ id: 'MembershipState' });
export type MembershipState = z.infer<typeof MembershipState>;

export const User = z
  .object({
    /** Of the membership: the same account has another one in another organization. */
    id: Id,
    name: z.string(),
    email: z.string(),
    roles: z.array(Role),
    customRoles: z.array(NamedRole),
    state: MembershipState,
    lastSeenAt: Instant.nullable(),
    isMe: z.boolean(),
    version: Version,
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

export const UserPage = pageOf(User, 'UserPage');

/** `q` is looked for in names and e-mail addresses. */
export const UsersQuery = PageQuery.extend({ q: z.string().trim().max(100).optional() });
export type UsersQuery = z.infer<typeof UsersQuery>;

/** Built-in and custom roles of one member, each once; none at all is no membership. */
export const UserRoles = z
  .object({
    roles: z.array(Role).transform((given) => [...new Set(given)]),
    customRoleIds: z
      .array(Id)
      .max(50)
      .default([])
      .transform((given) => [...new Set(given)]),
  })
  .refine((given) => given.roles.length + given.customRoleIds.length > 0, { error: issue('roles_missing'), path: ['roles'] })
  .meta({ id: 'UserRoles' });
export type UserRoles = z.infer<typeof UserRoles>;
