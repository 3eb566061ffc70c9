import type { Actor } from '@amity/access';
import { dayIn } from '@amity/kernel';
import { answerDays, needsOf, type TodayOverview } from '@amity/overview';
import { Injectable } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import { Tenants } from '../database/tenants.js';
import { OverviewRepository } from './overview.repository.js';

@Injectable()
export class Overviews {
  constructor(
    private readonly tenants: Tenants,
    private readonly organizations: Organizations,
    private readonly overview: OverviewRepository,
  ) {}

  /** The day on the organization's own clock. */
  today(actor: Actor, now: Date): Promise<TodayOverview> {
    return this.tenants.read(actor, async (tx) => {
      const { name, slug, zone } = await this.organizations.of(tx);
      const today = dayIn(zone, now);
      const delegations = await this.overview.delegations(tx, today);
      const homes = await this.overview.tonight(tx, today);
      const appointments = await this.overview.appointments(tx, today, zone);
      const lapses = await this.overview.lapses(tx, today);
      const unanswered = await this.overview.unanswered(tx, today, zone, answerDays);
      const { waiting, ...beginnings } = await this.overview.counts(tx, zone);
      return {
        organization: { name, slug, zone },
        today,
        now: now.toISOString(),
        delegations,
        tonight: { guests: homes.reduce((sum, { guests }) => sum + guests, 0), homes },
        appointments,
        needs: needsOf({ today, delegations, lapses, unanswered, waiting }),
        beginnings,
      };
    });
  }
}
