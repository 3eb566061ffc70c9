// The head of every page: its title, the one sentence of state that matters, the primary action at the end.
// The title is the page's only h1; after navigation the focus moves here.
import { Component, input } from '@angular/core';

@Component({
  selector: 'amity-page-header',
  template: `
    <div class="words">
      <h1 tabindex="-1">{{ heading() }}</h1>
      <p class="state"><ng-content /></p>
    </div>
    <div class="actions no-print"><ng-content select="[action]" /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      justify-content: space-between;
      gap: var(--space-3) var(--space-6);
      margin-block-end: var(--space-5);
    }

    .words {
      flex: 1 1 20rem;
      min-inline-size: 0;
    }

    .state {
      margin-block-start: var(--space-1);
      color: var(--color-ink-soft);
    }

    .state:empty {
      display: none;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }

    .actions:empty {
      display: none;
    }
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
}
