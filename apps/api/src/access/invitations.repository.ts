import type { NamedRole, Role } from '@amity/access';
import type { Id, Page, PageQuery } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { InvitationEntity } from './access.entities.js';

export interface InvitationRow {
  readonly id: Id;
  readonly email: string;
  readonly roles: Role[];
  readonly custom_roles: NamedRole[];
  readonly invited_by: string;
  readonly expires_at: Date;
  readonly is_expired: boolean;
  readonly version: number;
}

@Injectable()
export class InvitationsRepository {
  /** Those nobody accepted or withdrew, newest first. */
  async open(tx: TenantTx, page: PageQuery): Promise<Page<InvitationRow>> {
    const open = tx.from(InvitationEntity, 'i').where(`i.state = 'open'`);
    const found = await keysetPage(open, [{ by: 'i.id', type: 'uuid', descending: true }], page, (i) => [i.id]);
    const ids = found.items.map((i) => i.id);
    return { ...found, items: await this.rows(tx, ids) };
  }

  rows(tx: TenantTx, ids: readonly Id[]): Promise<InvitationRow[]> {
    return tx.query<InvitationRow>(
      `select i.id, i.email, i.roles, i.version, i.expires_at, i.expires_at <= now() as is_expired, a.name as invited_by,
         coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name) order by r.name, r.id)
           from access.roles r where r.organization_id = $1 and r.id = any (i.custom_role_ids)), '[]') as custom_roles
       from access.invitations i join identity.accounts a on a.id = i.invited_by
       where i.organization_id = $1 and i.id = any ($2::uuid[]) order by i.id desc`,
      [ids],
    );
  }

  async isMember(tx: TenantTx, email: string): Promise<boolean> {
    const found = await tx.query(
      `select 1 from access.memberships m join identity.accounts a on a.id = m.account_id where m.organization_id = $1 and a.email = $2`,
      [email],
    );
    return found.length > 0;
  }
}
