// Imports a list of twin towns in one transaction: all of it or nothing. What is recorded already is completed, never overwritten,
// so the same file once more changes nothing. The rules are in the library; here the plan is made from the tables and written.
import type { Actor } from '@amity/access';
import type { Id } from '@amity/kernel';
import {
  cellsToLookUp,
  planTwinTowns,
  readTwinTowns,
  summaryOf,
  type CommunityKey,
  type KnownCommunity,
  type KnownPartnership,
  type PlannedCommunity,
  type TwinTownPlan,
  type TwinTownSummary,
} from '@amity/partnerships';
import { Injectable } from '@nestjs/common';
import { newId } from '../database/new-id.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { CommunitiesRepository } from './communities.repository.js';
import { CommunityEntity } from './community.entity.js';
import { Gazetteer } from './gazetteer/gazetteer.js';
import { PartnershipEntity } from './partnership.entity.js';

/** Where an import is, out of `steps`; it may throw to stop it, and then nothing is written. */
export type ReportStep = (done: number, steps: number) => Promise<void>;

const steps = 5;
/** From here on the planner's picture of the tables is too old to wait for autovacuum. */
const manyRows = 200;

@Injectable()
export class TwinTowns {
  constructor(
    private readonly tenants: Tenants,
    private readonly gazetteer: Gazetteer,
    private readonly communities: CommunitiesRepository,
  ) {}

  /** @throws DomainError `partnerships.columns_missing` when it is no such list */
  async import(actor: Actor, text: string, dryRun: boolean, report: ReportStep = async () => undefined): Promise<TwinTownSummary> {
    const file = readTwinTowns(text, this.gazetteer.countryCodes());
    await report(1, steps);
    if (dryRun) {
      const plan = await this.tenants.read(actor, (tx) => this.plan(tx, file));
      await report(steps, steps);
      return summaryOf(plan, true);
    }
    return this.tenants.write(actor, async (tx) => {
      await this.communities.lock(tx);
      const plan = await this.plan(tx, file);
      await report(2, steps);
      const ids = await this.writeCommunities(tx, plan.communities);
      await report(3, steps);
      await writePartnerships(tx, plan, ids);
      if (plan.counts.new > manyRows) await tx.query(`select partnerships.take_stock() where $1::uuid is not null`);
      await report(4, steps);
      return summaryOf(plan, false);
    });
  }

  private async plan(tx: TenantTx, file: ReturnType<typeof readTwinTowns>): Promise<TwinTownPlan> {
    const communities = await tx.query<KnownCommunity>(
      `select id, name, country_code as "countryCode", latitude, longitude, zone, population, gazetteer_id as "gazetteerId", flagged
       from partnerships.communities where organization_id = $1`,
    );
    const partnerships = await tx.query<KnownPartnership>(
      `select id, home_community_id as "homeId", partner_community_id as "partnerId" from partnerships.partnerships where organization_id = $1`,
    );
    const places = await this.gazetteer.placesIn(cellsToLookUp(file, communities));
    return planTwinTowns(file, { communities, partnerships, places, zoneAt: (lat, lon) => this.gazetteer.zoneAt(lat, lon) });
  }

  /** @returns the id of every planned community */
  private async writeCommunities(tx: TenantTx, planned: ReadonlyMap<CommunityKey, PlannedCommunity>): Promise<Map<CommunityKey, Id>> {
    const ids = new Map([...planned].map(([key, { id }]) => [key, id ?? newId()]));
    const fresh = [...planned.values()].filter(({ id }) => id === null);
    await tx.insertMany(
      CommunityEntity,
      fresh.map(({ key, name, countryCode, latitude, longitude, zone, population, gazetteerId, flagged }) => ({
        id: ids.get(key) ?? newId(), name, countryCode, latitude, longitude, zone, population, gazetteerId, flagged,
      })), // prettier-ignore
    );
    for (const { id, changes, population, gazetteerId, flagged } of planned.values()) {
      if (id !== null && changes.length > 0) {
        await tx.update(CommunityEntity, id, 'any', { population, gazetteerId, flagged }, 'community');
      }
    }
    return ids;
  }
}

async function writePartnerships(tx: TenantTx, plan: TwinTownPlan, ids: ReadonlyMap<CommunityKey, Id>): Promise<void> {
  const idOf = (key: CommunityKey): Id => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`The plan names ${key}, but not what it is.`);
    return id;
  };
  await tx.insertMany(
    PartnershipEntity,
    plan.partnerships
      .filter(({ outcome }) => outcome === 'new')
      .map(({ kind, home, partner }) => ({ kind, homeCommunityId: idOf(home), partnerCommunityId: idOf(partner) })),
  );
}
