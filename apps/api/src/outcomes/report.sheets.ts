// The report as a workbook: the same suppressed figures, one row each, ready for somebody else's table.
import type { ColumnSpec, DictionaryLabels, SheetSpec } from '@amity/documents';
import type { Estimate, OutcomesReport } from '@amity/outcomes';
import { caveatWritten, peopleWritten, waveName } from './report.words.js';

export const dictionaryLabels: DictionaryLabels = {
  name: 'Dictionary',
  sheet: 'Sheet',
  column: 'Column',
  type: 'Type',
  unit: 'Unit',
  description: 'Meaning',
  types: { text: 'text', integer: 'whole number', decimal: 'number', date: 'date', datetime: 'date and time', boolean: 'yes or no' },
};

const text = (label: string, width: number, description: string): ColumnSpec => ({ label, type: 'text', width, description });
const decimal = (label: string, description: string): ColumnSpec => ({ label, type: 'decimal', width: 12, description });

const estimateColumns: ColumnSpec[] = [
  text('n', 8, 'Number of people the figure rests on; <5 where it is withheld'),
  decimal('Mean', 'Mean of the answers; empty where withheld'),
  decimal('Low', 'Lower end of the 95 % interval'),
  decimal('High', 'Upper end of the 95 % interval'),
];

const estimateCells = ({ n, mean, low, high }: Estimate) => [peopleWritten(n), mean, low, high];

export function sheetsOf(report: OutcomesReport): SheetSpec[] {
  return [indicatorsOf(report), measuresOf(report), distributionsOf(report), aboutOf(report)];
}

function indicatorsOf({ indicators }: OutcomesReport): SheetSpec {
  return {
    name: 'Indicators',
    columns: [
      text('Indicator', 40, 'What is measured'),
      text('Level', 10, 'output, outcome or impact'),
      text('Unit', 14, 'Unit of the figures in this row'),
      decimal('Baseline', 'Where it began'),
      decimal('Target', 'What was aimed at'),
      decimal('Actual', 'The newest measurement or the mean of the survey; empty where withheld or not measured'),
      text('n', 8, 'Number of people behind a figure from a survey'),
      text('State', 14, 'unknown, away, unchanged, under_way or reached'),
      text('Delegation', 30, 'The delegation it belongs to, if any'),
    ],
    rows: indicators.map((i) => [
      i.name,
      i.level,
      i.unit,
      i.baseline,
      i.target,
      i.actual.value,
      i.actual.estimate ? peopleWritten(i.actual.estimate.n) : null,
      i.progress.state,
      i.delegationName,
    ]),
  };
}

function measuresOf({ waves }: OutcomesReport): SheetSpec {
  return {
    name: 'Surveys',
    columns: [
      text('Survey', 44, 'Instrument, moment and delegation'),
      text('Measure', 50, 'A scale, or one item as it was asked'),
      text('Kind', 8, 'scale or item'),
      decimal('Lowest', 'Lowest possible answer'),
      decimal('Highest', 'Highest possible answer'),
      ...estimateColumns,
    ],
    rows: waves.flatMap((wave) => [
      ...wave.scales.map((s) => [waveName(wave), s.label, 'scale', s.min, s.max, ...estimateCells(s.estimate)]),
      ...wave.items.map(({ item, estimate }) => [
        waveName(wave),
        item.text,
        'item',
        item.min ?? null,
        item.max ?? null,
        ...estimateCells(estimate),
      ]),
    ]),
  };
}

function distributionsOf({ waves }: OutcomesReport): SheetSpec {
  return {
    name: 'Distributions',
    columns: [
      text('Survey', 44, 'Instrument, moment and delegation'),
      text('Item', 50, 'The item as it was asked'),
      { label: 'Answer', type: 'integer', width: 10, description: 'One step of the range' },
      text('People', 10, 'How many chose it; <5 where it is withheld'),
    ],
    rows: waves.flatMap((wave) =>
      wave.items.flatMap(({ item, distribution }) =>
        distribution.map(({ value, count }) => [waveName(wave), item.text, value, peopleWritten(count)]),
      ),
    ),
  };
}

function aboutOf(report: OutcomesReport): SheetSpec {
  return {
    name: 'About',
    columns: [text('What', 20, 'Name of the entry'), text('Text', 100, 'Its text')],
    rows: [
      ['Organization', report.organizationName],
      ...(report.delegation ? [['Delegation', report.delegation.name]] : []),
      ...report.caveats.map((caveat) => ['How to read this', caveatWritten(caveat)]),
      ['Data', report.snapshot],
    ],
  };
}
