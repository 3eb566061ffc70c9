// One indicator in the list: where it started, where it stands and where it should get to, in figures, a bar and a sentence.
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Indicator } from '@amity/outcomes';
import { StatusChip } from '@amity/ui';
import { OutcomeWords } from '../outcome.words.js';
import { WayBar } from './way-bar.js';

@Component({
  selector: 'amity-indicator-card',
  imports: [RouterLink, StatusChip, TranslocoDirective, WayBar],
  template: `
    <ng-container *transloco="let t; prefix: 'outcomes'">
      <div class="top">
        <h3>
          <a [routerLink]="['/outcomes/indicators', indicator().id]">{{ indicator().name }}</a>
        </h3>
        <amity-status-chip [tone]="words.tone(indicator())">{{ t('state.' + indicator().progress.state) }}</amity-status-chip>
      </div>
      <p class="small soft">
        {{ t('level.' + indicator().level) }} ·
        {{ indicator().delegationName ?? t('everyDelegation') }}
      </p>
      <p class="figure">
        @if (indicator().actual.value !== null) {
          <span class="number tabular">{{ words.amount(indicator().actual.value ?? 0) }}</span>
        } @else {
          <span class="none">{{ t('figure.none') }}</span>
        }
        <span class="soft">{{ indicator().unit }}</span>
      </p>
      <p class="small soft tabular">{{ words.source(indicator()) }}</p>
      <amity-way-bar [indicator]="indicator()" />
      <p>{{ words.progress(indicator()) }}</p>
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--space-1);
    }

    .top {
      display: flex;
      justify-content: space-between;
      align-items: start;
      gap: var(--space-3);
    }

    .top a {
      color: var(--color-ink);
    }

    .figure {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--space-2);
      margin-block-start: var(--space-2);
    }

    .number {
      font-size: var(--text-display);
      font-weight: 650;
      line-height: 1.1;
    }

    .none {
      font-size: var(--text-title);
      color: var(--color-ink-soft);
    }

    amity-way-bar {
      margin-block-start: auto;
      padding-block-start: var(--space-2);
    }
  `,
  host: { class: 'card' },
})
export class IndicatorCard {
  readonly indicator = input.required<Indicator>();
  protected readonly words = inject(OutcomeWords);
}
