// What happened to a record, newest first: when, who, what. The page formats the times, in the zone that matters there.
import { Component, input } from '@angular/core';

export interface TimelineEntry {
  readonly id: string;
  /** As shown, for example `May 12, 09:40`. */
  readonly when: string;
  readonly who: string;
  readonly what: string;
}

@Component({
  selector: 'amity-timeline',
  template: `
    <ol role="list">
      @for (entry of entries(); track entry.id) {
        <li>
          <span class="what">{{ entry.what }}</span>
          <span class="when tabular">{{ entry.when }} · {{ entry.who }}</span>
        </li>
      }
    </ol>
  `,
  styles: `
    li {
      position: relative;
      padding-block-end: var(--space-4);
      padding-inline-start: var(--space-5);
      border-inline-start: var(--hairline) solid var(--color-line);
    }

    li:last-child {
      border-color: transparent;
      padding-block-end: 0;
    }

    li::before {
      content: '';
      position: absolute;
      inset-block-start: 0.4em;
      inset-inline-start: -0.3rem;
      inline-size: 0.55rem;
      block-size: 0.55rem;
      border: 2px solid var(--color-accent);
      border-radius: 50%;
      background: var(--color-surface);
    }

    span {
      display: block;
    }

    .when {
      color: var(--color-ink-soft);
      font-size: var(--text-small);
    }
  `,
})
export class Timeline {
  readonly entries = input.required<readonly TimelineEntry[]>();
}
