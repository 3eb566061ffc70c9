// How an organization begins, and how an account comes to belong to it without an invitation. Organization, account and membership are
// written in one transaction: an account of nowhere would bar every set-up after it.
import type { OrganizationDraft, Role, SetUp } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { violationOf } from '../database/constraint-violation.js';
import { newId } from '../database/new-id.js';
import { Tenants } from '../database/tenants.js';
import { AccountEntity, MembershipEntity, OrganizationEntity } from './access.entities.js';
import { hashPassword } from './passwords.js';

/** Somebody who has no account yet. */
type Newcomer = Pick<SetUp, 'name' | 'email' | 'password'>;

export interface Founded {
  readonly accountId: Id;
  readonly organizationId: Id;
}

@Injectable()
export class Founding {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tenants: Tenants,
  ) {}

  /** The first organization of an empty installation with its administrator; whoever comes second is refused. */
  foundAsFirst(draft: SetUp, roles: Role[] = ['administrator']): Promise<Founded> {
    return this.begin(draft, draft, roles, async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(7263002)`); // two first administrators at once: one goes first, the other is refused
      if ((await manager.getRepository(AccountEntity).count()) > 0) throw new DomainError('access.already_set_up');
    });
  }

  /** Another organization beside those that are there. @param member somebody new, or the account of somebody who is here already */
  found(draft: OrganizationDraft, member: Newcomer | Id, roles: Role[] = ['administrator']): Promise<Founded> {
    return this.begin(draft, member, roles, () => Promise.resolve());
  }

  /** Another account in an organization that exists. */
  async addMember(organizationId: Id, member: Newcomer, roles: Role[]): Promise<Id> {
    const account = await accountOf(member);
    await this.dataSource.transaction(async (manager) => {
      await manager.getRepository(AccountEntity).insert(account);
      await this.join(manager, organizationId, account.id, roles);
    });
    return account.id;
  }

  private async begin(
    { organizationName: name, slug, zone }: OrganizationDraft,
    member: Newcomer | Id,
    roles: Role[],
    check: (manager: EntityManager) => Promise<void>,
  ): Promise<Founded> {
    const organizationId = newId();
    const newcomer = typeof member === 'string' ? null : await accountOf(member);
    const accountId = newcomer?.id ?? (member as Id);
    try {
      await this.dataSource.transaction(async (manager) => {
        await check(manager);
        await manager.getRepository(OrganizationEntity).insert({ id: organizationId, name, slug, zone });
        if (newcomer) await manager.getRepository(AccountEntity).insert(newcomer);
        await this.join(manager, organizationId, accountId, roles);
      });
    } catch (error) {
      if (violationOf(error)?.constraint === 'organizations_slug_key') throw new DomainError('access.slug_taken', { slug });
      throw error;
    }
    return { accountId, organizationId };
  }

  /** The membership and its audit entry, in a transaction that began before there was a tenant. */
  private async join(manager: EntityManager, organizationId: Id, accountId: Id, roles: Role[]): Promise<void> {
    if (!manager.queryRunner) throw new Error('A membership is written inside a transaction.');
    await this.tenants.writeWithin(manager.queryRunner, { kind: 'system', organizationId, name: 'access' }, (tx) =>
      tx.insert(MembershipEntity, { accountId, roles }),
    );
  }
}

async function accountOf({ name, email, password }: Newcomer): Promise<Pick<AccountEntity, 'id' | 'name' | 'email' | 'passwordHash'>> {
  return { id: newId(), name, email, passwordHash: await hashPassword(password) };
}
