// Indicators and what was measured for them. An indicator that takes its figure from a survey takes no measurement by hand.
import type { Actor } from '@amity/access';
import { DomainError, type Id, type Page } from '@amity/kernel';
import {
  measuresOf,
  type Indicator,
  type IndicatorDraft,
  type IndicatorsQuery,
  type Measurement,
  type MeasurementDraft,
  type MeasurementList,
} from '@amity/outcomes';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { IndicatorEntity, MeasurementEntity } from './indicator.entity.js';
import { toIndicator, toMeasurement } from './indicators.mapper.js';
import { IndicatorsRepository } from './indicators.repository.js';
import { Instruments } from './instruments.service.js';
import { longDay } from './survey.letters.js';

@Injectable()
export class Indicators {
  constructor(
    private readonly tenants: Tenants,
    private readonly indicators: IndicatorsRepository,
    private readonly instruments: Instruments,
  ) {}

  list(actor: Actor, query: IndicatorsQuery): Promise<Page<Indicator>> {
    return this.tenants.read(actor, async (tx) => {
      const page = await this.indicators.list(tx, query);
      return { ...page, items: await this.shown(tx, page.items) };
    });
  }

  /** For the report, inside its snapshot. */
  async ofReport(tx: TenantTx, delegationId: Id | undefined): Promise<Indicator[]> {
    return this.shown(tx, await this.indicators.ofReport(tx, delegationId));
  }

  get(actor: Actor, id: Id): Promise<Indicator> {
    return this.tenants.read(actor, (tx) => this.show(tx, id));
  }

  add(actor: Actor, draft: IndicatorDraft): Promise<Indicator> {
    return this.tenants.write(actor, (tx) => this.addIn(tx, draft));
  }

  async addIn(tx: TenantTx, draft: IndicatorDraft): Promise<Indicator> {
    const values = await this.settled(tx, draft);
    const { id } = await withKnownDelegation(tx, () => tx.insert(IndicatorEntity, values));
    return this.show(tx, id);
  }

  change(actor: Actor, id: Id, version: number, draft: IndicatorDraft): Promise<Indicator> {
    return this.tenants.write(actor, async (tx) => {
      await tx.lock(IndicatorEntity, id, 'indicator');
      const current = await this.show(tx, id);
      const values = await this.settled(tx, draft);
      await withKnownDelegation(tx, () => tx.update(IndicatorEntity, id, version, values, 'indicator', () => current));
      return this.show(tx, id);
    });
  }

  /** Its measurements go with it; each leaves its entry in the audit log. */
  remove(actor: Actor, id: Id, version: number): Promise<void> {
    return this.tenants.write(actor, async (tx) => {
      await tx.lock(IndicatorEntity, id, 'indicator');
      for (const row of await this.indicators.measurements(tx, id)) await tx.remove(MeasurementEntity, row.id, 'any', 'measurement');
      await tx.remove(IndicatorEntity, id, version, 'indicator');
    });
  }

  measurements(actor: Actor, indicatorId: Id): Promise<MeasurementList> {
    return this.tenants.read(actor, async (tx) => {
      await tx.get(IndicatorEntity, indicatorId, 'indicator');
      return { items: (await this.indicators.measurements(tx, indicatorId)).map(toMeasurement) };
    });
  }

  measure(actor: Actor, indicatorId: Id, draft: MeasurementDraft): Promise<Measurement> {
    return this.tenants.write(actor, (tx) => this.measureIn(tx, indicatorId, draft));
  }

  async measureIn(tx: TenantTx, indicatorId: Id, draft: MeasurementDraft): Promise<Measurement> {
    const { source } = await tx.lock(IndicatorEntity, indicatorId, 'indicator');
    if (source !== 'measured') throw new DomainError('outcomes.not_measured');
    return toMeasurement(await onceADay(tx, indicatorId, draft, () => tx.insert(MeasurementEntity, { ...draft, indicatorId })));
  }

  correct(actor: Actor, id: Id, version: number, draft: MeasurementDraft): Promise<Measurement> {
    return this.tenants.write(actor, async (tx) => {
      const { indicatorId } = await tx.get(MeasurementEntity, id, 'measurement');
      const update = () => tx.update(MeasurementEntity, id, version, draft, 'measurement', toMeasurement);
      return toMeasurement(await onceADay(tx, indicatorId, draft, update));
    });
  }

  removeMeasurement(actor: Actor, id: Id, version: number): Promise<void> {
    return this.tenants.write(actor, (tx) => tx.remove(MeasurementEntity, id, version, 'measurement'));
  }

  private async show(tx: TenantTx, id: Id): Promise<Indicator> {
    const row = await tx.get(IndicatorEntity, id, 'indicator');
    return toIndicator(row, (await this.indicators.facts(tx, [id])).get(id));
  }

  private async shown(tx: TenantTx, rows: readonly IndicatorEntity[]): Promise<Indicator[]> {
    const facts = await this.indicators.facts(
      tx,
      rows.map((row) => row.id),
    );
    return rows.map((row) => toIndicator(row, facts.get(row.id)));
  }

  /** A measured indicator keeps no survey; one from a survey names a measure its instrument has. */
  private async settled(tx: TenantTx, draft: IndicatorDraft): Promise<IndicatorDraft> {
    if (draft.source === 'measured') return { ...draft, instrumentKey: null, measure: null, moment: null };
    const instrument = (await this.instruments.newest(tx)).find((each) => each.key === draft.instrumentKey);
    if (!instrument) throw refusal('instrument_unknown', 'instrumentKey');
    if (!measuresOf(instrument).some((choice) => choice.measure === draft.measure))
      throw refusal('measure_unknown', 'measure', { instrument: instrument.name });
    return draft;
  }
}

function refusal(
  entry: 'instrument_unknown' | 'measure_unknown' | 'delegation_unknown',
  path: string,
  params: Record<string, string> = {},
): DomainError {
  return new DomainError(`outcomes.${entry}`, params, { errors: [{ path, detail: 'Choose one from the list.' }] });
}

function withKnownDelegation<T>(tx: TenantTx, work: () => Promise<T>): Promise<T> {
  return tx.guarded(work, {
    indicators_of_delegation: () => {
      throw refusal('delegation_unknown', 'delegationId');
    },
  });
}

function onceADay<T>(tx: TenantTx, indicatorId: Id, draft: MeasurementDraft, work: () => Promise<T>): Promise<T> {
  return tx.guarded(work, {
    measurements_once_a_day: async () => {
      const there = await tx
        .from(MeasurementEntity, 'm')
        .where('m.indicatorId = :indicatorId and m.measuredOn = :day', { indicatorId, day: draft.measuredOn })
        .getOne();
      throw new DomainError(
        'outcomes.measured_already',
        { day: longDay(draft.measuredOn), value: there?.value ?? '?' },
        { errors: [{ path: 'measuredOn', detail: 'This day has a measurement.' }], measurement: there ? toMeasurement(there) : null },
      );
    },
  });
}
