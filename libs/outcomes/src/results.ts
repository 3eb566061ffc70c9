// From the sheets of one wave to what may be shown of it. Sheets come without names; every figure leaves through suppression.
import type { HouseRule } from '@amity/delegations';
import { caveatsOf } from './caveats.js';
import type { Instrument, Item, Scale } from './instrument.contract.js';
import type { ItemResult, OutcomesReport, ScaleResult, TextResult, WaveResults } from './results.contract.js';
import type { Estimate } from './figures.contract.js';
import { itemsOf, outOf100, scaleScore, scored, valuesOf, type Sheet } from './scoring.js';
import { cronbachAlpha, meanOf, netRecommendation } from './statistics.js';
import {
  isSmall,
  publishedCount,
  publishedDistribution,
  publishedEstimate,
  publishedFlow,
  publishedNumber,
  publishedTexts,
} from './suppression.js';
import type { Wave } from './wave.contract.js';

/** What one person answered, by item key. */
export interface RawSheet {
  readonly numbers: Sheet;
  readonly texts: Readonly<Record<string, string>>;
}

/** Before suppression: never leaves the api. */
export interface RawWave {
  readonly wave: Wave;
  readonly instrument: Pick<Instrument, 'adaptedFrom' | 'scales' | 'items' | 'key'>;
  readonly invited: number;
  /** Of its delegation: under chatham nobody's words are shown, under closed there are counts only. */
  readonly rule: HouseRule;
  /** In an order that says nothing about people. */
  readonly sheets: readonly RawSheet[];
}

/** Alpha of few items or few people says nothing. */
const ALPHA_ITEMS = 3;
const ALPHA_PEOPLE = 10;

export function resultsOf({ wave, instrument: asked, invited, sheets, rule }: RawWave): WaveResults {
  const instrument =
    rule === 'closed' ? { ...asked, scales: [], items: asked.items.filter((item) => item.harm && item.kind === 'text') } : asked;
  const flow = publishedFlow(invited, sheets.length);
  const numbers = sheets.map((sheet) => sheet.numbers);
  const scales = instrument.scales.flatMap((scale) => scaleResult(scale, instrument.items, numbers));
  const items = instrument.items.filter((item) => item.kind === 'scale').map((item) => itemResult(item, numbers));
  const texts = instrument.items.filter((item) => item.kind === 'text' && !item.harm).map((item) => textResult(item, sheets, rule));
  const harmItems = instrument.items.filter((item) => item.harm);
  const harmed = sheets.filter((sheet) => harmItems.some((item) => sheet.texts[item.key] !== undefined)).length;
  const withheld =
    [...scales, ...items].some((result) => result.estimate.withheld) ||
    items.some((result) => result.distribution.some((step) => step.count === null)) ||
    texts.some((result) => result.withheld);
  return {
    wave,
    flow,
    adaptedFrom: instrument.adaptedFrom,
    scales,
    items,
    texts,
    harm: { asked: harmItems.length > 0, count: publishedCount(harmed) },
    netRecommendation: net(instrument, numbers),
    caveats: caveatsOf(flow, withheld),
  };
}

/** Scales whose items differ in range have no score of their own. */
function scaleResult(scale: Scale, all: readonly Item[], sheets: readonly Sheet[]): ScaleResult[] {
  const items = itemsOf(scale, all);
  const [first] = items;
  if (!first || items.some((item) => item.min !== first.min || item.max !== first.max)) return [];
  const scores = sheets.flatMap((sheet) => {
    const score = scaleScore(items, sheet);
    return score === null ? [] : [score];
  });
  const estimate = publishedEstimate(meanOf(scores));
  const complete = sheets.flatMap((sheet) => {
    const row = items.flatMap((item) => {
      const answer = sheet[item.key];
      return answer === undefined ? [] : [scored(item, answer)];
    });
    return row.length === items.length ? [row] : [];
  });
  return [
    {
      key: scale.key,
      label: scale.label,
      min: first.min,
      max: first.max,
      itemCount: items.length,
      estimate,
      outOf100: estimate.mean === null ? null : outOf100(estimate.mean, first),
      alpha: items.length >= ALPHA_ITEMS && complete.length >= ALPHA_PEOPLE ? cronbachAlpha(complete) : null,
    },
  ];
}

