import { type Permission, rolesWith } from '@amity/access';
import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { RecoveryEntity } from './access.entities.js';

export interface Addressee {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
}

export interface RecoveryRow {
  readonly id: Id;
  readonly account_id: Id;
  readonly name: string;
  readonly email: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly device: string;
  readonly network: string;
  readonly first_by: Id | null;
  readonly first_name: string | null;
  readonly first_reason: string | null;
  readonly first_at: Date | null;
  readonly confirmers: number;
  readonly version: number;
}

export const decider: Permission = 'access.manage_users';

/** Who may confirm request `r`: others who manage users, and did so here before it was asked. A newcomer is no second pair of eyes. */
const confirmersSql = `
  select m.account_id from access.memberships m
  where m.organization_id = r.organization_id and m.state = 'active' and m.account_id <> r.account_id and m.created_at < r.created_at
    and (m.roles && $2::text[] or exists (
      select from access.membership_roles h join access.roles c on c.organization_id = h.organization_id and c.id = h.role_id
      where h.organization_id = m.organization_id and h.membership_id = m.id and '${decider}' = any (c.permissions)))`;

/** The request is alive: asked within a week, and the factor it is about is still the one that was lost. */
const aliveSql = `
  r.state = 'open' and r.expires_at > now() and exists (
    select from identity.authenticators f where f.account_id = r.account_id and f.confirmed_at < r.created_at)`;

@Injectable()
export class RecoveriesRepository {
  /** Those that wait for an answer, oldest first. */
  waiting(tx: TenantTx): Promise<RecoveryRow[]> {
    return tx.query<RecoveryRow>(
      `select r.id, r.account_id, a.name, a.email, r.created_at, r.expires_at, r.device, r.network, r.first_by, b.name as first_name,
         r.first_reason, r.first_at, r.version, (select count(*)::int from (${confirmersSql}) c) as confirmers
       from access.recoveries r join identity.accounts a on a.id = r.account_id left join identity.accounts b on b.id = r.first_by
       where r.organization_id = $1 and ${aliveSql} order by r.id limit 200`,
      [rolesWith(decider)],
    );
  }

  async isAlive(tx: TenantTx, id: Id): Promise<boolean> {
    return (
      (await tx.query(`select 1 from access.recoveries r where r.organization_id = $1 and r.id = $2 and ${aliveSql}`, [id])).length > 0
    );
  }

  async mayConfirm(tx: TenantTx, id: Id, accountId: Id): Promise<boolean> {
    const found = await tx.query(
      `select 1 from access.recoveries r where r.organization_id = $1 and r.id = $3 and $4 in (${confirmersSql})`,
      [rolesWith(decider), id, accountId],
    );
    return found.length > 0;
  }

  /** Those who may decide about it, once: nobody when they were told already, or when it is over. */
  async toTell(tx: TenantTx, id: Id): Promise<{ asker: string; deciders: Addressee[] } | null> {
    const [claimed] = await tx.query<{ name: string }>(
      `with claimed as (update access.recoveries r set told_at = now()
         where r.organization_id = $1 and r.id = $2 and r.told_at is null and ${aliveSql} returning r.account_id)
       select a.name from claimed c join identity.accounts a on a.id = c.account_id`,
      [id],
    );
    if (!claimed) return null;
    const deciders = await tx.query<Addressee>(
      `select d.id, d.name, d.email from access.recoveries r join identity.accounts d on d.id in (${confirmersSql})
       where r.organization_id = $1 and r.id = $3 order by d.id`,
      [rolesWith(decider), id],
    );
    return { asker: claimed.name, deciders };
  }

  /** Whoever asks or stops for the same account at the same time waits. */
  async openOf(tx: TenantTx, accountId: Id): Promise<RecoveryEntity[]> {
    await tx.manager.query(`select 1 from identity.accounts where id = $1 for no key update`, [accountId]);
    return tx
      .from(RecoveryEntity, 'r')
      .where(`r.accountId = :accountId and r.state = 'open'`, { accountId })
      .setLock('pessimistic_write')
      .getMany();
  }

  /** App, recovery codes and every session go, and the waiting time after wrong tries; password and passkeys stay. */
  async removeFactor(tx: TenantTx, accountId: Id): Promise<void> {
    for (const table of ['authenticators', 'recovery_codes', 'sessions'])
      await tx.manager.query(`delete from identity.${table} where account_id = $1`, [accountId]);
    await tx.manager.query(
      `delete from identity.sign_in_tries where key = 'account:' || (select email from identity.accounts where id = $1)`,
      [accountId],
    );
  }
}
