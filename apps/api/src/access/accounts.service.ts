// Accounts and where they belong: the first set-up, and what a signed-in person is told about themselves.
import type { Me, MemberActor, SetUp } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountEntity, OrganizationEntity } from './access.entities.js';
import type { Browser } from './browser.js';
import { csrfOf } from './csrf.js';
import { Founding } from './founding.js';
import { type OpenSession, Sessions } from './sessions.js';
import { Standings } from './standings.js';

@Injectable()
export class AccountsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: Sessions,
    private readonly standings: Standings,
    private readonly founding: Founding,
  ) {}

  /** @param token of the session that asks */
  me(actor: MemberActor, token: string): Promise<Me> {
    return this.describe(actor.accountId, actor.organizationId, token);
  }

  /** Who is signed in by this token, or null. */
  async whoIs(token: string): Promise<Me | null> {
    const actor = await this.sessions.actorOf(token);
    return actor && this.me(actor, token);
  }

  /** The session goes on in another organization of the same account, under a new token. */
  async switchTo(actor: MemberActor, session: OpenSession, organizationId: Id, browser: Browser): Promise<Me> {
    const memberships = await this.sessions.membershipsOf(actor.accountId);
    if (!memberships.some((m) => m.organizationId === organizationId)) throw new DomainError('access.organization_unknown');
    const token = await this.sessions.rotate(session.id, organizationId);
    browser.keep(token);
    return this.describe(actor.accountId, organizationId, token);
  }

  /** As `switchTo`, for the session the browser brought to a page that needs none. */
  async goOnIn(organizationId: Id, browser: Browser): Promise<Me> {
    const visit = await this.sessions.find(browser.token);
    if (!visit) throw new DomainError('access.sign_in_needed');
    return this.switchTo(visit.actor, visit.session, organizationId, browser);
  }

  async isSetUpNeeded(): Promise<boolean> {
    return (await this.dataSource.getRepository(AccountEntity).count()) === 0;
  }

  /** The first administrator of an empty installation; whoever comes second is refused. */
  async setUp(draft: SetUp, browser: Browser): Promise<Me> {
    const { accountId, organizationId } = await this.founding.foundAsFirst(draft);
    const token = await this.sessions.open(accountId, organizationId, browser.arrival('set_up'));
    browser.keep(token);
    return this.describe(accountId, organizationId, token);
  }

  async describe(accountId: Id, organizationId: Id, token: string): Promise<Me> {
    const account = await this.dataSource.getRepository(AccountEntity).findOneByOrFail({ id: accountId });
    const memberships = await this.sessions.membershipsOf(accountId);
    const organizations = await this.dataSource
      .createQueryBuilder(OrganizationEntity, 'o')
      .where('o.id = any(:ids)', { ids: memberships.map((m) => m.organizationId) })
      .orderBy('o.name')
      .getMany();
    const here = organizations.find((o) => o.id === organizationId);
    const standing = await this.standings.of(accountId, organizationId);
    if (!here || !standing) throw new DomainError('access.organization_unknown');
    return {
      account: { id: account.id, name: account.name, email: account.email },
      organization: here,
      organizations,
      roles: standing.roles,
      permissions: standing.permissions,
      csrf: csrfOf(token),
    };
  }
}
