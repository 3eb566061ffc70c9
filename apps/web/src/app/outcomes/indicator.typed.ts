// An indicator as the fields of a form hold it: text, which the shared contract turns into numbers and choices.
import {
  type Indicator,
  IndicatorDraft,
  type IndicatorInput,
  type IndicatorLevel,
  type IndicatorSource,
  MeasurementDraft,
} from '@amity/outcomes';
import type { MeasurementInput } from '@amity/outcomes';
import * as z from 'zod';

export interface IndicatorTyped {
  name: string;
  level: IndicatorLevel;
  unit: string;
  baseline: string;
  target: string;
  source: IndicatorSource;
  delegationId: string;
  instrumentKey: string;
  measure: string;
  moment: string;
}
export type FieldName = keyof IndicatorTyped;

export const fieldNames: readonly FieldName[] = [
  'name',
  'level',
  'delegationId',
  'source',
  'instrumentKey',
  'measure',
  'moment',
  'unit',
  'baseline',
  'target',
];

export const blank = (delegationId: string): IndicatorTyped => ({
  name: '',
  level: 'outcome',
  unit: '',
  baseline: '',
  target: '',
  source: 'measured',
  delegationId,
  instrumentKey: '',
  measure: '',
  moment: '',
});

export const typedOf = (indicator: Indicator): IndicatorTyped => ({
  name: indicator.name,
  level: indicator.level,
  unit: indicator.unit,
  baseline: String(indicator.baseline),
  target: String(indicator.target),
  source: indicator.source,
  delegationId: indicator.delegationId ?? '',
  instrumentKey: indicator.instrumentKey ?? '',
  measure: indicator.measure ?? '',
  moment: indicator.moment ?? '',
});

/** A number field that is empty is an answer that is missing, not zero. */
const numberIn = (typed: string) => (typed.trim() === '' ? Number.NaN : Number(typed));

/** What the api is given for what was typed. */
export const IndicatorForm = z
  .custom<IndicatorTyped>()
  .transform(({ baseline, target, delegationId, instrumentKey, measure, moment, ...typed }): IndicatorInput => {
    const fromSurvey = typed.source === 'survey';
    return {
      ...typed,
      baseline: numberIn(baseline),
      target: numberIn(target),
      delegationId: delegationId || null,
      instrumentKey: (fromSurvey && instrumentKey) || null,
      measure: (fromSurvey && measure) || null,
      moment: ((fromSurvey && moment) || null) as IndicatorInput['moment'], // the draft's own schema decides whether it is one
    };
  })
  .pipe(IndicatorDraft);

export interface MeasurementTyped {
  value: string;
  measuredOn: string;
  note: string;
}

export const MeasurementForm = z
  .custom<MeasurementTyped>()
  .transform(({ value, ...typed }): MeasurementInput => ({ ...typed, value: numberIn(value) }))
  .pipe(MeasurementDraft);
