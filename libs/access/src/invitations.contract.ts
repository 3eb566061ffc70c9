// Somebody is asked to join, by a letter to their address. What an invitation says never depends on whether that address has an
// account already: only whoever holds the letter learns what to do.
import { Id, Instant, pageOf, Version, issue } from '@amity/kernel';
import * as z from 'zod';
import { judgePassword } from './chosen-password.js';
import { shortestPassword } from './password.rules.js';
import { Role } from './permissions.js';
import { NamedRole } from './roles.contract.js';

export const invitationDays = 7;

export const EmailAddress = z.string().trim().max(254).toLowerCase().pipe(z.email());

export const InvitationDraft = z
  .object({
    email: EmailAddress,
    roles: z.array(Role).transform((given) => [...new Set(given)]),
    customRoleIds: z
      .array(Id)
      .max(50)
      .default([])
      .transform((given) => [...new Set(given)]),
  })
  .refine((given) => given.roles.length + given.customRoleIds.length > 0, { error: issue('roles_missing'), path: ['roles'] })
  .meta({ id: 'InvitationDraft' });
export type InvitationDraft = z.infer<typeof InvitationDraft>;

export const MemberInvitation = z
  .object({
    id: Id,
    email: z.string(),
    roles: z.array(Role),
    customRoles: z.array(NamedRole),
    invitedBy: z.string(),
    expiresAt: Instant,
    isExpired: z.boolean(),
    version: Version,
  })
  .meta({ id: 'MemberInvitation' });
export type MemberInvitation = z.infer<typeof MemberInvitation>;

export const MemberInvitationPage = pageOf(MemberInvitation, 'MemberInvitationPage');

/** What the letter's link shows: who asks whom to be what. */
export const MyInvitation = z
  .object({
    organization: z.string(),
    invitedBy: z.string(),
    email: z.string(),
    roles: z.array(Role),
    customRoles: z.array(z.string()),
    /** These roles sign in with a password; the others may do with links by mail. */
    needsPassword: z.boolean(),
  })
  .meta({ id: 'MyInvitation' });
export type MyInvitation = z.infer<typeof MyInvitation>;

export const AcceptInvitation = z
  .object({
    name: z.string().trim().min(1).max(120),
    password: z
      .string()
      .max(200)
      .nullish()
      .transform((value) => value || null)
      .refine((value) => value === null || [...value].length >= shortestPassword, issue('password_short')),
  })
  .superRefine(({ name, password }, context) => {
    // The address stands in the invitation, so the api looks at that as well
    if (password !== null) judgePassword(password, { name, email: '' }, context);
  })
  .meta({ id: 'AcceptInvitation' });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

const withoutPassword: readonly Role[] = ['host', 'delegate', 'volunteer', 'partner_coordinator'];

/** Whoever works with other people's records signs in with a password; who sees little besides their own may do with links by mail. */
export function needsPassword(roles: readonly Role[], customRoles: number): boolean {
  return customRoles > 0 || roles.some((role) => !withoutPassword.includes(role));
}
