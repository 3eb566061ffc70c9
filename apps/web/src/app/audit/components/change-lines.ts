// Before and after of the first few fields of an entry, short enough for a row; the sheet shows them all.
import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '@amity/ui';
import arrowIcon from '@material-symbols/svg-400/rounded/arrow_right_alt.svg';
import type { FieldChange } from '../field.words.js';

const shownFields = 3;

@Component({
  selector: 'amity-change-lines',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <ul role="list">
        @for (change of first(); track change.field) {
          <li>
            <span class="field" translate="no">{{ change.label }}</span>
            @if (change.before !== null) {
              <span class="visually-hidden">{{ t('audit.from') }}</span>
              <bdi class="before" translate="no">{{ change.before }}</bdi>
            }
            @if (change.before !== null && change.after !== null) {
              <amity-icon [svg]="arrowIcon" [mirrored]="true" /> <span class="visually-hidden">{{ t('audit.to') }}</span>
            }
            @if (change.after !== null) {
              <bdi translate="no">{{ change.after }}</bdi>
            }
          </li>
        }
      </ul>
      @if (rest()) {
        <span class="soft small">{{ rest() }}</span>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 40rem;
    }

    li {
      display: -webkit-box;
      overflow: hidden;
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }

    .field {
      margin-inline-end: var(--space-1);
      color: var(--color-ink-soft);
    }

    .before {
      color: var(--color-ink-soft);
    }
  `,
})
export class ChangeLines {
  readonly changes = input.required<readonly FieldChange[]>();
  /** Says how many more there are. */
  readonly more = input.required<(count: number) => string>();

  protected readonly arrowIcon = arrowIcon;
  protected readonly first = computed(() => this.changes().slice(0, shownFields));
  protected readonly rest = computed(() => {
    const count = this.changes().length - shownFields;
    return count > 0 ? this.more()(count) : '';
  });
}
