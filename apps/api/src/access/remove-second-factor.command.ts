// `access remove-second-factor EMAIL`: for somebody who lost both the phone and the recovery codes, when whoever can reach the machine
// made sure that it is really them who asks. Authenticator app and recovery codes go, every session of the account ends, and the waiting
// time after wrong tries is lifted. Password and passkeys stay.
import { DataSource } from 'typeorm';
import type { Command } from '../commands.js';
import { appDataSource } from '../database/data-source.js';
import { openOrJoinDatabase } from '../open-database.js';
import { readSettings } from '../settings.js';
import { UsageError } from '../usage-error.js';
import { AccountEntity } from './access.entities.js';

export const removeSecondFactor: Command = {
  area: 'access',
  verb: 'remove-second-factor',
  usage: 'EMAIL   (authenticator app and recovery codes; make sure first that it is really them)',
  run: async (args) => {
    const [email] = args;
    if (!email || args.length > 1) throw new UsageError('Name one account by its e-mail address.');
    const database = await openOrJoinDatabase(readSettings(process.env, []), (line) => process.stderr.write(`${line}\n`));
    try {
      const source = await new DataSource({ ...appDataSource(database.appUrl), entities: [AccountEntity] }).initialize();
      try {
        process.stdout.write(`${await remove(source, email.trim().toLowerCase())}\n`);
        return 0;
      } finally {
        await source.destroy();
      }
    } finally {
      await database.close();
    }
  },
};

/** @returns what was done, in one sentence. Throws one when there is no such account. */
async function remove(source: DataSource, email: string): Promise<string> {
  return source.transaction(async (manager) => {
    const account = await manager.getRepository(AccountEntity).findOneBy({ email });
    if (!account) throw new Error(`There is no account with the address ${email}.`);
    const [, removed] = await manager.query<[unknown, number]>('delete from identity.authenticators where account_id = $1', [account.id]);
    if (removed === 0) return `${account.name} has no second factor. Nothing was changed.`;
    await manager.query('delete from identity.recovery_codes where account_id = $1', [account.id]);
    await manager.query('delete from identity.sessions where account_id = $1', [account.id]);
    await manager.query('delete from identity.sign_in_tries where key = $1', [`account:${email}`]);
    return `${account.name} signs in by password or passkey alone, and should add a new authenticator app. Every session has ended.`;
  });
}
