import { DomainError, type Id, type Page } from '@amity/kernel';
import type { WavesQuery } from '@amity/outcomes';
import type { NameOrder } from '@amity/people';
import { Injectable } from '@nestjs/common';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { WaveEntity } from './wave.entity.js';
import type { AnsweredWaveRow, WaveRow } from './waves.rows.js';
import { sheetsOf, waveColumns, waveJoins } from './waves.sql.js';

/** An invitation with the person it goes to. */
export interface InvitationRow {
  readonly id: Id;
  readonly delegate_id: Id;
  readonly person_id: Id;
  readonly given_name: string;
  readonly family_name: string;
  readonly name_order: NameOrder;
  readonly salutation: string | null;
  readonly email: string | null;
  readonly answered_at: Date | null;
  readonly lettered_at: Date | null;
  readonly link_made_at: Date | null;
  readonly version: number;
}

@Injectable()
export class WavesRepository {
  /** The last to close first. Three queries, whatever the length. */
  async list(tx: TenantTx, { delegationId, ...page }: WavesQuery): Promise<Page<WaveRow>> {
    const waves = tx.from(WaveEntity, 'w');
    if (delegationId) waves.where('w.delegationId = :delegationId', { delegationId });
    const sort = [
      { by: 'w.closesOn', type: 'date', descending: true },
      { by: 'w.id', type: 'uuid', descending: true },
    ] as const;
    const found = await keysetPage(waves, sort, page, (row) => [row.closesOn, row.id]);
    const rows = await tx.query<WaveRow>(
      `select ${waveColumns} from ${waveJoins} where w.organization_id = $1 and w.id = any($2) order by w.closes_on desc, w.id desc`,
      [found.items.map((wave) => wave.id)],
    );
    return { ...found, items: rows };
  }

  async get(tx: TenantTx, id: Id): Promise<WaveRow> {
    const [row] = await tx.query<WaveRow>(`select ${waveColumns} from ${waveJoins} where w.organization_id = $1 and w.id = $2`, [id]);
    if (!row) throw new DomainError('kernel.unknown', { what: 'survey' });
    return row;
  }

  /** Waves with all their sheets, in one query: one wave, one delegation's, or all; the last to close first. */
  answered(tx: TenantTx, which: { readonly waveId?: Id | undefined; readonly delegationId?: Id | undefined }): Promise<AnsweredWaveRow[]> {
    return tx.query<AnsweredWaveRow>(
      `select ${waveColumns}, n.adapted_from, n.scales, n.items, ${sheetsOf('w')} as sheets from ${waveJoins}
       where w.organization_id = $1 and ($2::uuid is null or w.id = $2) and ($3::uuid is null or w.delegation_id = $3)
       order by w.closes_on desc, w.id desc`,
      [which.waveId ?? null, which.delegationId ?? null],
    );
  }

  /** Everybody invited, by family name. */
  invitations(tx: TenantTx, waveId: Id): Promise<InvitationRow[]> {
    return tx.query<InvitationRow>(
      `select i.id, i.delegate_id, g.person_id, p.given_name, p.family_name, p.name_order, p.salutation, p.email,
         i.answered_at, i.lettered_at, i.link_made_at, i.version
       from outcomes.invitations i
       join delegations.delegates g on g.organization_id = i.organization_id and g.id = i.delegate_id
       join people.people p on p.organization_id = g.organization_id and p.id = g.person_id
       where i.organization_id = $1 and i.wave_id = $2
       order by amity.fold(p.family_name), amity.fold(p.given_name), i.id`,
      [waveId],
    );
  }

  /** Delegates of the wave's delegation who are not invited yet: added to the roster after the survey opened. */
  async uninvited(tx: TenantTx, waveId: Id): Promise<Id[]> {
    const rows = await tx.query<{ id: Id }>(
      `select g.id from outcomes.waves w
       join delegations.delegates g on g.organization_id = w.organization_id and g.delegation_id = w.delegation_id
       where w.organization_id = $1 and w.id = $2 and not exists (
         select from outcomes.invitations i where i.organization_id = w.organization_id and i.wave_id = w.id and i.delegate_id = g.id)
       order by g.id`,
      [waveId],
    );
    return rows.map((row) => row.id);
  }
}
