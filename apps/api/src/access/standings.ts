// What somebody may do in an organization now: built-in roles and custom roles together, read anew at every request, so that a
// change of roles counts from the next one. A member whose access is suspended has no standing at all.
import { heldForAssigned, type Permission, permissionsWith, type Role } from '@amity/access';
import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { TenantTx } from '../database/tenant-tx.js';

export interface Standing {
  readonly membershipId: Id;
  readonly roles: Role[];
  readonly permissions: Permission[];
  readonly assignedOnly: Permission[];
}

@Injectable()
export class Standings {
  constructor(private readonly dataSource: DataSource) {}

  /** Null for a stranger and for a suspended member. */
  of(accountId: Id, organizationId: Id): Promise<Standing | null> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
      return toStanding(await manager.query<StandingRow[]>(standingSql, [organizationId, accountId]));
    });
  }

  /** The same inside an open transaction. */
  async within(tx: TenantTx, accountId: Id): Promise<Standing | null> {
    return toStanding(await tx.query<StandingRow>(standingSql, [accountId]));
  }
}

const standingSql = `
  select m.id, m.roles, array(
    select unnest(r.permissions) from access.membership_roles h
    join access.roles r on r.organization_id = h.organization_id and r.id = h.role_id
    where h.organization_id = m.organization_id and h.membership_id = m.id) as added
  from access.memberships m where m.organization_id = $1 and m.account_id = $2 and m.state = 'active'`;

function toStanding([row]: readonly StandingRow[]): Standing | null {
  if (!row) return null;
  return {
    membershipId: row.id,
    roles: row.roles,
    permissions: permissionsWith(row.roles, row.added),
    assignedOnly: heldForAssigned(row.roles, row.added),
  };
}

interface StandingRow {
  readonly id: Id;
  readonly roles: Role[];
  readonly added: string[];
}
