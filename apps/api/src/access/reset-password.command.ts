// `access reset-password EMAIL`: for somebody who is locked out and can reach the machine. Every session of the account ends, and
// waiting times after wrong tries are lifted.
import { accessErrors, ChosenPassword, weaknessOf } from '@amity/access';
import { issueSentence } from '@amity/kernel';
import { DataSource } from 'typeorm';
import type { Command } from '../commands.js';
import { appDataSource } from '../database/data-source.js';
import { openOrJoinDatabase } from '../open-database.js';
import { readSettings } from '../settings.js';
import { UsageError } from '../usage-error.js';
import { AccountEntity } from './access.entities.js';
import { askForPassword } from './ask-password.js';
import { hashPassword } from './passwords.js';

export const resetPassword: Command = {
  area: 'access',
  verb: 'reset-password',
  usage: 'EMAIL   (the new password is asked for, or read from standard input)',
  run: async (args) => {
    const [email] = args;
    if (!email || args.length > 1) throw new UsageError('Name one account by its e-mail address.');
    const password = ChosenPassword.safeParse(await askForPassword('New password (at least 12 characters, not shown): '));
    if (!password.success) throw new Error(issueSentence(password.error.issues[0]?.message ?? 'This password does not fit.'));
    const database = await openOrJoinDatabase(readSettings(process.env, []), (line) => process.stderr.write(`${line}\n`));
    try {
      const source = await new DataSource({ ...appDataSource(database.appUrl), entities: [AccountEntity] }).initialize();
      try {
        const name = await reset(source, email.trim().toLowerCase(), password.data);
        if (name === null) throw new Error(`There is no account with the address ${email}.`);
        process.stdout.write(`${name} can sign in with the new password. Every earlier session has ended.\n`);
        return 0;
      } finally {
        await source.destroy();
      }
    } finally {
      await database.close();
    }
  },
};

/** @returns the name of the account; null when there is none. Throws a sentence when the password is one that others try first. */
async function reset(source: DataSource, email: string, password: string): Promise<string | null> {
  return source.transaction(async (manager) => {
    const account = await manager.getRepository(AccountEntity).findOneBy({ email });
    if (!account) return null;
    const weakness = weaknessOf(password, account);
    if (weakness) throw new Error(accessErrors[`password_${weakness}`].en);
    const passwordHash = await hashPassword(password);
    await manager.getRepository(AccountEntity).update({ id: account.id }, { passwordHash });
    await manager.query('delete from identity.sessions where account_id = $1', [account.id]);
    await manager.query('delete from identity.sign_in_tries where key = $1', [`account:${email}`]);
    return account.name;
  });
}
