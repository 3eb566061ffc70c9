// The report on paper: what was reached against the aim, then each survey with its n, then how it was counted.
import type { OutcomesBlock, OutcomesDocument, OutcomesDocumentDraft } from '@amity/documents';
import type { Indicator, ItemResult, OutcomesReport, WaveResults } from '@amity/outcomes';
import {
  caveatWritten,
  dayWritten,
  flowWritten,
  intervalWritten,
  nWritten,
  peopleWritten,
  periodWritten,
  waveName,
  withheldMark,
  written,
} from './report.words.js';

type Bar = OutcomesDocument['headline'][number];

const verdicts: Readonly<Record<Indicator['progress']['state'], string>> = {
  unknown: 'Not measured yet',
  away: 'Moved away from the target',
  unchanged: 'Unchanged',
  under_way: 'On the way',
  reached: 'Target reached',
};

export function paperOf(report: OutcomesReport): OutcomesDocumentDraft {
  const bars = report.indicators.flatMap((indicator) => barOf(indicator) ?? []);
  return {
    organization: report.organizationName,
    title: 'Outcomes report',
    ...(report.delegation ? { subtitle: report.delegation.name } : {}),
    period: periodWritten(report),
    numbers: bigNumbers(report),
    headline: bars.slice(0, 4),
    caveat: report.caveats.map(caveatWritten).join(' '),
    sections: [indicatorSection(report), ...report.waves.map(waveSection), harmSection(report)].filter(
      (section) => section.blocks.length > 0,
    ),
    annex: {
      method: [
        'Every mean is shown with the number of people it rests on and its 95 % interval (t distribution). Shares have Wilson intervals.',
        'A scale is the mean of its answered items, when at least 80 % of them were answered; reversed items are turned around first.',
      ],
      suppression: 'Counts from 1 to 4 and figures that rest on fewer than five people are withheld everywhere in this report.',
      software: 'Amity 0.1.0',
      snapshot: report.snapshot,
      entries: report.waves.map((wave) => ({
        term: waveName(wave),
        text: `${flowWritten(wave.flow)}. Open from ${dayWritten(wave.wave.opensOn)} to ${dayWritten(wave.wave.closesOn)}.${wave.adaptedFrom ? ` Adapted from ${wave.adaptedFrom}.` : ''}`,
      })),
    },
    labels: {
      baseline: 'Baseline',
      target: 'Target',
      actual: 'Now',
      headline: 'Against the aim',
      caveat: 'How to read this',
      decision: 'To decide',
      contents: 'Contents',
      table: 'Table',
      figure: 'Figure',
      suppressed: withheldMark,
      suppressedNote: `${withheldMark}: fewer than five people, withheld`,
      annex: 'Annex',
      method: 'Method',
      suppression: 'What is withheld',
      software: 'Software',
      snapshot: 'Data',
      pageOf: '{page} of {pages}',
    },
  };
}

function bigNumbers(report: OutcomesReport): OutcomesDocumentDraft['numbers'] {
  const people = report.delegation ? [{ value: String(report.delegation.delegateCount), label: 'delegates' }] : [];
  const answered =
    report.waves.length > 0
      ? [{ value: peopleWritten(report.flow.answered), label: 'answers to surveys', n: `of ${report.flow.invited} asked` }]
      : [];
  const reached = report.indicators.filter((indicator) => indicator.progress.state === 'reached').length;
  const aims = report.indicators.length > 0 ? [{ value: `${reached} of ${report.indicators.length}`, label: 'targets reached' }] : [];
  const scales = report.waves.flatMap((wave) =>
    wave.scales.flatMap(({ label, max, estimate }) => {
      if (estimate.mean === null) return [];
      const interval = intervalWritten(estimate);
      return [{ value: written(estimate.mean), label: `${label}, of ${max}`, n: nWritten(estimate), ...(interval ? { interval } : {}) }];
    }),
  );
  return [...people, ...answered, ...aims, ...scales].slice(0, 5);
}

