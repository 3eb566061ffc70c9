// An indicator is a measure with a baseline and a target. Its actual comes from measurements that somebody enters by date, or
// from a survey: the mean of one scale or item over the waves of one moment.
import { Id, issue, LocalDate, pageOf, PageQuery, Version } from '@amity/kernel';
import * as z from 'zod';
import { Estimate } from './figures.contract.js';
import { ItemKey, Measure } from './instrument.contract.js';
import { WaveMoment } from './moments.js';

export const IndicatorLevel = z.enum(['output', 'outcome', 'impact']).meta({ id: 'IndicatorLevel' });
export type IndicatorLevel = z.infer<typeof IndicatorLevel>;

export const IndicatorSource = z.enum(['measured', 'survey']).meta({ id: 'IndicatorSource' });
export type IndicatorSource = z.infer<typeof IndicatorSource>;

/** Large enough for any count, small enough to be written without an exponent. */
const Amount = z.number(issue('number_missing')).min(-1e12).max(1e12);
const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

export const IndicatorDraft = z
  .object({
    name: z.string().trim().min(1, issue('indicator_name_missing')).max(200),
    level: IndicatorLevel,
    unit: z.string().trim().min(1, issue('unit_missing')).max(60),
    baseline: Amount,
    target: Amount,
    source: IndicatorSource,
    delegationId: orNull(Id),
    /** With source `survey`: which instrument, which of its measures, at which moment. */
    instrumentKey: orNull(ItemKey),
    measure: orNull(Measure),
    moment: orNull(WaveMoment),
  })
  .refine((draft) => draft.baseline !== draft.target, {
    path: ['target'],
    error: issue('target_is_baseline'),
  })
  .superRefine((draft, context) => {
    if (draft.source === 'measured') return;
    if (!draft.instrumentKey) context.addIssue({ code: 'custom', path: ['instrumentKey'], message: issue('instrument_missing') });
    if (!draft.measure) context.addIssue({ code: 'custom', path: ['measure'], message: issue('measure_missing') });
    if (!draft.moment) context.addIssue({ code: 'custom', path: ['moment'], message: issue('moment_missing') });
  })
  .meta({ id: 'IndicatorDraft' });
export type IndicatorDraft = z.infer<typeof IndicatorDraft>;
export type IndicatorInput = z.input<typeof IndicatorDraft>;

/** What was reached so far. `measuredOn` only with source `measured`, `estimate` only with source `survey`. */
export const Actual = z
  .object({ value: z.number().nullable(), measuredOn: LocalDate.nullable(), estimate: Estimate.nullable() })
  .meta({ id: 'Actual' });
export type Actual = z.infer<typeof Actual>;

/** Where the actual stands on the way from baseline to target; `share` 1 is the target. */
export const Progress = z
  .object({
    state: z.enum(['unknown', 'away', 'unchanged', 'under_way', 'reached']),
    share: z.number().nullable(),
  })
  .meta({ id: 'Progress' });
export type Progress = z.infer<typeof Progress>;

export const Indicator = z
  .object({
    id: Id,
    name: z.string(),
    level: IndicatorLevel,
    unit: z.string(),
    baseline: z.number(),
    target: z.number(),
    source: IndicatorSource,
    delegationId: Id.nullable(),
    delegationName: z.string().nullable(),
    instrumentKey: ItemKey.nullable(),
    /** "Program experience: I have used what I learned." */
    measureLabel: z.string().nullable(),
    measure: Measure.nullable(),
    moment: WaveMoment.nullable(),
    actual: Actual,
    progress: Progress,
    measurementCount: z.int(),
    version: Version,
  })
  .meta({ id: 'Indicator' });
export type Indicator = z.infer<typeof Indicator>;

export const IndicatorPage = pageOf(Indicator, 'IndicatorPage');

/** `delegationId` shows that delegation's indicators and those of the whole organization. */
export const IndicatorsQuery = PageQuery.extend({ delegationId: Id.optional(), level: IndicatorLevel.optional() });
export type IndicatorsQuery = z.infer<typeof IndicatorsQuery>;

export const MeasurementDraft = z
  .object({
    value: Amount,
    measuredOn: z.iso.date(issue('day_unknown')),
    note: z
      .string()
      .trim()
      .max(500)
      .nullish()
      .transform((value) => value || null),
  })
  .meta({ id: 'MeasurementDraft' });
export type MeasurementDraft = z.infer<typeof MeasurementDraft>;
export type MeasurementInput = z.input<typeof MeasurementDraft>;

export const Measurement = z
  .object({ id: Id, indicatorId: Id, value: z.number(), measuredOn: LocalDate, note: z.string().nullable(), version: Version })
  .meta({ id: 'Measurement' });
export type Measurement = z.infer<typeof Measurement>;

/** Newest first; one a day at most. */
export const MeasurementList = z.object({ items: z.array(Measurement) }).meta({ id: 'MeasurementList' });
export type MeasurementList = z.infer<typeof MeasurementList>;
