// One chapter's counts, in that chapter's own transaction. What was cancelled never was; what is planned is counted once its days have come.
import type { LocalDate } from '@amity/kernel';
import type { ChapterCounts } from '@amity/overview';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';

@Injectable()
export class ChaptersRepository {
  /** Over the days from the first to the last, both included. One query. */
  async counts(tx: TenantTx, from: LocalDate, until: LocalDate): Promise<ChapterCounts> {
    const [row] = await tx.query<ChapterCounts>(
      `with days as (select daterange($2::date, $3::date, '[]') as asked),
       stays as (
         select d.id, d.direction, daterange(d.arrives_on, d.departs_on, '[]') * days.asked as during
         from delegations.delegations d, days
         where d.organization_id = $1 and d.state <> 'cancelled' and daterange(d.arrives_on, d.departs_on, '[]') && days.asked),
       nights as (
         select p.household_id, p.nights * days.asked as during
         from placements.placements p
         join delegations.delegates t on t.organization_id = p.organization_id and t.id = p.delegate_id
         join delegations.delegations d on d.organization_id = t.organization_id and d.id = t.delegation_id and d.state <> 'cancelled', days
         where p.organization_id = $1 and p.state = 'accepted' and p.nights && days.asked)
       select (select count(*)::int from partnerships.partnerships where organization_id = $1 and state <> 'ended') as partnerships,
         (select count(*)::int from stays where direction = 'inbound') as inbound,
         (select count(*)::int from stays where direction = 'outbound') as outbound,
         count(distinct t.person_id)::int as travellers,
         coalesce(sum(upper(stays.during) - lower(stays.during)), 0)::int as "delegateDays",
         (select count(distinct household_id)::int from nights) as homes,
         (select coalesce(sum(upper(during) - lower(during)), 0)::int from nights) as "hostNights"
       from stays join delegations.delegates t on t.organization_id = $1 and t.delegation_id = stays.id`,
      [from, until],
    );
    if (!row) throw new Error('Counting answers one row.');
    return row;
  }
}
