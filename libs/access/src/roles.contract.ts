// Roles an organization makes itself, from the one list of permissions; and who may see something, and why.
import { Id, Version, issue } from '@amity/kernel';
import * as z from 'zod';
import { Permission, permissions, Role } from './permissions.js';

/** Several permissions, each once and in the list's order. */
export const Permissions = z
  .array(Permission)
  .min(1, issue('permissions_missing'))
  .transform((given) => permissions.filter((p) => given.includes(p)));

export const RoleName = z.string().trim().min(1, issue('role_name_missing')).max(60);

export const CustomRoleDraft = z.object({ name: RoleName, permissions: Permissions }).meta({ id: 'CustomRoleDraft' });
export type CustomRoleDraft = z.infer<typeof CustomRoleDraft>;

export const CustomRole = z
  .object({ id: Id, name: z.string(), permissions: z.array(Permission), members: z.int(), version: Version })
  .meta({ id: 'CustomRole' });
export type CustomRole = z.infer<typeof CustomRole>;

/** All roles of the organization with how many members hold each: the eight built-in ones, then its own by name. */
export const RoleList = z
  .object({
    builtIn: z.array(z.object({ role: Role, permissions: z.array(Permission), members: z.int() })),
    custom: z.array(CustomRole),
  })
  .meta({ id: 'RoleList' });
export type RoleList = z.infer<typeof RoleList>;

/** A role's id and name, where no more is needed. */
export const NamedRole = z.object({ id: Id, name: z.string() }).meta({ id: 'NamedRole' });
export type NamedRole = z.infer<typeof NamedRole>;

export const ReadersQuery = z.object({ permission: Permission });

/** Who holds a permission, and by which of their roles. */
export const Readers = z
  .object({
    permission: Permission,
    people: z.array(z.object({ membershipId: Id, name: z.string(), roles: z.array(Role), customRoles: z.array(z.string()) })),
  })
  .meta({ id: 'Readers' });
export type Readers = z.infer<typeof Readers>;
