// Looks after the chains of all organizations: holds each against its entries and its checkpoints, and takes new checkpoints.
// It needs a database and a file and nothing else, so the command line uses it without starting the application.
import { type Break, type ChainPlace, verifyChain } from '@amity/audit';
import type { Actor } from '@amity/access';
import type { Id } from '@amity/kernel';
import type { DataSource } from 'typeorm';
import type { Tenants } from '../database/tenants.js';
import { chainEntries, chainHead } from './chain.js';
import type { CheckpointFile } from './checkpoint-file.js';
import { sha256 } from './sha256.js';

export interface ChainVerdict {
  readonly organization: string;
  /** Found in order, up to the break if there is one. */
  readonly entries: number;
  readonly checkpoints: number;
  readonly broken: Break | null;
}

export interface CheckpointsTaken {
  readonly taken: number;
  /** Organizations whose log ends before their last checkpoint: no checkpoint is taken of those. */
  readonly behind: readonly string[];
}

interface Organization {
  readonly id: Id;
  readonly slug: string;
}

export class Chains {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tenants: Tenants,
    private readonly file: CheckpointFile,
  ) {}

  /** One verdict an organization, as each becomes known. Checkpoints are read first: none can then be newer than the snapshot. */
  async *verify(slug?: string): AsyncGenerator<ChainVerdict> {
    const checkpoints = await this.file.read();
    for (const organization of await this.organizations(slug)) {
      const own = checkpoints.get(organization.id) ?? [];
      const verdict = await this.tenants.read(system(organization.id), async (tx) =>
        verifyChain({ entries: () => chainEntries(tx), head: await chainHead(tx), checkpoints: own }, sha256),
      );
      yield { organization: organization.slug, checkpoints: own.length, ...verdict };
    }
  }

  /** Adds a checkpoint of every organization in which something was written since its last one. */
  async takeCheckpoints(now: Date): Promise<CheckpointsTaken> {
    const earlier = await this.file.read();
    const moved: { id: Id; head: ChainPlace }[] = [];
    const behind: string[] = [];
    for (const { id, slug } of await this.organizations()) {
      const head = await this.tenants.read(system(id), chainHead);
      const last = (earlier.get(id) ?? []).reduce((highest, { number }) => Math.max(highest, number), 0);
      if (head.number > last) moved.push({ id, head });
      if (head.number < last) behind.push(slug);
    }
    if (moved.length > 0) await this.file.append(moved.map(({ id, head }) => ({ organization: id, ...head, at: now.toISOString() })));
    return { taken: moved.length, behind };
  }

  private async organizations(slug?: string): Promise<Organization[]> {
    const all = await this.dataSource.query<Organization[]>(
      `select id, slug from identity.organizations where $1::text is null or slug = $1 order by slug`,
      [slug ?? null],
    );
    if (slug !== undefined && all.length === 0) throw new Error(`There is no organization "${slug}".`);
    return all;
  }
}

function system(organizationId: Id): Actor {
  return { kind: 'system', organizationId, name: 'audit' };
}
