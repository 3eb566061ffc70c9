// Adding and removing the authenticator app. It counts once its first code was entered: a secret that no app holds locks nobody out.
// Each change ends the account's other sessions and exchanges the token of this one.
import type { AuthenticatorStart, Protection, RecoveryCodes } from '@amity/access';
import { readCode } from '@amity/access';
import { DomainError } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountEntity } from './access.entities.js';
import type { Browser } from './browser.js';
import { FactorSecrets } from './factor-secrets.js';
import { FactorsRepository } from './factors.repository.js';
import { PasskeysRepository } from './passkeys.repository.js';
import { newRecoveryCodes } from './second-factor.js';
import { type OpenSession, Sessions } from './sessions.js';
import { newTotpSecret, totpStep, totpUri } from './totp.js';

@Injectable()
export class AuthenticatorService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly factors: FactorsRepository,
    private readonly passkeys: PasskeysRepository,
    private readonly secrets: FactorSecrets,
    private readonly sessions: Sessions,
  ) {}

  async protection({ accountId }: OpenSession): Promise<Protection> {
    const account = await this.dataSource.getRepository(AccountEntity).findOneByOrFail({ id: accountId });
    const authenticator = await this.factors.authenticator(accountId);
    return {
      hasPassword: account.passwordHash !== null,
      authenticatorSince: authenticator?.confirmedAt?.toISOString() ?? null,
      recoveryCodesLeft: await this.factors.codesLeft(accountId),
      passkeys: (await this.passkeys.of(accountId)).length,
    };
  }

  async start({ accountId }: OpenSession): Promise<AuthenticatorStart> {
    const { email } = await this.dataSource.getRepository(AccountEntity).findOneByOrFail({ id: accountId });
    const secret = newTotpSecret();
    if (!(await this.factors.begin(accountId, this.secrets.seal(accountId, secret)))) throw new DomainError('access.factor_exists');
    return { secret, uri: totpUri(secret, email) };
  }

  async finish(session: OpenSession, typed: string, browser: Browser): Promise<RecoveryCodes> {
    const { accountId } = session;
    const begun = await this.factors.beingAdded(accountId);
    if (!begun) throw new DomainError((await this.factors.authenticator(accountId)) ? 'access.factor_exists' : 'access.enrolment_over');
    const code = readCode(typed);
    const step = code?.kind === 'app' ? await totpStep(this.secrets.open(accountId, begun.sealed), code.digits, Date.now()) : null;
    if (step === null) throw new DomainError('access.code_not_from_app');
    const { codes, hashes } = newRecoveryCodes(accountId);
    if (!(await this.factors.finish(accountId, step, hashes))) throw new DomainError('access.factor_exists');
    browser.keep(await this.sessions.renew(session));
    return { codes };
  }

  async newCodes(session: OpenSession, browser: Browser): Promise<RecoveryCodes> {
    if (!(await this.factors.authenticator(session.accountId))) throw new DomainError('access.factor_missing');
    const { codes, hashes } = newRecoveryCodes(session.accountId);
    await this.factors.replaceCodes(session.accountId, hashes);
    browser.keep(await this.sessions.renew(session));
    return { codes };
  }

  async remove(session: OpenSession, browser: Browser): Promise<void> {
    if (!(await this.factors.authenticator(session.accountId))) throw new DomainError('access.factor_missing');
    await this.factors.remove(session.accountId);
    browser.keep(await this.sessions.renew(session));
  }
}
