// How many of the invited answered: the bar and the sentence, with the interval of the rate where there is room for it.
import { Component, inject, input } from '@angular/core';
import type { ResponseFlow } from '@amity/outcomes';
import { OutcomeWords } from '../outcome.words.js';

@Component({
  selector: 'amity-flow-bar',
  template: `
    <svg aria-hidden="true">
      <rect class="all" width="100%" height="100%" />
      @if (flow().rate; as rate) {
        <rect class="part" height="100%" [attr.width]="100 * rate.share + '%'" />
      }
    </svg>
    <p class="small tabular">{{ words.flow(flow()) }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-1);
    }

    svg {
      inline-size: 100%;
      block-size: var(--space-2);
      border-radius: var(--radius-pill);
    }

    :host-context([dir='rtl']) svg {
      transform: scaleX(-1);
    }

    .all {
      fill: var(--color-line);
    }

    .part {
      fill: var(--chart-1);
    }
  `,
})
export class FlowBar {
  readonly flow = input.required<ResponseFlow>();
  protected readonly words = inject(OutcomeWords);
}
