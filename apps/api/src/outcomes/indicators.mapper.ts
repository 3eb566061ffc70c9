import { measureLabel, pooledEstimate, progressOf, type Actual, type Indicator, type Measurement } from '@amity/outcomes';
import type { IndicatorEntity, MeasurementEntity } from './indicator.entity.js';
import type { IndicatorFacts } from './indicators.repository.js';

export function toIndicator(row: IndicatorEntity, facts: IndicatorFacts | undefined): Indicator {
  const actual = actualOf(row, facts);
  return {
    id: row.id,
    name: row.name,
    level: row.level,
    unit: row.unit,
    baseline: row.baseline,
    target: row.target,
    source: row.source,
    delegationId: row.delegationId,
    delegationName: facts?.delegation_name ?? null,
    instrumentKey: row.instrumentKey,
    measureLabel: facts?.instrument && row.measure ? measureLabel(facts.instrument, row.measure) : null,
    measure: row.measure,
    moment: row.moment,
    actual,
    progress: progressOf(row.baseline, row.target, actual.value),
    measurementCount: facts?.measurements ?? 0,
    version: row.version,
  };
}

function actualOf(row: IndicatorEntity, facts: IndicatorFacts | undefined): Actual {
  if (row.source === 'measured' || row.measure === null) {
    const value = facts?.value ?? null;
    return { value: value === null ? null : Number(value), measuredOn: facts?.measured_on ?? null, estimate: null };
  }
  const waves = (facts?.waves ?? []).map((wave) => ({ items: wave.items, sheets: wave.sheets.map((sheet) => sheet.numbers) }));
  const estimate = pooledEstimate(row.measure, waves);
  return { value: estimate.mean, measuredOn: null, estimate };
}

export function toMeasurement(row: MeasurementEntity): Measurement {
  return { id: row.id, indicatorId: row.indicatorId, value: row.value, measuredOn: row.measuredOn, note: row.note, version: row.version };
}
