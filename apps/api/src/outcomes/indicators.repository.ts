import type { Id, LocalDate, Page } from '@amity/kernel';
import type { IndicatorsQuery, Item, Scale, Sheet } from '@amity/outcomes';
import { Injectable } from '@nestjs/common';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { IndicatorEntity, MeasurementEntity } from './indicator.entity.js';
import { sheetsOf } from './waves.sql.js';

/** What stands around an indicator: names, the latest measurement, and the sheets of the waves it takes its figure from. */
export interface IndicatorFacts {
  readonly id: Id;
  readonly delegation_name: string | null;
  readonly instrument: { name: string; scales: Scale[]; items: Item[] } | null;
  readonly value: string | null;
  readonly measured_on: LocalDate | null;
  readonly measurements: number;
  readonly waves: { items: Item[]; sheets: { numbers: Sheet }[] }[];
}

@Injectable()
export class IndicatorsRepository {
  /** In the order in which they were made. Two queries and one for the facts. */
  list(tx: TenantTx, { delegationId, level, ...page }: IndicatorsQuery): Promise<Page<IndicatorEntity>> {
    const indicators = tx.from(IndicatorEntity, 'i');
    if (delegationId) indicators.where('(i.delegationId = :delegationId or i.delegationId is null)', { delegationId });
    if (level) indicators.where('i.level = :level', { level });
    return keysetPage(indicators, [{ by: 'i.id', type: 'uuid' }], page, (row) => [row.id]);
  }

  /** All of a report's indicators. */
  ofReport(tx: TenantTx, delegationId: Id | undefined): Promise<IndicatorEntity[]> {
    const indicators = tx.from(IndicatorEntity, 'i');
    if (delegationId) indicators.where('(i.delegationId = :delegationId or i.delegationId is null)', { delegationId });
    return indicators.orderBy('i.id').getMany();
  }

  async facts(tx: TenantTx, ids: readonly Id[]): Promise<Map<Id, IndicatorFacts>> {
    const rows = await tx.query<IndicatorFacts>(
      `select i.id, delegations.shown_name(d.organization_id, d.id) as delegation_name, to_jsonb(n) as instrument, m.value, m.measured_on::text, m.measurements,
         coalesce((
           select jsonb_agg(jsonb_build_object('items', e.items, 'sheets', ${sheetsOf('w')}) order by w.id)
           from outcomes.waves w
           join outcomes.instruments e on e.organization_id = w.organization_id and e.id = w.instrument_id
           where i.source = 'survey' and w.organization_id = i.organization_id and e.key = i.instrument_key and w.moment = i.moment
             and (i.delegation_id is null or w.delegation_id = i.delegation_id)
             and not exists (select from delegations.delegations k where k.organization_id = w.organization_id and k.id = w.delegation_id and k.rule = 'closed')
         ), '[]') as waves
       from outcomes.indicators i
       left join delegations.delegations d on d.organization_id = i.organization_id and d.id = i.delegation_id
       left join lateral (
         select name, scales, items from outcomes.instruments
         where organization_id = i.organization_id and key = i.instrument_key order by edition desc limit 1
       ) n on true
       left join lateral (
         select (array_agg(value order by measured_on desc))[1] as value, max(measured_on) as measured_on, count(*)::int as measurements
         from outcomes.measurements where organization_id = i.organization_id and indicator_id = i.id
       ) m on true
       where i.organization_id = $1 and i.id = any($2)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  measurements(tx: TenantTx, indicatorId: Id): Promise<MeasurementEntity[]> {
    return tx.from(MeasurementEntity, 'm').where('m.indicatorId = :indicatorId', { indicatorId }).orderBy('m.measuredOn', 'DESC').getMany();
  }
}
