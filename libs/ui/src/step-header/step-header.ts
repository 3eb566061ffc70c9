// Where one is in a form of several steps, with its end in sight, and that nothing typed is lost.
import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

@Component({
  selector: 'amity-step-header',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <div class="bars" aria-hidden="true">
        @for (bar of bars(); track $index) {
          <span [class.reached]="bar"></span>
        }
      </div>
      <p>
        {{ t('ui.steps.at', { step: step(), of: of() }) }}
        @if (saved()) {
          <span role="status">· {{ saved() }}</span>
        }
      </p>
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: var(--space-5);
    }

    .bars {
      display: grid;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      gap: var(--space-1);
    }

    .bars span {
      block-size: var(--space-1);
      border-radius: var(--radius-pill);
      background: var(--color-line);
    }

    .bars .reached {
      background: var(--color-accent-fill);
    }

    p {
      margin-block-start: var(--space-2);
      color: var(--color-ink-soft);
      font-size: var(--text-small);
    }
  `,
})
export class StepHeader {
  /** From 1. */
  readonly step = input.required<number>();
  readonly of = input.required<number>();
  /** What autosave has to say: "saved just now". */
  readonly saved = input('');

  protected readonly bars = computed(() => Array.from({ length: this.of() }, (_, at) => at < this.step()));
}
