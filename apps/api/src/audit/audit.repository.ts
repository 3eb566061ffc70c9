// The only queries on the log, apart from the timelines of areas. Newest first means by number: that is the order of the chain.
import type { AuditFilter } from '@amity/audit';
import type { Page } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { AuditEntity } from './audit.entity.js';

/** Tables whose entries say who is protected. */
const guardedSubjects = ['privacy.vault', 'privacy.reveals', 'privacy.endings', 'privacy.responders'];

@Injectable()
export class AuditRepository {
  /** @param zone of the organization, in which the filter's days begin and end */
  page(tx: TenantTx, zone: string, filter: AuditFilter, page: { cursor?: string | undefined; limit: number }): Promise<Page<AuditEntity>> {
    return keysetPage(this.matching(tx, zone, filter), [{ by: 'e.number', type: 'bigint', descending: true }], page, (e) => [e.number]);
  }

  /** The next entries of a long walk, oldest first: after one number, up to another. */
  between(tx: TenantTx, zone: string, filter: AuditFilter, after: number, last: number, limit: number): Promise<AuditEntity[]> {
    return this.matching(tx, zone, filter)
      .andWhere('e.number > :after and e.number <= :last', { after, last })
      .orderBy('e.number')
      .limit(limit)
      .getMany();
  }

  count(tx: TenantTx, zone: string, filter: AuditFilter): Promise<number> {
    return this.matching(tx, zone, filter).getCount();
  }

  private matching(tx: TenantTx, zone: string, filter: AuditFilter): SelectQueryBuilder<AuditEntity> {
    const { subjectId, subject, action, who, reason, from, to } = filter;
    const entries = tx.manager
      .createQueryBuilder(AuditEntity, 'e')
      .where('e.organizationId = :organizationId', { organizationId: tx.organizationId })
      // What would name somebody the reader need not know is left out
      .andWhere('delegations.entry_known(e.organizationId, e.subject, e.subjectId)');
    // Nor does anybody but who protects people learn that somebody is protected
    const held = tx.actor.kind === 'member' ? [...tx.actor.permissions] : [];
    if (!held.includes('privacy.protect')) entries.andWhere('e.subject <> all (:guarded)', { guarded: guardedSubjects });
    entries.andWhere(
      `not (e.subject = 'messages.mail' and exists (select from messages.mail m where m.organization_id = e.organizationId and m.id = e.subjectId and m.seen_with is not null and m.seen_with <> all (:held)))`,
      { held },
    );
    if (subjectId) entries.andWhere('e.subjectId = :subjectId', { subjectId });
    if (subject) entries.andWhere(subject.includes('.') ? 'e.subject = :subject' : `split_part(e.subject, '.', 1) = :subject`, { subject });
    if (action) entries.andWhere('e.action = :action', { action });
    if (who) entries.andWhere(`position(amity.fold(:who) in amity.fold(e.actor || ' ' || coalesce(e.onBehalfOfName, ''))) > 0`, { who });
    if (reason) entries.andWhere('position(amity.fold(:reason) in amity.fold(e.reason)) > 0', { reason });
    if (from) entries.andWhere('e.at >= cast(:from as date)::timestamp at time zone :zone', { from, zone });
    if (to) entries.andWhere('e.at < (cast(:to as date) + 1)::timestamp at time zone :zone', { to, zone });
    return entries;
  }
}
