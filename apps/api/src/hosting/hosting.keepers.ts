// A check is kept while it counts and for some years after it ran out. One that never runs out counts until its family stops hosting.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf, type RetentionKeeper, RetentionKeepers } from '../privacy/index.js';

const screening: RetentionKeeper = {
  key: 'screening_evidence',
  subject: 'hosting.checks',
  kept: `select c.id, coalesce(c.valid_until, case when h.state in ('paused', 'declined') then greatest(c.checked_on, ${dayOf('h.updated_at')}) end) as "from",
      privacy.holds_household($1, c.household_id) as is_held
    from hosting.checks c join hosting.households h on h.organization_id = c.organization_id and h.id = c.household_id where c.organization_id = $1`,
  erase: async (tx, ids) => void (await tx.query('delete from hosting.checks where organization_id = $1 and id = any($2)', [ids])),
};

@Injectable()
export class HostingKeepers implements OnModuleInit {
  constructor(private readonly keepers: RetentionKeepers) {}

  onModuleInit(): void {
    this.keepers.register(screening);
  }
}
