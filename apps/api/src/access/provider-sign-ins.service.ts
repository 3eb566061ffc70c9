// Signing in by an account somebody has elsewhere. It lets in whoever linked it before, from their own account page; an identity nobody
// linked is refused, also when its e-mail address is somebody's here. The attempt is tied to the browser that began it, so nobody can
// slip their own sign-in, or their own identity, to somebody else.
import type { LinkedIdentityList, ProviderAnswer, ProviderCode, ProviderOutcome, ProviderRedirect, ProviderSignIn } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { AccountsService } from './accounts.service.js';
import type { Browser } from './browser.js';
import { ExternalIdentitiesRepository } from './external-identities.repository.js';
import { IdentityProvider, type ProvenIdentity } from './identity-provider.js';
import { type Attempt, ProviderAttempts, type RecognizedAttempt } from './provider-attempts.js';
import { type OpenSession, Sessions } from './sessions.js';
import { SignInService } from './sign-in.service.js';
import { Tries } from './tries.js';

@Injectable()
export class ProviderSignIns {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly attempts: ProviderAttempts,
    private readonly identities: ExternalIdentitiesRepository,
    private readonly signIns: SignInService,
    private readonly accounts: AccountsService,
    private readonly sessions: Sessions,
    private readonly tries: Tries,
  ) {}

  async start({ returnTo }: ProviderSignIn, browser: Browser): Promise<ProviderRedirect> {
    await this.tries.from(browser.address);
    return this.begin('openid', returnTo, null, browser);
  }

  /** Only here more is asked than who it is: what to call it on the account page. */
  startLinking({ accountId }: OpenSession, browser: Browser): Promise<ProviderRedirect> {
    return this.begin('openid email profile', '/account', accountId, browser);
  }

  async answer({ query }: ProviderAnswer, browser: Browser): Promise<ProviderOutcome> {
    await this.tries.from(browser.address);
    const attempt = await this.attempts.answer(new URLSearchParams(query).get('state') ?? '', browser.attempt);
    if (!attempt) throw over();
    const identity = await this.provider.identify(query, attempt);
    return attempt.linking ? this.link(attempt.linking, identity, attempt, browser) : this.signIn(identity, attempt, browser);
  }

  /** The second factor of somebody the provider has vouched for in this browser. */
  async code({ code }: ProviderCode, browser: Browser): Promise<ProviderOutcome> {
    await this.tries.from(browser.address);
    const recognized = await this.attempts.recognized(browser.attempt);
    if (!recognized) throw over();
    return this.enter(recognized, browser, code);
  }

  async list({ accountId }: OpenSession): Promise<LinkedIdentityList> {
    const items = await this.identities.of(accountId);
    return {
      items: items.map(({ id, label, issuer, createdAt, usedAt }) => ({
        id,
        label,
        issuer,
        linkedAt: createdAt.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
      })),
    };
  }

  /** Never the last way in: whoever has no password signs in by a link in the mail. */
  async unlink(session: OpenSession, id: Id, browser: Browser): Promise<void> {
    if (!(await this.identities.unlink(session.accountId, id))) throw new DomainError('kernel.unknown', { what: 'sign-in' });
    browser.keep(await this.sessions.renew(session));
  }

  private async begin(
    scope: 'openid' | 'openid email profile',
    returnTo: string,
    linking: Id | null,
    browser: Browser,
  ): Promise<ProviderRedirect> {
    const { url, ...secrets } = await this.provider.begin(scope);
    browser.keepAttempt(await this.attempts.begin(secrets, returnTo, linking));
    return { url };
  }

  private async signIn(identity: ProvenIdentity, { returnTo }: Attempt, browser: Browser): Promise<ProviderOutcome> {
    const known = await this.identities.find(identity);
    if (!known) throw new DomainError('access.provider_unknown', { provider: this.provider.name ?? '' });
    await this.attempts.recognize(browser.attempt, known.id);
    return this.enter({ identityId: known.id, accountId: known.accountId, returnTo }, browser);
  }

  private async enter({ identityId, accountId, returnTo }: RecognizedAttempt, browser: Browser, code?: string): Promise<ProviderOutcome> {
    const end = async () => {
      if (!(await this.attempts.end(browser.attempt))) throw over();
      await this.identities.used(identityId);
    };
    const me = await this.signIns.byProvider(accountId, end, browser, code);
    browser.forgetAttempt();
    return { outcome: 'signed_in', me, returnTo };
  }

  /** Whoever began it must still be signed in here. */
  private async link(accountId: Id, identity: ProvenIdentity, { returnTo }: Attempt, browser: Browser): Promise<ProviderOutcome> {
    const visit = await this.sessions.find(browser.token);
    if (visit?.session.accountId !== accountId) throw over();
    if (!(await this.identities.link(accountId, identity)))
      throw new DomainError('access.provider_known', { provider: this.provider.name ?? '' });
    await this.attempts.end(browser.attempt);
    browser.forgetAttempt();
    const token = await this.sessions.renew(visit.session);
    browser.keep(token);
    return { outcome: 'linked', me: await this.accounts.me(visit.actor, token), returnTo };
  }
}

function over(): DomainError {
  return new DomainError('access.provider_attempt_over');
}
