// Changing one's own password, and showing by it or by a code that it is really oneself. Both count as tries on the account, so that
// nobody who finds an open session can guess on.
import type { Confirmation, PasswordChange } from '@amity/access';
import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountEntity } from './access.entities.js';
import type { Browser } from './browser.js';
import { PasskeyCheck } from './passkey-check.js';
import { hashPassword, isPassword } from './passwords.js';
import { SecondFactor } from './second-factor.js';
import { type OpenSession, Sessions } from './sessions.js';
import { Tries } from './tries.js';
import { beside, refuseWeak } from './weak-passwords.js';

@Injectable()
export class PasswordsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secondFactor: SecondFactor,
    private readonly passkeys: PasskeyCheck,
    private readonly sessions: Sessions,
    private readonly tries: Tries,
  ) {}

  async change(session: OpenSession, { oldPassword, newPassword }: PasswordChange, browser: Browser): Promise<void> {
    const account = await this.account(session.accountId);
    await this.tries.on(account.email);
    if (!(await isPassword(oldPassword, account.passwordHash))) throw beside('oldPassword', 'wrong_password');
    refuseWeak('newPassword', newPassword, account);
    const passwordHash = await hashPassword(newPassword);
    await this.dataSource.getRepository(AccountEntity).update({ id: account.id }, { passwordHash });
    browser.keep(await this.sessions.renew(session));
    await this.tries.forgive(account.email);
  }

  async confirm({ id, accountId }: OpenSession, { password, code, passkey }: Confirmation): Promise<void> {
    const account = await this.account(accountId);
    await this.tries.on(account.email);
    if (password !== undefined && !(await isPassword(password, account.passwordHash))) throw beside('password', 'not_confirmed');
    if (code !== undefined && !(await this.secondFactor.accept(accountId, code))) throw beside('code', 'not_confirmed');
    if (passkey !== undefined) await this.passkeys.accept(passkey, 'confirm', accountId);
    await this.sessions.confirm(id);
    await this.tries.forgive(account.email);
  }

  private account(id: Id): Promise<AccountEntity> {
    return this.dataSource.getRepository(AccountEntity).findOneByOrFail({ id });
  }
}
