// `import partnerships FILE`: a list of twin towns into one organization, while the server runs and while it does not.
// With one organization there is nothing to choose; with several, --organization says whose list it is.
import { readFile } from 'node:fs/promises';
import type { Id } from '@amity/kernel';
import { DomainError, fill } from '@amity/kernel';
import { partnershipErrors, rowRanges, textOf, type TwinTownSummary } from '@amity/partnerships';
import { DataSource } from 'typeorm';
import { OrganizationEntity } from '../access/index.js';
import type { Command } from '../commands.js';
import { appDataSource } from '../database/data-source.js';
import type { KeyRing } from '../database/sealing/index.js';
import { Tenants } from '../database/tenants.js';
import { entryOf } from '../http/catalog.js';
import { openOrJoinDatabase } from '../open-database.js';
import { readSettings } from '../settings.js';
import { UsageError } from '../usage-error.js';
import { CommunitiesRepository } from './communities.repository.js';
import { CommunityEntity } from './community.entity.js';
import { Gazetteer } from './gazetteer/gazetteer.js';
import { PartnershipEntity } from './partnership.entity.js';
import { TwinTowns } from './twin-towns.js';

interface Order {
  readonly file: string;
  readonly dryRun: boolean;
  readonly organization: string | null;
}

export const importPartnerships: Command = {
  area: 'import',
  verb: 'partnerships',
  usage: 'FILE [--dry-run] [--organization SLUG]',
  run: async (args) => {
    const order = orderOf(args);
    const text = await textIn(order.file);
    if (text === null) return 1;
    const database = await openOrJoinDatabase(readSettings(process.env, []), (line) => process.stderr.write(`${line}\n`));
    try {
      const entities = [OrganizationEntity, CommunityEntity, PartnershipEntity];
      const dataSource = await new DataSource({ ...appDataSource(database.appUrl), entities }).initialize();
      try {
        process.stdout.write(`${sentencesOf(await importInto(dataSource, await database.keys(), text, order)).join('\n')}\n`);
        return 0;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error; // a refusal is for the person at the terminal, in words
        process.stderr.write(`${sentenceOf(error)}\n`);
        return 1;
      } finally {
        await dataSource.destroy();
      }
    } finally {
      await database.close();
    }
  },
};

function orderOf(args: readonly string[]): Order {
  const files: string[] = [];
  let [dryRun, organization]: [boolean, string | null] = [false, null];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--dry-run') dryRun = true;
    else if (arg === '--organization') organization = args[++i] ?? '';
    else if (arg.startsWith('--')) throw new UsageError(`There is no option ${arg}.`);
    else files.push(arg);
  }
  const [file] = files;
  if (file === undefined || files.length > 1) throw new UsageError('Name one file to import.');
  if (organization === '') throw new UsageError('Say which organization after --organization.');
  return { file, dryRun, organization };
}

/** The file's text, or null after a sentence on why there is none. */
async function textIn(file: string): Promise<string | null> {
  try {
    return textOf(await readFile(file));
  } catch (error) {
    if (error instanceof DomainError) process.stderr.write(`${sentenceOf(error)}\n`);
    else if (error instanceof Error && 'code' in error) process.stderr.write(`${file} cannot be read: ${error.message}\n`);
    else throw error; // neither the file's content nor the file system
    return null;
  }
}

async function importInto(dataSource: DataSource, keys: KeyRing, text: string, { dryRun, organization }: Order): Promise<TwinTownSummary> {
  const organizationId = await choose(dataSource, organization);
  const gazetteer = new Gazetteer(dataSource);
  const twinTowns = new TwinTowns(new Tenants(dataSource, keys), gazetteer, new CommunitiesRepository(gazetteer));
  return twinTowns.import({ kind: 'system', organizationId, name: 'command line' }, text, dryRun);
}

async function choose(dataSource: DataSource, slug: string | null): Promise<Id> {
  const organizations = await dataSource.getRepository(OrganizationEntity).find({ order: { slug: 'ASC' } });
  const [first] = organizations;
  if (!first) throw new Error('There is no organization yet. Start Amity first (npm start) and set one up.');
  const known = organizations.map((one) => one.slug).join(', ');
  if (slug === null && organizations.length > 1) throw new UsageError(`Say whose list it is with --organization: ${known}.`);
  const chosen = slug === null ? first : organizations.find((one) => one.slug === slug);
  if (!chosen) throw new UsageError(`There is no organization "${slug}". There are: ${known}.`);
  return chosen.id;
}

function sentencesOf(summary: TwinTownSummary): string[] {
  const { rows, refusals, remarks } = summary;
  const written = summary.new + summary.changed > 0;
  return [
    ...refusals.map(({ sentence }) => sentence),
    ...rowsThat('leave a population blank', remarks.populationBlank),
    ...rowsThat('name a country that their coordinates contradict; the coordinates count', remarks.countryByCoordinates),
    ...rowsThat("name a place that the gazetteer lacks; it is taken with the file's coordinates and flagged", remarks.notInGazetteer),
    `${rows} rows: ${summary.new} new, ${summary.changed} changed, ${summary.unchanged} unchanged, ${summary.refused} refused; ${summary.repeated} repeated another row. ${summary.flagged} places are flagged.`,
    summary.dryRun ? 'Nothing was written: this was a dry run.' : written ? 'Everything is written.' : 'There was nothing to write.',
  ];
}

function rowsThat(what: string, rows: readonly number[]): string[] {
  return rows.length === 0 ? [] : [`${rows.length} rows ${what}: ${rowRanges(rows)}`];
}

function sentenceOf(error: DomainError): string {
  const own = partnershipErrors[error.code.replace('partnerships.', '') as keyof typeof partnershipErrors];
  return fill((own ?? entryOf(error.code))?.en ?? error.message, error.params);
}
