// The way of an indicator: baseline at the start, target at the end, the actual between with its interval. The sentence beside
// it says the same; for those who hear it, the picture is one image with that sentence as its name.
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Indicator } from '@amity/outcomes';
import { wayOf } from '../chart.places.js';
import { OutcomeWords } from '../outcome.words.js';

@Component({
  selector: 'amity-way-bar',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'outcomes'">
      <svg role="img" [attr.aria-label]="words.progress(indicator())">
        <line class="line" y1="50%" y2="50%" [attr.x1]="way().baseline + '%'" [attr.x2]="way().target + '%'" />
        @if (way().actual !== null) {
          <line class="gone" y1="50%" y2="50%" [attr.x1]="way().baseline + '%'" [attr.x2]="way().actual + '%'" />
        }
        @if (way().low !== null) {
          <line class="interval" y1="50%" y2="50%" [attr.x1]="way().low + '%'" [attr.x2]="way().high + '%'" />
        }
        <line class="end" y1="20%" y2="80%" [attr.x1]="way().baseline + '%'" [attr.x2]="way().baseline + '%'" />
        <line class="end target" y1="10%" y2="90%" [attr.x1]="way().target + '%'" [attr.x2]="way().target + '%'" />
        @if (way().actual !== null) {
          <circle cy="50%" r="6" [attr.cx]="way().actual + '%'" />
        }
      </svg>
      <p class="ends small soft tabular">
        <span [style.flex-grow]="way().baseline"></span>
        <span class="pair" [style.flex-grow]="way().target - way().baseline">
          <span>{{ t('figure.baseline', { value: words.amount(indicator().baseline) }) }}</span>
          <span>{{ t('figure.target', { value: words.amount(indicator().target) }) }}</span>
        </span>
        <span [style.flex-grow]="100 - way().target"></span>
      </p>
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
    }

    svg {
      inline-size: 100%;
      block-size: var(--space-6);
    }

    :host-context([dir='rtl']) svg {
      transform: scaleX(-1);
    }

    .line {
      stroke: var(--color-line);
      stroke-width: 4;
    }

    .gone {
      stroke: var(--chart-1);
      stroke-width: 4;
    }

    .interval {
      stroke: var(--color-ink-soft);
      stroke-width: 1.5;
    }

    .end {
      stroke: var(--color-line-strong);
      stroke-width: 2;
    }

    .target {
      stroke: var(--chart-3);
      stroke-width: 3;
    }

    circle {
      fill: var(--chart-1);
      stroke: var(--color-surface);
      stroke-width: 2;
    }

    /* the words stand where their lines stand, as far as they have room */
    .ends {
      display: flex;
    }

    .ends > span {
      flex-basis: 0;
    }

    .pair {
      display: flex;
      justify-content: space-between;
      gap: var(--space-2);
    }
  `,
})
export class WayBar {
  readonly indicator = input.required<Indicator>();
  protected readonly words = inject(OutcomeWords);
  protected readonly way = computed(() => wayOf(this.indicator()));
}
