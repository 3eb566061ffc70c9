// Asking for the removal of a lost second factor. The answer is the same, and as slow, whoever asks. Only after the right password something
// is kept: a request in each organization of the account, and a letter to its owner, who can stop it, because perhaps it was not them. Those
// who decide are written to a moment later.
import { type AskForRecovery, type LinkActor, recoveryDays, recoveryStates, type SystemActor } from '@amity/access';
import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { IdempotentCall } from '../database/idempotent-call.js';
import { Tenants } from '../database/tenants.js';
import { type AccountEntity, RecoveryEntity } from './access.entities.js';
import type { Browser } from './browser.js';
import { RecoveriesRepository } from './recoveries.repository.js';
import { RecoveryLetters } from './recovery-letters.js';
import { RecoveryNews } from './recovery-news.js';
import { SecondFactor } from './second-factor.js';
import { Sessions } from './sessions.js';
import { SignInService } from './sign-in.service.js';

/** Longer than checking a password and writing a letter takes. */
const answersAfter = 600;

@Injectable()
export class RecoveryAsking {
  constructor(
    private readonly tenants: Tenants,
    private readonly recoveries: RecoveriesRepository,
    private readonly letters: RecoveryLetters,
    private readonly news: RecoveryNews,
    private readonly signIns: SignInService,
    private readonly secondFactor: SecondFactor,
    private readonly sessions: Sessions,
  ) {}

  /** Counted as a try to sign in. */
  async ask({ email, password }: AskForRecovery, browser: Browser): Promise<void> {
    await this.signIns.countTry(email, browser);
    await Promise.all([
      delay(answersAfter),
      IdempotentCall.without(async () => {
        const account = await this.signIns.accountOf(email, password);
        if (account && (await this.secondFactor.isNeeded(account.id))) await this.record(account, browser);
      }),
    ]);
  }

  /** By the letter's link: in every organization of the account, because it was asked in every one. */
  async stop({ organizationId, subjectId }: LinkActor): Promise<void> {
    const asked = await this.tenants.read(system(organizationId), (tx) => tx.get(RecoveryEntity, subjectId, 'request'));
    for (const { organizationId: here } of await this.sessions.membershipsOf(asked.accountId)) await this.close(here, asked.accountId);
  }

  /** One that waits already is left as it is, without another letter: nobody's mailbox is filled by it. */
  private async record(account: AccountEntity, browser: Browser): Promise<void> {
    const { device, network } = browser.arrival('password');
    const memberships = await this.sessions.membershipsOf(account.id);
    for (const [at, { organizationId }] of memberships.entries())
      await this.tenants.write(system(organizationId), async (tx) => {
        const open = await this.recoveries.openOf(tx, account.id);
        for (const { id } of open) {
          if (await this.recoveries.isAlive(tx, id)) return;
          await tx.update(RecoveryEntity, id, 'any', { state: 'expired' }, 'request');
        }
        const expiresAt = new Date(Date.now() + recoveryDays * 86_400_000);
        const draft = { accountId: account.id, device, network, expiresAt };
        const asked = await tx.insert(RecoveryEntity, draft);
        if (at === 0) await this.letters.asked(tx, account, asked);
        await this.news.announce(tx, asked.id);
      });
  }

  private close(organizationId: Id, accountId: Id): Promise<void> {
    return this.tenants.write(system(organizationId), async (tx) => {
      tx.because('The owner of the account said that it was not them.');
      for (const { id, state } of await this.recoveries.openOf(tx, accountId))
        if (recoveryStates.allows(state, 'stopped')) await tx.update(RecoveryEntity, id, 'any', { state: 'stopped' }, 'request');
    });
  }
}

function system(organizationId: Id): SystemActor {
  return { kind: 'system', organizationId, name: 'access' };
}
