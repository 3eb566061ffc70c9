import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { forget } from '../database/erasure.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { type Gathered, type PersonalData, PersonalDataOf } from '../privacy/index.js';
import { unlinkInvitations } from './outcomes.keepers.js';

/** What somebody answered in surveys. Their numbers stay in figures that were published, without a link; their words go. */
@Injectable()
export class OutcomesPersonalData implements PersonalData {
  readonly area = 'outcomes';

  constructor(registry: PersonalDataOf) {
    registry.register(this);
  }

  async gather(tx: TenantTx, personId: Id): Promise<Gathered> {
    const surveys = await tx.query<{ survey: string; moment: string; answers: unknown }>(
      `select n.name as survey, w.moment, coalesce(
         (select jsonb_agg(jsonb_build_object('question', item->>'text', 'answer', coalesce(to_jsonb(a.number), to_jsonb(a.text))) order by a.item_key)
          from outcomes.answers a left join lateral jsonb_array_elements(n.items) item on item->>'key' = a.item_key
          where a.organization_id = i.organization_id and a.invitation_id = i.id), '[]') as answers
       from outcomes.invitations i
       join delegations.delegates g on g.organization_id = i.organization_id and g.id = i.delegate_id
       join outcomes.waves w on w.organization_id = i.organization_id and w.id = i.wave_id
       join outcomes.instruments n on n.organization_id = w.organization_id and n.id = w.instrument_id
       where i.organization_id = $1 and g.person_id = $2 order by i.id`,
      [personId],
    );
    return { records: { surveys } };
  }

  async erase(tx: TenantTx, personId: Id): Promise<void> {
    const rows = await tx.query<{ id: Id }>(
      `select i.id from outcomes.invitations i join delegations.delegates g on g.organization_id = i.organization_id and g.id = i.delegate_id
       where i.organization_id = $1 and g.person_id = $2`,
      [personId],
    );
    const ids = rows.map(({ id }) => id);
    await unlinkInvitations(tx, ids);
    await tx.manager.query('select outcomes.forget_words($1)', [ids]);
    await forget(tx, 'outcomes.invitations', ids, 'changed');
  }
}
