// Ranges of nights a family offers: first night and the morning on which the guest leaves, as many ranges as it likes.
import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Control, Field, Icon } from '@amity/ui';
import addIcon from '@material-symbols/svg-400/rounded/add.svg';
import removeIcon from '@material-symbols/svg-400/rounded/close.svg';

export interface Nights {
  readonly from: string;
  readonly to: string;
}

@Component({
  selector: 'amity-nights-field',
  imports: [Control, Field, Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @for (range of value(); track $index; let at = $index) {
        <fieldset>
          <legend class="visually-hidden">{{ t('hosting.signUp.range', { number: at + 1 }) }}</legend>
          <amity-field
            [label]="t('hosting.fields.offerFrom')"
            [error]="errorOf()('offers.' + at + '.from')"
            [attr.data-path]="'offers.' + at + '.from'"
          >
            <input amityControl class="input" type="date" [min]="today()" [value]="range.from" (change)="set(at, { from: text($event) })" />
          </amity-field>
          <amity-field
            [label]="t('hosting.fields.offerTo')"
            [error]="errorOf()('offers.' + at + '.to')"
            [attr.data-path]="'offers.' + at + '.to'"
          >
            <input
              amityControl
              class="input"
              type="date"
              [min]="range.from || today()"
              [value]="range.to"
              (change)="set(at, { to: text($event) })"
            />
          </amity-field>
          @if (value().length > 1 || removable()) {
            <button
              type="button"
              class="button round"
              [attr.aria-label]="t('hosting.signUp.removeRange', { number: at + 1 })"
              (click)="remove(at)"
            >
              <amity-icon [svg]="removeIcon" />
            </button>
          }
        </fieldset>
      }
      <button type="button" class="button" [disabled]="value().length >= 20" (click)="add()">
        <amity-icon [svg]="addIcon" /> {{ t('hosting.signUp.addRange') }}
      </button>
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }

    fieldset {
      position: relative;
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr));
      gap: var(--space-3);
      align-items: start;
      min-inline-size: 0;
      padding: var(--space-4);
      border: var(--hairline) solid var(--color-line);
      border-radius: var(--radius);
      background: var(--color-surface);
    }

    fieldset:has(.round) {
      padding-block-start: var(--space-8);
    }

    .round {
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 0;
    }

    .button:not(.round) {
      min-block-size: calc(var(--target) + var(--space-2));
    }
  `,
})
export class NightsField {
  readonly value = input.required<readonly Nights[]>();
  readonly today = input.required<string>();
  /** The sentence for what is wrong at a path such as `offers.0.to`. */
  readonly errorOf = input<(path: string) => string>(() => '');
  /** The last range may be taken away too. */
  readonly removable = input(false);
  readonly changed = output<{ from: string; to: string }[]>();

  protected readonly addIcon = addIcon;
  protected readonly removeIcon = removeIcon;

  protected text(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }

  protected set(at: number, change: Partial<Nights>): void {
    this.changed.emit(this.value().map((range, other) => ({ ...range, ...(other === at ? change : {}) })));
  }

  protected add(): void {
    this.changed.emit([...this.value(), { from: '', to: '' }]);
  }

  protected remove(at: number): void {
    this.changed.emit(
      this.value()
        .filter((_, other) => other !== at)
        .map((range) => ({ ...range })),
    );
  }
}
