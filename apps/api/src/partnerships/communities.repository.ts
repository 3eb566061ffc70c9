// A community stands once in an organization: by its number in the gazetteer, or, where the gazetteer lacks it, by its name
// within 25 km. Whoever records one takes the organization's lock first, so that two at once never record it twice.
import {
  foldName,
  relatedCountries,
  type CommunitiesQuery,
  type CommunityChoice,
  type CommunityDraft,
  type PlaceCandidate,
} from '@amity/partnerships';
import { DomainError, type Page } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { CommunityEntity } from './community.entity.js';
import { Gazetteer, isSamePlace } from './gazetteer/gazetteer.js';

@Injectable()
export class CommunitiesRepository {
  constructor(private readonly gazetteer: Gazetteer) {}

  list(tx: TenantTx, query: CommunitiesQuery): Promise<Page<CommunityEntity>> {
    const communities = tx.from(CommunityEntity, 'c');
    if (query.q) communities.where(`c.search like '%' || amity.fold(:q) || '%'`, { q: literal(query.q) });
    if (query.flagged) communities.where('c.flagged');
    return keysetPage(
      communities,
      [
        { by: 'c.name', type: 'text' },
        { by: 'c.id', type: 'uuid' },
      ],
      query,
      (community) => [community.name, community.id],
    );
  }

  /** Held until the transaction ends. */
  async lock(tx: TenantTx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' partnerships.communities', 0))`);
  }

  /** The chosen community, recorded when it is new. Call `lock` first. */
  async recorded(tx: TenantTx, choice: CommunityChoice): Promise<CommunityEntity> {
    if ('id' in choice) return tx.get(CommunityEntity, choice.id, 'community');
    if ('gazetteerId' in choice) {
      const place = await this.gazetteer.place(choice.gazetteerId);
      if (!place) throw new DomainError('partnerships.place_unknown', { gazetteerId: choice.gazetteerId });
      return this.ofPlace(tx, place);
    }
    const place = await this.gazetteer.match({ ...choice, countryCodes: [choice.countryCode] });
    return place ? this.ofPlace(tx, place) : this.byHand(tx, choice);
  }

  private async ofPlace(tx: TenantTx, { id, name, countryCode, latitude, longitude, population, zone }: PlaceCandidate) {
    const known = await tx.from(CommunityEntity, 'c').where('c.gazetteerId = :id', { id }).getOne();
    return known ?? tx.insert(CommunityEntity, { name, countryCode, latitude, longitude, population, zone, gazetteerId: id });
  }

  private async byHand(tx: TenantTx, draft: CommunityDraft): Promise<CommunityEntity> {
    const countries = [draft.countryCode, ...relatedCountries(draft.countryCode)];
    const flagged = await tx
      .from(CommunityEntity, 'c')
      .where('c.flagged and c.countryCode = any(:countries)', { countries })
      .orderBy('c.id')
      .getMany();
    const known = flagged.find((one) => foldName(one.name) === foldName(draft.name) && isSamePlace(one, draft));
    return known ?? tx.insert(CommunityEntity, { ...draft, gazetteerId: null, flagged: true });
  }
}

/** `%` and `_` in what somebody types mean themselves. */
export function literal(typed: string): string {
  return typed.replace(/[\\%_]/g, '\\$&');
}
