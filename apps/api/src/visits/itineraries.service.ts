// Publishing: the program becomes a numbered snapshot that says what is different from the one before. Nothing different,
// nothing published. Publishing books people who joined the roster late, so a published itinerary never promises a double booking.
import { nameOf, type Actor, type LinkActor, type MemberActor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import {
  itineraryChanges,
  withheldContent,
  type ItineraryContent,
  type ItineraryPreview,
  type ItineraryVersion,
  type OwnItineraries,
  type PocketItinerary,
} from '@amity/visits';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { knownDelegation } from '../delegations/index.js';
import { Outbox } from '../messages/index.js';
import { OwnRecords } from '../privacy/index.js';
import { AppointmentsRepository } from './appointments.repository.js';
import { Appointments } from './appointments.service.js';
import { hashOf, snapshotOf } from './itinerary.snapshot.js';
import { ItineraryVersionEntity } from './itinerary-version.entity.js';
import { VisitsRepository } from './visits.repository.js';

interface Draft {
  readonly before: ItineraryVersionEntity | null;
  readonly content: ItineraryContent;
}

@Injectable()
export class Itineraries {
  constructor(
    private readonly tenants: Tenants,
    private readonly visits: VisitsRepository,
    private readonly rows: AppointmentsRepository,
    private readonly appointments: Appointments,
    private readonly outbox: Outbox,
    private readonly records: OwnRecords,
  ) {}

  /** What publishing now would change. */
  preview(actor: Actor, visitId: Id): Promise<ItineraryPreview> {
    return this.tenants.read(actor, async (tx) => {
      const { before, content } = await this.draft(tx, visitId);
      return {
        number: (before?.number ?? 0) + 1,
        changes: itineraryChanges(before?.content ?? null, content),
        appointmentCount: content.items.length,
        tentativeCount: content.items.filter(({ tentative }) => tentative).length,
      };
    });
  }

  publish(actor: Actor, visitId: Id): Promise<ItineraryVersion> {
    return this.tenants.write(actor, (tx) => this.publishDraft(tx, visitId));
  }

  /** For the demo: inside the caller's transaction. Two people who publish at once do so one after the other. */
  async publishDraft(tx: TenantTx, visitId: Id): Promise<ItineraryVersion> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || $2::text, 4722))`, [visitId]);
    await knownDelegation(tx, (await this.visits.get(tx, { id: visitId })).delegation_id);
    await this.appointments.catchUp(tx, visitId);
    const { before, content } = await this.draft(tx, visitId);
    if (!before && content.items.length === 0) throw new DomainError('visits.nothing_to_publish');
    const contentHash = hashOf(content);
    if (before && hashOf(before.content) === contentHash) throw new DomainError('visits.unchanged', { number: before.number });
    const row = await tx.insert(ItineraryVersionEntity, {
      visitId,
      number: (before?.number ?? 0) + 1,
      content,
      changes: itineraryChanges(before?.content ?? null, content),
      contentHash,
      publishedBy: nameOf(tx.actor),
    });
    await this.outbox.publish(tx, { kind: 'visits.published', visitId, versionId: row.id });
    return toVersion(row);
  }

  versions(actor: Actor, visitId: Id): Promise<{ items: ItineraryVersion[] }> {
    return this.tenants.read(actor, async (tx) => {
      await this.visits.get(tx, { id: visitId });
      return { items: (await this.visits.versions(tx, visitId)).map(toVersion) };
    });
  }

  /** The latest published version. */
  pocket(actor: LinkActor): Promise<PocketItinerary> {
    return this.tenants.read(actor, async (tx) => published(await this.visits.latestVersion(tx, actor.subjectId)));
  }

  /** The same for a delegate who signed in: of the visits they travel with. A visit that is not published has none yet. */
  own(actor: MemberActor): Promise<OwnItineraries> {
    return this.tenants.read(actor, async (tx) => {
      const items = [];
      const hidden = await this.records.underPseudonym(tx, actor.accountId);
      for (const { id, delegationId } of await this.visits.own(tx, actor.accountId, hidden)) {
        const latest = await this.visits.latestVersion(tx, id);
        if (latest) items.push({ delegationId, itinerary: published(latest) });
      }
      return { items };
    });
  }

  /** What is to be printed: the latest version, or the program as it stands. `number` is null for the latter. */
  forPaper(
    actor: Actor,
    visitId: Id,
    isDraft: boolean,
  ): Promise<{ number: number | null; publishedAt: string | null; content: ItineraryContent }> {
    return this.tenants.read(actor, async (tx) => {
      if (isDraft) return { number: null, publishedAt: null, content: (await this.draft(tx, visitId)).content };
      await this.visits.get(tx, { id: visitId });
      return published(await this.visits.latestVersion(tx, visitId));
    });
  }

  private async draft(tx: TenantTx, visitId: Id): Promise<Draft> {
    const visit = await this.visits.get(tx, { id: visitId });
    const before = await this.visits.latestVersion(tx, visitId);
    const appointments = await this.rows.ofVisit(tx, visitId);
    const rules = await this.visits.rules(tx, visitId);
    return { before, content: withheldContent(snapshotOf(visit, appointments, before?.content ?? null), rules) };
  }
}

function published(row: ItineraryVersionEntity | null): PocketItinerary {
  if (!row) throw new DomainError('visits.not_published');
  return { number: row.number, publishedAt: row.createdAt.toISOString(), content: row.content };
}

function toVersion(row: ItineraryVersionEntity): ItineraryVersion {
  return {
    id: row.id,
    number: row.number,
    publishedAt: row.createdAt.toISOString(),
    publishedBy: row.publishedBy,
    appointmentCount: row.content.items.length,
    changes: row.changes,
    version: row.version,
  };
}
