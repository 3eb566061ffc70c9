// What the words behind `access add-organization` ask for, or the sentence that says what is wrong with them.
import { parseArgs } from 'node:util';
import { EmailAddress, OrganizationDraft } from '@amity/access';
import { issueSentence, issueSentences } from '@amity/kernel';
import type * as z from 'zod';
import { UsageError } from '../usage-error.js';

export interface Order {
  readonly organization: OrganizationDraft;
  readonly email: string;
  /** Needed where the address has no account yet. */
  readonly name: string | undefined;
}

export function orderOf(args: readonly string[]): Order {
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

export function parsed<T>(result: z.ZodSafeParseResult<T>): T {
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UsageError(`${issue?.path.join('.') ?? ''}: ${issueSentence(issue?.message ?? '')}`.replace(/^: /, ''));
}
