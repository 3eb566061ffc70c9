// Both rows of a pair are read here: ours by the tenant's own policy, theirs because it is about us.
import type { Affiliation, AffiliationSide } from '@amity/access';
import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';

interface PairRow {
  readonly other_id: Id;
  readonly name: string;
  readonly slug: string;
  readonly other_is: AffiliationSide;
  readonly our_id: Id | null;
  readonly our_agrees: boolean | null;
  readonly our_version: number | null;
  readonly their_agrees: boolean | null;
  readonly since: Date | null;
}

/** An organization that both sides call our chapter. */
export interface ChapterRow {
  readonly id: Id;
  readonly name: string;
  readonly slug: string;
  readonly since: Date;
}

@Injectable()
export class AffiliationsRepository {
  /** Every organization that we speak of or that speaks of us, chapters first. One query. */
  async list(tx: TenantTx): Promise<Affiliation[]> {
    const rows = await tx.query<PairRow>(
      `select o.id as other_id, o.name, o.slug, pair.other_is, pair.our_id, pair.our_agrees, pair.our_version, pair.their_agrees,
         case pair.other_is when 'chapter' then access.chapter_since($1, o.id) else access.chapter_since(o.id, $1) end as since
       from (
         select other_id, other_is, ours.id as our_id, ours.agrees as our_agrees, ours.version as our_version, theirs.agrees as their_agrees
         from (select * from access.affiliations where organization_id = $1) ours
         full join (
           select organization_id as other_id, case other_is when 'chapter' then 'umbrella' else 'chapter' end as other_is, agrees
           from access.affiliations where other_id = $1) theirs using (other_id, other_is)) pair
       join identity.organizations o on o.id = pair.other_id
       order by pair.other_is, o.name, o.id`,
    );
    return rows.map(toAffiliation);
  }

  async chapters(tx: TenantTx): Promise<ChapterRow[]> {
    return tx.query<ChapterRow>(
      `select o.id, o.name, o.slug, access.chapter_since($1, o.id) as since
       from access.affiliations a join identity.organizations o on o.id = a.other_id
       where a.organization_id = $1 and a.other_is = 'chapter' and access.chapter_since($1, o.id) is not null
       order by o.name, o.id`,
    );
  }

  /** Is the tenant of this transaction a chapter of that organization, as both of them say? */
  async isChapterOf(tx: TenantTx, umbrellaId: Id): Promise<boolean> {
    const [row] = await tx.query<{ agreed: boolean }>(`select access.chapter_since($2, $1) is not null as agreed`, [umbrellaId]);
    return row?.agreed === true;
  }
}

function toAffiliation(row: PairRow): Affiliation {
  const { our_id: id, our_agrees: agrees, our_version: version } = row;
  return {
    other: { id: row.other_id, name: row.name, slug: row.slug },
    otherIs: row.other_is,
    ours: id !== null && agrees !== null && version !== null ? { id, agrees, version } : null,
    theirs: row.their_agrees === null ? null : { agrees: row.their_agrees },
    since: row.since?.toISOString() ?? null,
  };
}
