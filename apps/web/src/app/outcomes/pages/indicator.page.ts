// One indicator: where it stands, what that rests on, and what was measured.
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Id } from '@amity/kernel';
import { PageHeader, ProblemNotice, Skeleton, StatusChip } from '@amity/ui';
import { can } from '../../access/index.js';
import { Measurements } from '../components/measurements.js';
import { WayBar } from '../components/way-bar.js';
import { IndicatorStore } from '../indicator.store.js';
import { OutcomeWords } from '../outcome.words.js';

@Component({
  selector: 'amity-indicator-page',
  imports: [Measurements, PageHeader, ProblemNotice, RouterLink, Skeleton, StatusChip, TranslocoDirective, WayBar],
  providers: [IndicatorStore],
  templateUrl: './indicator.page.html',
  styles: `
    .back {
      display: inline-block;
      margin-block-end: var(--space-2);
    }

    .number {
      font-size: var(--text-display);
      font-weight: 650;
      line-height: 1.1;
    }

    .page {
      max-inline-size: calc(2 * var(--measure));
    }
  `,
})
export class IndicatorPage {
  readonly id = input.required<Id>();
  protected readonly store = inject(IndicatorStore);
  protected readonly words = inject(OutcomeWords);
  protected readonly mayEdit = can('outcomes.edit');
  protected readonly heading = computed(() => this.store.indicator()?.name ?? '');

  constructor() {
    effect(() => void this.store.load(this.id()));
  }
}
