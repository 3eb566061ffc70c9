// How figures of the report are written, on paper and in the workbook alike.
import {
  caveatSentences,
  type Caveat,
  type Estimate,
  type OutcomesReport,
  type PeopleCount,
  type ResponseFlow,
  type WaveResults,
} from '@amity/outcomes';
import { fill } from '@amity/kernel';

export const withheldMark = '<5';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

const momentNames: Readonly<Record<WaveResults['wave']['moment'], string>> = {
  pre: 'before the visit',
  post: 'after the visit',
  months_3: '3 months later',
  months_6: '6 months later',
  months_12: '12 months later',
};

export const written = (value: number): string => number.format(value);
export const shareWritten = (share: number): string => percent.format(share);
export const dayWritten = (date: string): string => day.format(new Date(`${date}T00:00:00Z`));
export const peopleWritten = (count: PeopleCount): string => (count === null ? withheldMark : String(count));

export function waveName({ wave }: WaveResults): string {
  return `${wave.instrument.name}, ${momentNames[wave.moment]} (${wave.delegationName})`;
}

/** "n = 12" */
export function nWritten(estimate: Estimate): string {
  return `n = ${peopleWritten(estimate.n)}`;
}

/** "95 % interval 3.1 to 4.2", or nothing where none can be computed. */
export function intervalWritten({ low, high }: Estimate): string | undefined {
  return low === null || high === null ? undefined : `95 % interval ${written(low)} to ${written(high)}`;
}

/** "8 of 12 answered, 67 % (39 % to 86 %)" */
export function flowWritten({ invited, answered, rate }: ResponseFlow): string {
  const share = rate ? `, ${shareWritten(rate.share)} (${shareWritten(rate.low)} to ${shareWritten(rate.high)})` : '';
  return `${peopleWritten(answered)} of ${invited} answered${share}`;
}

export function caveatWritten({ code, params }: Caveat): string {
  return fill(caveatSentences[code], params);
}

/** "1 March 2026 to 30 May 2026" */
export function periodWritten({ from, to }: Pick<OutcomesReport, 'from' | 'to'>): string {
  return from && to ? `${dayWritten(from)} to ${dayWritten(to)}` : 'No dates yet';
}
