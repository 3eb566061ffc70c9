// Who gave which answers is forgotten; the answers stay, because figures were published from them. All of somebody's answers to one
// delegation's surveys are forgotten together, counted from the last survey's end.
import type { Id } from '@amity/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { type RetentionKeeper, RetentionKeepers } from '../privacy/index.js';

/** Whose these are is forgotten, and their links open nothing any more. */
export async function unlinkInvitations(tx: TenantTx, ids: readonly Id[]): Promise<void> {
  await tx.query(`delete from identity.links where organization_id = $1 and purpose = 'outcomes.answer' and subject_id = any($2)`, [ids]);
  await tx.query(
    `update outcomes.invitations set delegate_id = null, lettered_at = null, link_made_at = null, version = version + 1, updated_at = now()
     where organization_id = $1 and id = any($2)`,
    [ids],
  );
}

const surveyLinks: RetentionKeeper = {
  key: 'survey_links',
  subject: 'outcomes.invitations',
  kept: `select i.id, max(w.closes_on) over (partition by i.delegate_id) as "from", privacy.holds_delegate($1, i.delegate_id) as is_held
    from outcomes.invitations i join outcomes.waves w on w.organization_id = i.organization_id and w.id = i.wave_id
    where i.organization_id = $1 and i.delegate_id is not null`,
  erase: unlinkInvitations,
};

@Injectable()
export class OutcomesKeepers implements OnModuleInit {
  constructor(private readonly keepers: RetentionKeepers) {}

  onModuleInit(): void {
    this.keepers.register(surveyLinks);
  }
}
