// Figures in words, the same on every page: never a number without the people it rests on, never a withheld figure as a blank.
import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { type Caveat, type Estimate, type Indicator, type PeopleCount, type ResponseFlow, wholePercent } from '@amity/outcomes';
import type { Tone } from '@amity/ui';
import { Formats } from '../language/index.js';

const tones: Readonly<Record<Indicator['progress']['state'], Tone>> = {
  unknown: 'calm',
  away: 'blocked',
  unchanged: 'waits',
  under_way: 'calm',
  reached: 'done',
};

@Injectable({ providedIn: 'root' })
export class OutcomeWords {
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);

  amount(value: number): string {
    return this.formats.number(value, { maximumFractionDigits: 2 });
  }

  mean(value: number): string {
    return this.formats.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
  }

  people(count: PeopleCount): string {
    return count === null ? this.say('figure.fewPeople') : this.formats.number(count);
  }

  percent(share: number): string {
    return this.formats.number(share, { style: 'percent', maximumFractionDigits: 0 });
  }

  /** "n = 12, 95 % interval 3.6 to 4.4", or why there is none. */
  ground({ n, low, high, withheld }: Estimate): string {
    if (withheld || n === null) return this.say('figure.withheld');
    if (n === 0) return this.say('figure.nobody');
    const count = this.formats.number(n);
    if (low === null || high === null) return this.say('figure.nOnly', { n: count });
    return this.say('figure.n', { n: count, low: this.mean(low), high: this.mean(high) });
  }

  /** The whole of an estimate for those who hear it. */
  spoken(label: string, estimate: Estimate, min: number, max: number): string {
    const ground = this.ground(estimate);
    if (estimate.mean === null) return this.say('figure.spokenNone', { label, ground });
    return this.say('figure.spoken', { label, mean: this.mean(estimate.mean), min: this.amount(min), max: this.amount(max), ground });
  }

  flow({ invited, answered, rate }: ResponseFlow): string {
    const of = this.formats.number(invited);
    if (answered === null) return this.say('flow.withheld', { invited: of });
    if (answered === 0 || rate === null) return this.say('flow.nobody', { invited: of });
    return this.say('flow.answered', { answered: this.formats.number(answered), invited: of, percent: this.percent(rate.share) });
  }

  /** The uncertainty of a response rate; empty when there is none to tell. */
  flowInterval({ rate }: ResponseFlow): string {
    return rate === null ? '' : this.say('flow.interval', { low: this.percent(rate.low), high: this.percent(rate.high) });
  }

  tone({ progress }: Indicator): Tone {
    return tones[progress.state];
  }

  progress({ progress, baseline, target, actual }: Indicator): string {
    if (actual.estimate?.withheld) return this.say('figure.withheld');
    return this.say(`progress.${progress.state}`, {
      percent: this.percent(wholePercent(progress) / 100),
      baseline: this.amount(baseline),
      target: this.amount(target),
    });
  }

  /** What the actual rests on: a day, or the answers of a survey; empty while there is nothing. `progress` says what is withheld. */
  source({ actual }: Indicator): string {
    if (actual.estimate?.withheld) return '';
    if (actual.estimate) return this.ground(actual.estimate);
    return actual.measuredOn ? this.say('figure.measuredOn', { day: this.formats.date(actual.measuredOn) }) : '';
  }

  caveat({ code, params }: Caveat): string {
    const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, this.formats.number(value)]));
    return this.say(`caveat.${code}`, shown);
  }

  private say(key: string, params: Record<string, string> = {}): string {
    return this.words.translate(`outcomes.${key}`, params);
  }
}
