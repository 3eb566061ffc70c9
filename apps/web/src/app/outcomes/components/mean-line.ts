// A mean as a dot on its whole range, with its 95 % interval: never an axis that begins where it flatters.
import { Component, computed, inject, input } from '@angular/core';
import type { Estimate } from '@amity/outcomes';
import { placeOn } from '../chart.places.js';
import { OutcomeWords } from '../outcome.words.js';

@Component({
  selector: 'amity-mean-line',
  template: `
    <svg role="img" [attr.aria-label]="words.spoken(label(), estimate(), min(), max())">
      <line class="range" y1="50%" y2="50%" [attr.x1]="place(min())" [attr.x2]="place(max())" />
      @for (step of steps(); track step) {
        <line class="tick" y1="35%" y2="65%" [attr.x1]="place(step)" [attr.x2]="place(step)" />
      }
      @if (estimate().low !== null && estimate().high !== null) {
        <line class="interval" y1="50%" y2="50%" [attr.x1]="place(estimate().low)" [attr.x2]="place(estimate().high)" />
      }
      @if (estimate().mean !== null) {
        <circle cy="50%" r="6" [attr.cx]="place(estimate().mean)" />
      }
    </svg>
    <p class="ends small soft tabular" aria-hidden="true">
      <span>{{ words.amount(min()) }} {{ minLabel() }}</span>
      <span>{{ words.amount(max()) }} {{ maxLabel() }}</span>
    </p>
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

    .range,
    .tick {
      stroke: var(--color-line-strong);
      stroke-width: 1;
    }

    .interval {
      stroke: var(--chart-1);
      stroke-width: 4;
      stroke-linecap: round;
      opacity: 0.5;
    }

    circle {
      fill: var(--chart-1);
      stroke: var(--color-surface);
      stroke-width: 2;
    }

    .ends {
      display: flex;
      justify-content: space-between;
      gap: var(--space-2);
    }
  `,
})
export class MeanLine {
  readonly label = input.required<string>();
  readonly estimate = input.required<Estimate>();
  readonly min = input.required<number>();
  readonly max = input.required<number>();
  readonly minLabel = input('');
  readonly maxLabel = input('');

  protected readonly words = inject(OutcomeWords);
  protected readonly steps = computed(() => Array.from({ length: this.max() - this.min() + 1 }, (_, i) => this.min() + i));

  protected place(value: number | null): string {
    return `${placeOn(value ?? this.min(), this.min(), this.max())}%`;
  }
}
