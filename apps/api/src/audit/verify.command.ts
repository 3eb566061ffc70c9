// `audit verify [--organization SLUG]`: is the log whole? One line an organization; 1 when any chain is broken.
import { parseArgs } from 'node:util';
import type { Break, BreakKind } from '@amity/audit';
import type { Command } from '../commands.js';
import { UsageError } from '../usage-error.js';
import type { ChainVerdict } from './chain.service.js';
import { withChains } from './with-chains.js';

export const auditVerify: Command = {
  area: 'audit',
  verb: 'verify',
  usage: '[--organization SLUG]   (is the log of changes whole?)',
  run: async (args) => {
    const slug = organizationIn(args);
    return withChains(async (chains) => {
      let broken = 0;
      for await (const verdict of chains.verify(slug)) {
        process.stdout.write(`${sentenceOf(verdict)}\n`);
        if (verdict.broken) broken += 1;
      }
      return broken > 0 ? 1 : 0;
    });
  },
};

export function sentenceOf({ organization, entries, checkpoints, broken }: ChainVerdict): string {
  if (!broken)
    return `${organization}: whole, ${counted(entries, 'entry', 'entries')}, ${counted(checkpoints, 'checkpoint', 'checkpoints')} met`;
  return `${organization}: BROKEN at entry ${broken.number} (${broken.kind}): ${meanings[broken.kind](broken)}`;
}

const meanings: Readonly<Record<BreakKind, (broken: Break) => string>> = {
  edited: ({ number }) =>
    number === 1 ? 'it was changed after it was written' : `it does not follow from entry ${number - 1}; one of the two was changed`,
  deleted: () => 'it was removed',
  inserted: () => 'it was not written by Amity',
  reordered: () => 'it is genuine and stands in the wrong place',
  truncated: () => 'it was written, and the log ends before it',
  rewritten: () => 'the log was written anew: a checkpoint or the head says otherwise',
};

function counted(count: number, one: string, other: string): string {
  return `${count} ${count === 1 ? one : other}`;
}

function organizationIn(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { organization: { type: 'string' } } }).values.organization;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // how parseArgs refuses a word that it does not know
    throw new UsageError(error.message);
  }
}