function barOf({ name, unit, baseline, target, actual, progress }: Indicator): Bar | null {
  if (actual.value === null) return null;
  const { estimate } = actual;
  const values = [
    baseline,
    target,
    actual.value,
    ...(estimate?.low != null ? [estimate.low] : []),
    ...(estimate?.high != null ? [estimate.high] : []),
  ];
  const room = (Math.max(...values) - Math.min(...values)) * 0.1;
  return {
    label: `${name} (${unit})`,
    axis: { min: Math.min(...values) - room, max: Math.max(...values) + room },
    baseline: { value: baseline, text: written(baseline) },
    target: { value: target, text: written(target) },
    actual: {
      value: actual.value,
      text: written(actual.value),
      ...(estimate?.low != null && estimate.high != null ? { low: estimate.low, high: estimate.high } : {}),
    },
    ...(estimate ? { n: nWritten(estimate) } : {}),
    verdict: verdicts[progress.state],
  };
}

function indicatorSection({ indicators }: OutcomesReport): { heading: string; blocks: OutcomesBlock[] } {
  if (indicators.length === 0) return { heading: 'Indicators', blocks: [] };
  return {
    heading: 'Indicators',
    blocks: [
      {
        kind: 'table',
        caption: 'Baseline, target and what was reached',
        columns: [
          { label: 'Indicator', align: 'start' },
          { label: 'Level', align: 'start' },
          { label: 'Baseline', align: 'end' },
          { label: 'Target', align: 'end' },
          { label: 'Now', align: 'end' },
          { label: 'n', align: 'end' },
          { label: 'State', align: 'start' },
        ],
        rows: indicators.map(({ name, unit, level, baseline, target, actual, progress }) => [
          `${name} (${unit})`,
          level,
          written(baseline),
          written(target),
          actual.estimate?.withheld ? { suppressed: true as const } : actual.value === null ? '–' : written(actual.value),
          actual.estimate ? (actual.estimate.withheld ? { suppressed: true as const } : peopleWritten(actual.estimate.n)) : '–',
          verdicts[progress.state],
        ]),
      },
    ],
  };
}

function waveSection(results: WaveResults): { heading: string; lead: string; blocks: OutcomesBlock[] } {
  const figures = [
    ...results.scales.map(({ label, min, max, estimate }) => ({ label, range: `${min}–${max}`, estimate })),
    ...results.items.map(({ item, estimate }: ItemResult) => ({ label: item.text, range: `${item.min}–${item.max}`, estimate })),
  ];
  const table: OutcomesBlock[] =
    figures.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'Means with n and 95 % interval',
            columns: [
              { label: 'Measure', align: 'start' },
              { label: 'Range', align: 'end' },
              { label: 'n', align: 'end' },
              { label: 'Mean', align: 'end' },
              { label: 'Interval', align: 'end' },
            ],
            rows: figures.map(({ label, range, estimate }) => [
              label,
              range,
              estimate.withheld ? { suppressed: true as const } : peopleWritten(estimate.n),
              estimate.withheld ? { suppressed: true as const } : estimate.mean === null ? '–' : written(estimate.mean),
              estimate.low === null || estimate.high === null ? '–' : `${written(estimate.low)} to ${written(estimate.high)}`,
            ]),
          },
        ];
  const stories = results.texts
    .filter(({ item }) => !item.harm)
    .flatMap(({ item, answers }) => (answers ?? []).map((text) => ({ text, by: 'A delegate', theme: item.text })));
  const quotes: OutcomesBlock[] = stories.length === 0 ? [] : [{ kind: 'quotes', quotes: stories }];
  return { heading: waveName(results), lead: flowWritten(results.flow), blocks: [...table, ...quotes] };
}

function harmSection({ harm }: OutcomesReport): { heading: string; blocks: OutcomesBlock[] } {
  if (!harm.asked) return { heading: 'Harm and negative contact', blocks: [] };
  return {
    heading: 'Harm and negative contact',
    blocks: [{ kind: 'paragraph', text: `${peopleWritten(harm.count)} people described harm or a negative contact when asked for it.` }],
  };
}
