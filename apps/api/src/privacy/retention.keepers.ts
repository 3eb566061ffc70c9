// Who keeps what: each area hands down how its classes of records are found and deleted, so that nothing here has to know it.
import type { Id, LocalDate } from '@amity/kernel';
import type { KeptRecord, RetentionKey } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';

export interface RetentionKeeper {
  readonly key: RetentionKey;
  /** `<area>.<table>` whose rows these are. */
  readonly subject: string;
  /** A query of one tenant, `$1`: the `id` of what is still kept, the day `from` which it counts, and whether it `is_held`. */
  readonly kept: string;
  /** Deletes or empties these, with statements that leave no copy: what is done is recorded by the caller. */
  erase(tx: TenantTx, ids: readonly Id[]): Promise<void>;
}

/** SQL for the organization's own day of an instant, as its people count days; `$1` is the organization. */
export const dayOf = (instant: string): string =>
  `(${instant} at time zone (select o.zone from identity.organizations o where o.id = $1))::date`;

@Injectable()
export class RetentionKeepers {
  private readonly keepers = new Map<RetentionKey, RetentionKeeper>();

  register(...keepers: readonly RetentionKeeper[]): void {
    for (const keeper of keepers) {
      if (this.keepers.has(keeper.key)) throw new Error(`Two areas keep ${keeper.key}.`);
      this.keepers.set(keeper.key, keeper);
    }
  }

  of(key: RetentionKey): RetentionKeeper {
    const keeper = this.keepers.get(key);
    if (!keeper) throw new Error(`No area keeps ${key}.`);
    return keeper;
  }

  /** What is kept and counts from a day up to this one, in the order of ids. */
  async kept(tx: TenantTx, key: RetentionKey, upTo: LocalDate): Promise<KeptRecord<Id>[]> {
    const rows = await tx.query<{ id: Id; from: LocalDate; is_held: boolean }>(
      `select k.id, k."from"::text as "from", k.is_held from (${this.of(key).kept}) k where k."from" <= $2::date order by k.id`,
      [upTo],
    );
    return rows.map(({ id, from, is_held: isHeld }) => ({ id, from, isHeld }));
  }
}
