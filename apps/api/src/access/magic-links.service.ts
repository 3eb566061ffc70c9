// Signing in by a link in the mail, for members without a password. Asking answers the same, as slowly, whoever asks; a link lives a
// quarter of an hour, opens one session, and dies with it and all its sisters. A browser that is signed in as somebody else is not
// signed over: a link somebody slipped it would make it act for another account.
import { magicLinkMinutes, type Me, type UseMagicLink } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { IdempotentCall } from '../database/idempotent-call.js';
import { Tenants } from '../database/tenants.js';
import { SETTINGS, type Settings } from '../settings.js';
import { AccountEntity } from './access.entities.js';
import { magicLinkLetter } from './access.letters.js';
import type { Browser } from './browser.js';
import { LetterBox } from './letter-box.js';
import { Organizations } from './organizations.js';
import { Sessions } from './sessions.js';
import { type LinkedSignIn, SignInService } from './sign-in.service.js';
import { countTry, throttle } from './throttle.js';
import { newToken, tokenHash } from './tokens.js';
import { Tries } from './tries.js';

/** Longer than finding an account and writing it a letter takes. */
const answersAfter = 400;

export const linksPerMailbox = 4;
export const linksPerAddress = 20;

@Injectable()
export class MagicLinks {
  private readonly perMailbox: RateLimiterPostgres;
  private readonly perAddress: RateLimiterPostgres;

  constructor(
    private readonly dataSource: DataSource,
    private readonly tenants: Tenants,
    private readonly sessions: Sessions,
    private readonly signIns: SignInService,
    private readonly tries: Tries,
    private readonly letters: LetterBox,
    private readonly organizations: Organizations,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.perMailbox = throttle(dataSource, 'magic-link', { points: linksPerMailbox, duration: magicLinkMinutes * 60 });
    this.perAddress = throttle(dataSource, 'magic-link-address', { points: linksPerAddress, duration: magicLinkMinutes * 60 });
  }

  /** Counted for every mailbox alike, known or not. @param address the network address it came from */
  async ask(email: string, address: string): Promise<void> {
    await countTry(this.perAddress, address);
    await countTry(this.perMailbox, email);
    await Promise.all([delay(answersAfter), IdempotentCall.without(() => this.send(email))]);
  }

  async use({ token, code }: UseMagicLink, browser: Browser): Promise<Me> {
    await this.tries.from(browser.address);
    const signedIn = await this.sessions.actorOf(browser.token);
    const [link] = await this.dataSource.query<LinkedSignIn[]>(
      `select account_id as "accountId", organization_id as "organizationId" from identity.magic_links where token_hash = $1 and expires_at > now()`,
      [tokenHash(token)],
    );
    if (!link || (signedIn && signedIn.accountId !== link.accountId)) throw new DomainError('access.magic_link_spent');
    const memberships = await this.sessions.membershipsOf(link.accountId);
    if (!memberships.some((m) => m.organizationId === link.organizationId)) throw new DomainError('access.magic_link_spent');
    return this.signIns.byLink(link, () => this.spend(token, link.accountId), browser, code);
  }

  /** Whoever deletes it has it: of many who send the same link at once, one does. Its sisters go with it. */
  private async spend(token: string, accountId: Id): Promise<void> {
    const [, taken] = await this.dataSource.query<[unknown, number]>(`delete from identity.magic_links where token_hash = $1`, [
      tokenHash(token),
    ]);
    if (taken === 0) throw new DomainError('access.magic_link_spent');
    await this.dataSource.query(`delete from identity.magic_links where account_id = $1 or expires_at <= now()`, [accountId]);
  }

  private async send(email: string): Promise<void> {
    const account = await this.dataSource.getRepository(AccountEntity).findOneBy({ email });
    if (!account || account.passwordHash !== null) return;
    const [membership] = await this.sessions.membershipsOf(account.id);
    if (!membership) return;
    await this.tenants.write({ kind: 'system', organizationId: membership.organizationId, name: 'access' }, async (tx) => {
      const token = newToken();
      await tx.query(
        `insert into identity.magic_links (organization_id, token_hash, account_id, expires_at) values ($1, $2, $3, now() + make_interval(mins => $4))`,
        [tokenHash(token), account.id, magicLinkMinutes],
      );
      const { name: organization } = await this.organizations.of(tx);
      await this.letters.send(tx, magicLinkLetter(email, { organization, name: account.name, publicUrl: this.settings.publicUrl }, token));
    });
  }
}
