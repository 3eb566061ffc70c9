// The way from a page that tells a record's story in its own words to every entry of it, reads and reasons included.
import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { can } from '../../access/index.js';

@Component({
  selector: 'amity-history-link',
  imports: [RouterLink, TranslocoDirective],
  template: `
    @if (mayRead()) {
      <a class="no-print" routerLink="/audit" [queryParams]="{ subjectId: subjectId() }" *transloco="let t">{{ t('ui.wholeHistory') }}</a>
    }
  `,
  styles: `
    a {
      display: inline-block;
      margin-block-start: var(--space-3);
    }
  `,
})
export class HistoryLink {
  readonly subjectId = input.required<string>();
  protected readonly mayRead = can('audit.read');
}
