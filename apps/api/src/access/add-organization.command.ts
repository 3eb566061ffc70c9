// `access add-organization`: another organization in the same installation, a chapter beside its umbrella for one. Only who can reach the
// machine founds one; its administrator is somebody who signs in here already, or somebody new whose password is asked for.
import { parseArgs } from 'node:util';
import { EmailAddress, OrganizationDraft, SetUp } from '@amity/access';
import { DomainError, fill, issueSentence, issueSentences } from '@amity/kernel';
import { DataSource } from 'typeorm';
import type * as z from 'zod';
import { type Command, UsageError } from '../commands.js';
import { appDataSource } from '../database/data-source.js';
import { Tenants } from '../database/tenants.js';
import { entryOf } from '../http/catalog.js';
import { openOrJoinDatabase } from '../open-database.js';
import { readSettings } from '../settings.js';
import { AccountEntity, MembershipEntity, OrganizationEntity } from './access.entities.js';
import { askForPassword } from './ask-password.js';
import { Founding } from './founding.js';

const usage = '--name NAME --address SLUG --zone ZONE --administrator EMAIL [--administrator-name NAME]';

interface Order {
  readonly organization: OrganizationDraft;
  readonly email: string;
  /** Needed where the address has no account yet. */
  readonly name: string | undefined;
}

export const addOrganization: Command = {
  area: 'access',
  verb: 'add-organization',
  usage,
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

function orderOf(args: readonly string[]): Order {
  const { values } = understood(args);
  const { name, address, zone, administrator } = values;
  if (!name || !address || !zone || !administrator)
    throw new UsageError('Say what it is called, its address, its time zone and who its administrator is.');
  const email = EmailAddress.safeParse(administrator);
  if (!email.success) throw new UsageError(issueSentences.email_incomplete);
  return {
    organization: parsed(OrganizationDraft.safeParse({ organizationName: name, slug: address, zone })),
    email: email.data,
    name: values['administrator-name'],
  };
}

function understood(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { name: text, address: text, zone: text, administrator: text, 'administrator-name': text },
    });
  } catch (error) {
    // an option that does not exist, or one without its value
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function parsed<T>(result: z.ZodSafeParseResult<T>): T {
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UsageError(`${issue?.path.join('.') ?? ''}: ${issueSentence(issue?.message ?? '')}`.replace(/^: /, ''));
}
