// Nobody gives a permission they do not hold, nor takes one away: whoever manages users cannot lift themselves or a friend above
// what they are. Two exceptions, both narrower than what they are exceptions from. What people see of their own record or of what
// was shared with them may be given by anybody who manages users. And an administrator appoints the safeguarding lead, by that
// role alone and never to themselves (nobody changes their own membership), because otherwise nobody could be the first.
import type { Id } from '@amity/kernel';
import { type Permission, permissions, permissionsOf, type Role, roles, scopedPermissions } from './permissions.js';

type Held = ReadonlySet<Permission>;

/** A custom role as far as giving it goes. */
export interface GivenRole {
  readonly id: Id;
  readonly permissions: readonly Permission[];
}

/** What a member is: built-in roles, and roles the organization made itself. */
export interface RolesHeld {
  readonly roles: readonly Role[];
  readonly custom: readonly GivenRole[];
}

/** Which of `given` somebody who holds `held` cannot give, in the list's order; `[]` when all can be given. */
export function beyond(held: Held, given: readonly Permission[]): Permission[] {
  return permissions.filter((p) => given.includes(p) && !held.has(p) && !scopedPermissions.includes(p));
}

/** The same for a built-in role as a whole. */
export function beyondRole(held: Held, role: Role): Permission[] {
  const isAdministrator = permissionsOf.administrator.every((p) => held.has(p));
  return role === 'safeguarding_lead' && isAdministrator ? [] : beyond(held, permissionsOf[role]);
}

/** What stands against making `before` into `after`: what is given and what is taken both count, what stays does not. */
export function beyondChange(held: Held, before: RolesHeld, after: RolesHeld): Permission[] {
  const builtIn = roles.filter((role) => before.roles.includes(role) !== after.roles.includes(role));
  const [was, is] = [new Set(before.custom.map((r) => r.id)), new Set(after.custom.map((r) => r.id))];
  const custom = [...before.custom.filter((r) => !is.has(r.id)), ...after.custom.filter((r) => !was.has(r.id))];
  const missing = new Set([...builtIn.flatMap((role) => beyondRole(held, role)), ...custom.flatMap((r) => beyond(held, r.permissions))]);
  return permissions.filter((p) => missing.has(p));
}

/** What a token may be for: never users, roles or tokens, so that a stolen one cannot make another. */
export const tokenScopes: readonly Permission[] = permissions.filter((p) => !p.startsWith('access.'));

/** What a token may do now: its scopes, as far as its owner still holds them. */
export function permissionsOfToken(scopes: readonly Permission[], owner: Held): Permission[] {
  return tokenScopes.filter((p) => scopes.includes(p) && owner.has(p));
}
