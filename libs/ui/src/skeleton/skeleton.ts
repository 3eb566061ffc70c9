// The final shape of what is loading, shown only when it takes longer than 150 ms: quick answers must not flicker.
import { Component, computed, input } from '@angular/core';

@Component({
  selector: 'amity-skeleton',
  template: `
    @for (line of bars(); track $index) {
      <span></span>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
      padding-block: var(--space-3);
      animation: appear 1ms linear 150ms both;
    }

    span {
      block-size: 1.25rem;
      border-radius: var(--radius-small);
      background: var(--color-hover);
    }

    span:nth-child(3n) {
      inline-size: 70%;
    }

    :host(.cards) span {
      block-size: 5rem;
      inline-size: 100%;
      border-radius: var(--radius);
    }

    @keyframes appear {
      from {
        visibility: hidden;
      }
    }
  `,
  host: { 'aria-hidden': 'true', '[class]': 'shape()' },
})
export class Skeleton {
  readonly lines = input(4);
  readonly shape = input<'lines' | 'cards'>('lines');
  protected readonly bars = computed(() => Array.from({ length: this.lines() }));
}
