import type { PartnershipsQuery } from '@amity/partnerships';
import { DomainError, type Id, type Page } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { AuditEntity } from '../audit/index.js';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { literal } from './communities.repository.js';
import { CommunityEntity } from './community.entity.js';
import { PartnershipEntity, type PartnershipWithSides } from './partnership.entity.js';

@Injectable()
export class PartnershipsRepository {
  /** By home, then partner. Each word of `q` must occur in a name, another name or a country of one of the sides. */
  list(tx: TenantTx, query: PartnershipsQuery): Promise<Page<PartnershipWithSides>> {
    const partnerships = this.withSides(tx);
    if (query.state) partnerships.where('p.state = any(:states)', { states: query.state });
    if (query.kind) partnerships.where('p.kind = any(:kinds)', { kinds: query.kind });
    if (query.flagged) partnerships.where('(h.flagged or o.flagged)');
    (query.q ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 8)
      .forEach((word, i) =>
        partnerships.where(`(h.id in (${calledSo(`word${i}`)}) or o.id in (${calledSo(`word${i}`)}))`, { [`word${i}`]: literal(word) }),
      );
    return keysetPage(
      partnerships,
      [
        { by: 'h.name', type: 'text' },
        { by: 'o.name', type: 'text' },
        { by: 'p.id', type: 'uuid' },
      ],
      query,
      (row) => [row.home.name, row.partner.name, row.id],
    );
  }

  async get(tx: TenantTx, id: Id): Promise<PartnershipWithSides> {
    const row = await this.withSides(tx).where('p.id = :id', { id }).getOne();
    if (!row) throw new DomainError('kernel.unknown', { what: 'partnership' });
    return row;
  }

  /** The partnership of two communities, whichever side it was entered from. */
  ofPair(tx: TenantTx, one: Id, other: Id): Promise<PartnershipWithSides | null> {
    return this.withSides(tx)
      .where('least(p.homeCommunityId, p.partnerCommunityId) = least(:one::uuid, :other::uuid)', { one, other })
      .where('greatest(p.homeCommunityId, p.partnerCommunityId) = greatest(:one::uuid, :other::uuid)')
      .getOne();
  }

  /** What happened to a partnership, newest first. */
  timeline(tx: TenantTx, id: Id, page: { cursor?: string | undefined; limit: number }): Promise<Page<AuditEntity>> {
    const entries = tx.manager
      .createQueryBuilder(AuditEntity, 'e')
      .where('e.organizationId = :organizationId and e.subjectId = :id', { organizationId: tx.organizationId, id })
      .andWhere(`e.action in ('created', 'changed', 'removed')`);
    return keysetPage(entries, [{ by: 'e.number', type: 'bigint', descending: true }], page, (entry) => [entry.number]);
  }

  /** `p` the partnership, `h` its home, `o` the other side: one query, whatever the number of rows. */
  private withSides(tx: TenantTx): SelectQueryBuilder<PartnershipWithSides> {
    return tx
      .from(PartnershipEntity, 'p')
      .innerJoinAndMapOne('p.home', CommunityEntity, 'h', 'h.organizationId = p.organizationId and h.id = p.homeCommunityId')
      .innerJoinAndMapOne(
        'p.partner',
        CommunityEntity,
        'o',
        'o.organizationId = p.organizationId and o.id = p.partnerCommunityId',
      ) as SelectQueryBuilder<PartnershipWithSides>;
  }
}

/**
 * The organization's communities by one word: in the name, in another name of the place (“München” finds Munich), or at the start of
 * the country's. Nothing in it depends on the partnership, so it is worked out once.
 */
function calledSo(word: string): string {
  return `select c.id from partnerships.communities c
    where c.organization_id = :organizationId and (c.search like '%' || amity.fold(:${word}) || '%'
      or c.gazetteer_id in (select g.id from reference.places g
        where g.other_names <> '{}' and amity.fold(array_to_string(g.other_names, ' ')) like '%' || amity.fold(:${word}) || '%')
      or c.country_code in (select l.code from reference.countries l where amity.fold(l.name) like amity.fold(:${word}) || '%'))`;
}
