// The one list of permissions: the api's guard and the web's buttons both read it.
// A permission is `<area>.<verb phrase>`; roles are bundles of permissions, never checked by name.
import * as z from 'zod';

export const permissions = [
  'access.manage_users',
  'access.manage_roles',
  'access.manage_tokens',
  'access.manage_chapters',
  'audit.read',
  'audit.export',
  'privacy.read_sensitive',
  'privacy.edit_sensitive',
  'privacy.protect',
  'privacy.reveal',
  'privacy.manage_consents',
  'privacy.handle_requests',
  'privacy.manage_retention',
  'messages.read_outbox',
  'interchange.import',
  'interchange.see_jobs',
  'people.read',
  'people.edit',
  'partnerships.read',
  'partnerships.edit',
  'delegations.read',
  'delegations.edit',
  'delegations.share',
  'delegations.read_shared',
  'delegations.read_own',
  'hosting.read',
  'hosting.read_own',
  'hosting.edit',
  'hosting.screen',
  'placements.read',
  'placements.place',
  'visits.read',
  'visits.schedule',
  'visits.publish',
  'outcomes.read',
  'outcomes.edit',
  'overview.read',
  'overview.read_chapters',
] as const;

export const Permission = z.enum(permissions).meta({ id: 'Permission' });
export type Permission = z.infer<typeof Permission>;

export const roles = [
  'administrator',
  'coordinator',
  'program_officer',
  'safeguarding_lead',
  'volunteer',
  'host',
  'delegate',
  'partner_coordinator',
] as const;
export const Role = z.enum(roles).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

const staffReads = permissions.filter((p) => p.endsWith('.read') && p !== 'audit.read');

/** A second pair of eyes: an administrator manages accounts and policies, and still never learns who is protected. */
const safeguardingAlone: readonly Permission[] = ['privacy.protect', 'privacy.reveal'];

/** What people hold who see their own record, or what was shared with them, and nothing else. */
export const scopedPermissions: readonly Permission[] = ['delegations.read_shared', 'delegations.read_own', 'hosting.read_own'];

/** What each role may do. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: permissions.filter((p) => !safeguardingAlone.includes(p) && !scopedPermissions.includes(p)),
  coordinator: [
    ...staffReads,
    'interchange.import',
    'interchange.see_jobs',
    'messages.read_outbox',
    'people.edit',
    'partnerships.edit',
    'delegations.edit',
    'delegations.share',
    'hosting.edit',
    'hosting.screen',
    'privacy.read_sensitive',
    'privacy.edit_sensitive',
    'privacy.manage_consents',
    'placements.place',
    'visits.schedule',
    'visits.publish',
  ],
  program_officer: [...staffReads, 'interchange.see_jobs', 'outcomes.edit', 'audit.read', 'overview.read_chapters'],
  safeguarding_lead: [
    ...staffReads,
    'hosting.screen',
    'audit.read',
    'privacy.read_sensitive',
    'privacy.edit_sensitive',
    'privacy.protect',
    'privacy.reveal',
    'privacy.manage_consents',
    'privacy.handle_requests',
  ],
  volunteer: ['overview.read', 'delegations.read', 'visits.read'],
  host: ['hosting.read_own'],
  delegate: ['delegations.read_own'],
  partner_coordinator: ['delegations.read_shared'],
};

/** The permissions of somebody with these roles, in the list's order. */
export function permissionsFor(held: readonly Role[]): Permission[] {
  return permissionsWith(held, []);
}

/** The permissions of somebody with these roles and with what custom roles add; a word the list does not know gives nothing. */
export function permissionsWith(held: readonly Role[], added: readonly string[]): Permission[] {
  const all = new Set<string>([...held.flatMap((role) => permissionsOf[role]), ...added]);
  return permissions.filter((p) => all.has(p));
}

/** The built-in roles that give a permission. */
export function rolesWith(permission: Permission): Role[] {
  return roles.filter((role) => permissionsOf[role].includes(permission));
}
