// How many chose each step of one question. A withheld count is a hatched outline of no particular height, and said in words in
// the table beside it.
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ItemResult } from '@amity/outcomes';
import { heightsOf } from '../chart.places.js';
import { OutcomeWords } from '../outcome.words.js';

@Component({
  selector: 'amity-answer-columns',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'outcomes'">
      <svg role="img" [attr.aria-label]="t('results.distribution', { item: result().item.text, counts: spoken() })">
        @for (column of columns(); track column.value) {
          @if (column.height === null) {
            <rect class="withheld" y="60%" height="40%" [attr.x]="column.x" [attr.width]="column.width" />
          } @else {
            <rect
              class="count"
              [attr.y]="100 - column.height * 100 + '%'"
              [attr.height]="column.height * 100 + '%'"
              [attr.x]="column.x"
              [attr.width]="column.width"
            />
          }
        }
      </svg>
      <ol role="list" aria-hidden="true" class="small soft tabular">
        @for (column of columns(); track column.value) {
          <li>
            <span class="ink">{{ column.count === null ? t('figure.few') : words.people(column.count) }}</span>
            <span>{{ column.value }}</span>
          </li>
        }
      </ol>
    </ng-container>
  `,
  styles: `
    svg {
      inline-size: 100%;
      block-size: var(--space-12);
      border-block-end: var(--hairline) solid var(--color-line-strong);
    }

    :host-context([dir='rtl']) svg {
      transform: scaleX(-1);
    }

    .count {
      fill: var(--chart-5);
    }

    .withheld {
      fill: none;
      stroke: var(--color-line-strong);
      stroke-dasharray: 3 3;
    }

    ol {
      display: grid;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      text-align: center;
    }

    li {
      display: grid;
    }

    .ink {
      color: var(--color-ink);
      font-weight: 600;
    }
  `,
})
export class AnswerColumns {
  readonly result = input.required<ItemResult>();
  protected readonly words = inject(OutcomeWords);

  protected readonly columns = computed(() => {
    const steps = this.result().distribution;
    const heights = heightsOf(steps.map((step) => step.count));
    const share = 100 / Math.max(1, steps.length);
    return steps.map((step, at) => ({
      ...step,
      height: heights[at] ?? null,
      x: `${share * (at + 0.15)}%`,
      width: `${share * 0.7}%`,
    }));
  });
  protected readonly spoken = computed(() =>
    this.result()
      .distribution.map((step) => `${step.value}: ${this.words.people(step.count)}`)
      .join('; '),
  );
}
