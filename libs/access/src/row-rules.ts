// Which rows somebody meets who holds a permission only for what is theirs. A rule is a small predicate over a reader and a row; rules are
// composed, and each stands in the database as a function of the same name. Tests across areas hold the two together.
import { type Permission, permissionsOf, permissionsWith, type Role } from './permissions.js';

/** `all`: every delegation of the organization; `assigned`: those a volunteer was assigned to. */
export type Reach = 'all' | 'assigned';

/** Roles that reach only the delegations their holders were assigned to. */
export const assignedRoles: readonly Role[] = ['volunteer'];

export type RowRule<Reader, Row> = (reader: Reader, row: Row) => boolean;

/** One of the rules is enough; without any, nobody passes. */
export function anyOf<Reader, Row>(...rules: readonly RowRule<Reader, Row>[]): RowRule<Reader, Row> {
  return (reader, row) => rules.some((rule) => rule(reader, row));
}

/** Every rule must hold; `allOf` of no rule would let everybody in, so it lets nobody in. */
export function allOf<Reader, Row>(...rules: readonly RowRule<Reader, Row>[]): RowRule<Reader, Row> {
  return (reader, row) => rules.length > 0 && rules.every((rule) => rule(reader, row));
}

/** What is held only through `assignedRoles`: a second role, or a role of the organization's own, that gives the same gives it for everything. */
export function heldForAssigned(held: readonly Role[], added: readonly string[]): Permission[] {
  const everywhere = new Set(
    permissionsWith(
      held.filter((role) => !assignedRoles.includes(role)),
      added,
    ),
  );
  const assigned = new Set(held.filter((role) => assignedRoles.includes(role)).flatMap((role) => permissionsOf[role]));
  return [...assigned].filter((permission) => !everywhere.has(permission));
}

/** How far a request reaches. Without a permission of its own (what is about oneself) it reaches as little as its narrowest one. */
export function reachOf(permission: Permission | null, assignedOnly: ReadonlySet<Permission>): Reach {
  if (permission === null) return assignedOnly.size > 0 ? 'assigned' : 'all';
  return assignedOnly.has(permission) ? 'assigned' : 'all';
}
