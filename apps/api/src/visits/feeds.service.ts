// A feed is a personal link: whoever has the address reads the published itinerary until the link is revoked. A calendar asks
// every hour, so an unchanged itinerary is answered from the version's number alone.
import { createHash } from 'node:crypto';
import type { Actor, LinkActor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import type { FeedLink, ItineraryRules } from '@amity/visits';
import { Inject, Injectable } from '@nestjs/common';
import { Links } from '../access/index.js';
import { Tenants } from '../database/tenants.js';
import { SETTINGS, type Settings } from '../settings.js';
import { calendarOf } from './calendar-feed.js';
import { VisitEntity } from './visit.entity.js';
import { VisitsRepository } from './visits.repository.js';

export interface FeedAnswer {
  readonly etag: string;
  /** Null when the reader has this version already. */
  readonly calendar: string | null;
}

@Injectable()
export class Feeds {
  constructor(
    private readonly tenants: Tenants,
    private readonly visits: VisitsRepository,
    private readonly links: Links,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  issue(actor: Actor, visitId: Id): Promise<FeedLink> {
    return this.tenants.write(actor, async (tx) => {
      await tx.get(VisitEntity, visitId, 'visit');
      const token = await this.links.issue(tx, 'visits.feed', visitId, null);
      const feedUrl = `${this.settings.publicUrl}/api/visits/feeds/${token}.ics`;
      return { feedUrl, webcalUrl: feedUrl.replace(/^https?:/, 'webcal:'), pageUrl: `${this.settings.publicUrl}/p/itinerary#${token}` };
    });
  }

  /** Ends every address of this visit that was given out. */
  revoke(actor: Actor, visitId: Id): Promise<void> {
    return this.tenants.write(actor, async (tx) => {
      await tx.get(VisitEntity, visitId, 'visit');
      await this.links.revoke(tx, 'visits.feed', visitId);
    });
  }

  /** @param known the If-None-Match header */
  answer(actor: LinkActor, known: string | undefined): Promise<FeedAnswer> {
    return this.tenants.read(actor, async (tx) => {
      const latest = await this.visits.latestId(tx, actor.subjectId);
      if (!latest) throw new DomainError('visits.not_published');
      const etag = etagOf(latest.id, latest.rules);
      if (known?.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*')) return { etag, calendar: null };
      const version = await this.visits.latestVersion(tx, actor.subjectId);
      if (!version) throw new DomainError('visits.not_published');
      return { etag, calendar: calendarOf(version.content, { number: version.number, publishedAt: version.createdAt }) };
    });
  }
}

/** A rule that was tightened since makes it another calendar, so that a phone lets go of the names it has. */
function etagOf(versionId: Id, rules: ItineraryRules): string {
  const isPublic = rules.delegation === 'public' && Object.keys(rules.appointments).length === 0;
  return isPublic ? `"${versionId}"` : `"${versionId}-${createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 12)}"`;
}