function itemResult(item: Item, sheets: readonly Sheet[]): ItemResult {
  const values = sheets.flatMap((sheet) => {
    const answer = sheet[item.key];
    return answer === undefined ? [] : [answer];
  });
  const steps = Array.from({ length: item.max - item.min + 1 }, (_, i) => item.min + i);
  const counts = publishedDistribution(steps.map((step) => values.filter((value) => value === step).length));
  return {
    item,
    estimate: publishedEstimate(meanOf(values)),
    distribution: counts.map((count, i) => ({ value: item.min + i, count })),
  };
}

function textResult(item: Item, sheets: readonly RawSheet[], rule: HouseRule): TextResult {
  if (rule !== 'public') return { item, answers: sheets.length === 0 ? [] : null, withheld: sheets.length > 0 };
  const texts = sheets.flatMap((sheet) => {
    const text = sheet.texts[item.key];
    return text === undefined ? [] : [text];
  });
  // by the alphabet: an order that is always the same, and tells neither who wrote nor which answers belong together
  const answers = publishedTexts(texts.sort(), sheets.length);
  return { item, answers: sheets.length === 0 ? [] : answers, withheld: sheets.length > 0 && answers === null };
}

function net(instrument: RawWave['instrument'], sheets: readonly Sheet[]): number | null {
  const item = instrument.items.find((i) => i.key === 'recommend' && i.min === 0 && i.max === 10);
  if (!item) return null;
  const values = sheets.flatMap((sheet) => {
    const answer = sheet[item.key];
    return answer === undefined ? [] : [answer];
  });
  return publishedNumber(netRecommendation(values), values.length);
}

/** The whole report but for its hash. */
export function reportOf(
  frame: Pick<OutcomesReport, 'organizationName' | 'delegation' | 'indicators'>,
  waves: readonly RawWave[],
): Omit<OutcomesReport, 'snapshot'> {
  const results = waves.map(resultsOf);
  const flow = pooledFlow(waves);
  const withheld = results.some((result) => result.caveats.some((caveat) => caveat.code === 'withheld'));
  const days = waves.flatMap(({ wave }) => [wave.opensOn, wave.closesOn]);
  const measured = frame.indicators.flatMap((indicator) => (indicator.actual.measuredOn ? [indicator.actual.measuredOn] : []));
  const all = [...(frame.delegation ? [frame.delegation.arrivesOn, frame.delegation.departsOn] : []), ...days, ...measured].sort();
  return {
    ...frame,
    from: all[0] ?? null,
    to: all.at(-1) ?? null,
    waves: results,
    flow,
    harm: pooledHarm(waves),
    caveats: caveatsOf(flow, withheld || frame.indicators.some((indicator) => indicator.actual.estimate?.withheld === true)),
  };
}

/** A total beside its parts would give a single withheld part back, so one withheld part withholds the total. */
function pooledFlow(waves: readonly RawWave[]): OutcomesReport['flow'] {
  const parts = waves.map((wave) => publishedFlow(wave.invited, wave.sheets.length));
  const invited = waves.reduce((sum, wave) => sum + wave.invited, 0);
  if (parts.some((part) => part.answered === null)) return { invited, answered: null, rate: null };
  return publishedFlow(
    invited,
    waves.reduce((sum, wave) => sum + wave.sheets.length, 0),
  );
}

function pooledHarm(waves: readonly RawWave[]): OutcomesReport['harm'] {
  const parts = waves.map((wave) => {
    const items = wave.instrument.items.filter((item) => item.harm);
    return {
      asked: items.length > 0,
      count: wave.sheets.filter((sheet) => items.some((item) => sheet.texts[item.key] !== undefined)).length,
    };
  });
  const small = parts.some((part) => publishedCount(part.count) === null);
  return { asked: parts.some((part) => part.asked), count: small ? null : parts.reduce((sum, part) => sum + part.count, 0) };
}

/** One wave's numbers, as an indicator takes them. */
export interface PooledWave {
  readonly items: readonly Item[];
  readonly sheets: readonly Sheet[];
}

/**
 * A measure over several waves. A wave that could not be shown alone is left out: otherwise the difference between two pools
 * would show it.
 */
export function pooledEstimate(measure: string, waves: readonly PooledWave[]): Estimate {
  const parts = waves.map((wave) => valuesOf(measure, wave.items, wave.sheets)).filter((values) => values.length > 0);
  const shown = parts.filter((values) => !isSmall(values.length));
  if (parts.length > 0 && shown.length === 0) return { n: null, mean: null, low: null, high: null, withheld: true };
  return publishedEstimate(meanOf(shown.flat()));
}
