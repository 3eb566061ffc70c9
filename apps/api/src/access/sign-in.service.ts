// Signing in. What is answered, and how long it takes, never tells whether an account exists. A sign-in always begins a new
// session and ends the one the browser had: a session that somebody planted there becomes nobody's.
import type { Me, PasskeyAnswer, PasskeyRequest, SessionMethod, SignIn } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountEntity } from './access.entities.js';
import { AccountsService } from './accounts.service.js';
import type { Browser } from './browser.js';
import { PasskeyCheck } from './passkey-check.js';
import { isPassword } from './passwords.js';
import { SecondFactor } from './second-factor.js';
import { Sessions } from './sessions.js';
import { Tries } from './tries.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountsService,
    private readonly sessions: Sessions,
    private readonly secondFactor: SecondFactor,
    private readonly passkeys: PasskeyCheck,
    private readonly tries: Tries,
  ) {}

  async byPassword(credentials: SignIn, browser: Browser): Promise<Me> {
    await this.countTry(credentials.email, browser);
    const account = await this.accountOf(credentials.email, credentials.password);
    if (!account) throw new DomainError('access.wrong_credentials');
    const me = await this.begin(account.id, await this.method(account.id, credentials.code, 'password'), browser);
    await this.tries.forgive(credentials.email);
    return me;
  }

  /** Throws `access.too_many_tries`. */
  async countTry(email: string, browser: Browser): Promise<void> {
    await this.tries.from(browser.address);
    await this.tries.on(email);
  }

  /** The account behind the right e-mail and password, or null after the same work. Count the try before. */
  async accountOf(email: string, password: string): Promise<AccountEntity | null> {
    const account = await this.dataSource.getRepository(AccountEntity).findOneBy({ email });
    return (await isPassword(password, account?.passwordHash ?? null)) ? account : null;
  }

  async askForPasskey(browser: Browser): Promise<PasskeyRequest> {
    await this.tries.from(browser.address);
    return this.passkeys.ask('sign_in', null);
  }

  async byPasskey(answer: PasskeyAnswer, browser: Browser): Promise<Me> {
    await this.tries.from(browser.address);
    const { accountId } = await this.passkeys.accept(answer, 'sign_in', null);
    return this.begin(accountId, 'passkey', browser);
  }

  /**
   * Somebody who came by a link in their mail, which stands for a password and no more.
   * @param spend makes the link worthless, or throws when another was quicker; called when a second factor, if there is one, was shown
   */
  async byLink({ accountId, organizationId }: LinkedSignIn, spend: () => Promise<void>, browser: Browser, code?: string): Promise<Me> {
    await this.tries.on(accountId);
    const method = await this.method(accountId, code, 'link');
    await spend();
    return this.begin(accountId, method, browser, organizationId);
  }

  /**
   * Somebody a provider vouches for, whose word stands for a password and no more.
   * @param end ends the attempt, or throws when another was quicker; called when a second factor, if there is one, was shown
   */
  async byProvider(accountId: Id, end: () => Promise<void>, browser: Browser, code?: string): Promise<Me> {
    if ((await this.sessions.membershipsOf(accountId)).length === 0) throw new DomainError('access.no_access_now');
    if (code !== undefined) await this.tries.on(accountId);
    await this.method(accountId, code, 'provider');
    await end();
    if (code !== undefined) await this.tries.forgive(accountId);
    return this.begin(accountId, 'provider', browser);
  }

  /** Somebody whose account was made this moment, by an invitation. */
  asNewMember({ accountId, organizationId }: LinkedSignIn, browser: Browser): Promise<Me> {
    return this.begin(accountId, 'link', browser, organizationId);
  }

  async signOut(browser: Browser): Promise<void> {
    await this.sessions.close(browser.token);
    browser.forget();
  }

  /** Only after the right password, link or identity it is told that there is a second factor. */
  private async method(accountId: Id, code: string | undefined, without: 'password' | 'link' | 'provider'): Promise<SessionMethod> {
    if (!(await this.secondFactor.isNeeded(accountId))) return without;
    if (!code) throw new DomainError('access.second_factor_needed');
    const method = await this.secondFactor.accept(accountId, code);
    if (!method) throw new DomainError('access.wrong_code');
    return method;
  }

  /** Begins a session for somebody who has shown everything that was asked. */
  private async begin(accountId: Id, method: SessionMethod, browser: Browser, organizationId?: Id): Promise<Me> {
    const memberships = await this.sessions.membershipsOf(accountId);
    const membership = organizationId ? memberships.find((m) => m.organizationId === organizationId) : memberships[0];
    if (!membership) throw new DomainError('access.wrong_credentials');
    const token = await this.sessions.open(accountId, membership.organizationId, browser.arrival(method));
    await this.sessions.close(browser.token);
    browser.keep(token);
    return this.accounts.describe(accountId, membership.organizationId, token);
  }
}

/** Whom a link signs in, and where. */
export interface LinkedSignIn {
  readonly accountId: Id;
  readonly organizationId: Id;
}
