// A failure, said so that a person can go on: what happened, what was kept, the reference to quote, and the same again in place.
import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import errorIcon from '@material-symbols/svg-400/rounded/error.svg';
import { Icon } from '../icon/icon.js';

/** What the notice shows of a problem+json answer. */
export interface ShownProblem {
  readonly title: string;
  readonly detail: string;
  readonly reference: string | null;
}

@Component({
  selector: 'amity-problem-notice',
  imports: [Icon, TranslocoDirective],
  template: `
    @if (problem(); as shown) {
      <div class="notice" role="alert" *transloco="let t">
        <amity-icon [svg]="errorIcon" />
        <div class="words">
          <p class="detail">{{ shown.detail }}</p>
          @if (kept()) {
            <p>{{ kept() }}</p>
          }
          @if (shown.reference) {
            <p class="reference">{{ t('ui.problem.reference', { reference: shown.reference }) }}</p>
          }
        </div>
        @if (retryable()) {
          <button type="button" class="button" (click)="retry.emit()">{{ t('ui.problem.retry') }}</button>
        }
      </div>
    }
  `,
  styles: `
    .notice {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: var(--space-2) var(--space-3);
      padding: var(--space-3) var(--space-4);
      border: var(--hairline) solid var(--color-brick);
      border-radius: var(--radius);
      background: var(--color-brick-soft);
    }

    amity-icon {
      color: var(--color-brick-ink);
    }

    .words {
      flex: 1 1 14rem;
    }

    .detail {
      font-weight: 600;
    }

    .reference {
      color: var(--color-ink-soft);
      font-size: var(--text-small);
    }
  `,
})
export class ProblemNotice {
  readonly problem = input.required<ShownProblem | null>();
  /** One sentence on what was not lost. */
  readonly kept = input('');
  readonly retryable = input(false);
  readonly retry = output();
  protected readonly errorIcon = errorIcon;
}
