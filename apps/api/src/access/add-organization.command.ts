// `access add-organization`: another organization in the same installation, a chapter beside its umbrella for one. Only who can reach the
// machine founds one; its administrator is somebody who signs in here already, or somebody new whose password is asked for.
import { SetUp } from '@amity/access';
import { DomainError, fill } from '@amity/kernel';
import { DataSource } from 'typeorm';
import type { Command } from '../commands.js';
import { UsageError } from '../usage-error.js';
import { appDataSource } from '../database/data-source.js';
import { Tenants } from '../database/tenants.js';
import { entryOf } from '../http/catalog.js';
import { openOrJoinDatabase } from '../open-database.js';
import { readSettings } from '../settings.js';
import { AccountEntity, MembershipEntity, OrganizationEntity } from './access.entities.js';
import { type Order, orderOf, parsed } from './add-organization.order.js';
import { askForPassword } from './ask-password.js';
import { Founding } from './founding.js';

export const addOrganization: Command = {
  area: 'access',
  verb: 'add-organization',
  usage: '--name NAME --address SLUG --zone ZONE --administrator EMAIL [--administrator-name NAME]',
  run: async (args) => {
    const order = orderOf(args);
    const database = await openOrJoinDatabase(readSettings(process.env, []), (line) => process.stderr.write(`${line}\n`));
    try {
      const entities = [AccountEntity, MembershipEntity, OrganizationEntity];
      const source = await new DataSource({ ...appDataSource(database.appUrl), entities }).initialize();
      try {
        const founding = new Founding(source, new Tenants(source, await database.keys()));
        process.stdout.write(`${await add(source, founding, order)}\n`);
        return 0;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error; // a refusal is for the person at the terminal, in words
        process.stderr.write(`${fill(entryOf(error.code)?.en ?? error.message, error.params)}\n`);
        return 1;
      } finally {
        await source.destroy();
      }
    } finally {
      await database.close();
    }
  },
};

/** @returns what was done, in a sentence */
async function add(source: DataSource, founding: Founding, { organization, email, name }: Order): Promise<string> {
  const account = await source.getRepository(AccountEntity).findOneBy({ email });
  if (account) {
    await founding.found(organization, account.id);
    return `${organization.organizationName} is here. ${account.name} signs in as before and finds it under the name of the organization, at the top.`;
  }
  if (!name) throw new UsageError(`Nobody signs in as ${email} yet. Say who it is with --administrator-name.`);
  const password = await askForPassword(`Password for ${name} (at least 12 characters, not shown): `);
  const newcomer = parsed(SetUp.safeParse({ ...organization, email, name, password }));
  await founding.found(organization, newcomer);
  return `${organization.organizationName} is here. ${name} signs in as ${email}.`;
}
