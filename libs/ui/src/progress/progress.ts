// Work that takes longer than a second: what it does, how far it is in numbers, and a way to stop it.
import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

@Component({
  selector: 'amity-progress',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <div class="line">
        <span class="label">{{ label() }}</span>
        <span class="count tabular">{{
          total() === null ? t('ui.progress.unknown', { done: done() }) : t('ui.progress.count', { done: done(), total: total() })
        }}</span>
        @if (cancellable()) {
          <button type="button" class="button quiet" (click)="cancelled.emit()">{{ t('ui.cancel') }}</button>
        }
      </div>
      <progress [attr.value]="share()" max="1" [attr.aria-label]="label()"></progress>
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
    }

    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-3);
    }

    .label {
      flex: 1;
      font-weight: 600;
    }

    .count {
      color: var(--color-ink-soft);
      font-size: var(--text-small);
    }

    progress {
      inline-size: 100%;
      block-size: var(--space-2);
    }
  `,
})
export class Progress {
  readonly label = input.required<string>();
  readonly done = input.required<number>();
  /** Null while nobody knows: the bar then only shows that something moves. */
  readonly total = input.required<number | null>();
  readonly cancellable = input(false);
  readonly cancelled = output();

  protected readonly share = computed(() => {
    const total = this.total();
    return total === null || total === 0 ? null : Math.min(this.done() / total, 1);
  });
}
