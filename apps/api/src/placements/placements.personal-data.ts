import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { forget } from '../database/erasure.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { type Gathered, type PersonalData, PersonalDataOf } from '../privacy/index.js';

interface Stay {
  readonly id: Id;
  readonly nights: string;
  readonly state: string;
}

const asGuest = `placements.placements s join delegations.delegates g on g.organization_id = s.organization_id and g.id = s.delegate_id
  where s.organization_id = $1 and g.person_id = $2`;
const asHost = `placements.placements s join hosting.members m on m.organization_id = s.organization_id and m.household_id = s.household_id
  where s.organization_id = $1 and m.person_id = $2`;

/** Nights somewhere, and guests at home. The nights stay, they are counted; what was written about them goes. */
@Injectable()
export class PlacementsPersonalData implements PersonalData {
  readonly area = 'placements';

  constructor(registry: PersonalDataOf) {
    registry.register(this);
  }

  async gather(tx: TenantTx, personId: Id): Promise<Gathered> {
    const stays = async (of: string) =>
      (await tx.query<Stay>(`select s.id, s.nights::text as nights, s.state from ${of} order by s.id`, [personId])).map(
        ({ nights, state }) => ({ nights, state }),
      );
    return { records: { nightsWithAFamily: await stays(asGuest), nightsOfGuestsAtHome: await stays(asHost) } };
  }

  async erase(tx: TenantTx, personId: Id): Promise<void> {
    const rows = await tx.query<{ id: Id }>(
      `with done as (update placements.placements set message = null, answer_note = null, version = version + 1, updated_at = now()
       where organization_id = $1 and id in (select s.id from ${asGuest} union select s.id from ${asHost}) returning id) select id from done`,
      [personId],
    );
    await forget(
      tx,
      'placements.placements',
      rows.map(({ id }) => id),
      'changed',
    );
  }
}
