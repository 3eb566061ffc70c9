// The filters of a list as chips that are on or off, bound to the address; a search field before them when the list has one.
import { Component, computed, DestroyRef, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import checkIcon from '@material-symbols/svg-400/rounded/check.svg';
import { Icon } from '../icon/icon.js';
import { FilterState } from './filter-state.js';

export interface Filter {
  /** Query parameter. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

@Component({
  selector: 'amity-filter-chips',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (search()) {
        <input
          class="input"
          type="search"
          [attr.aria-label]="search()"
          [placeholder]="search()"
          [value]="typed() ?? ''"
          (input)="type($event)"
        />
      }
      @for (filter of groups(); track filter.name) {
        <div role="group" [attr.aria-label]="filter.label">
          @for (option of filter.options; track option.value) {
            <button type="button" [attr.aria-pressed]="option.on" (click)="state.toggle(filter.name, option.value)">
              @if (option.on) {
                <amity-icon [svg]="checkIcon" />
              }
              {{ option.label }}
            </button>
          }
        </div>
      }
      @if (any()) {
        <button type="button" class="clear" (click)="clear()">{{ t('ui.filters.clear') }}</button>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
      margin-block-end: var(--space-4);
    }

    input {
      inline-size: min(18rem, 100%);
    }

    div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }

    button {
      display: inline-flex;
      align-items: center;
      gap: var(--space-1);
      min-block-size: calc(var(--target) - var(--space-1));
      padding-inline: var(--space-3);
      border: var(--hairline) solid var(--color-line-strong);
      border-radius: var(--radius-pill);
      background: var(--color-surface);
      cursor: pointer;
    }

    button:hover {
      background: var(--color-hover);
    }

    button[aria-pressed='true'] {
      border-color: var(--color-accent);
      background: var(--color-accent-soft);
      color: var(--color-accent);
      font-weight: 600;
    }

    .clear {
      border-color: transparent;
      background: none;
      color: var(--color-accent);
    }
  `,
})
export class FilterChips {
  readonly filters = input.required<readonly Filter[]>();
  /** Label of the search field (query parameter `q`); empty for none. */
  readonly search = input('');

  protected readonly state = inject(FilterState);
  protected readonly typed = this.state.value('q');
  protected readonly checkIcon = checkIcon;
  protected readonly groups = computed(() =>
    this.filters().map((filter) => {
      const on = this.state.values(filter.name)();
      return { ...filter, options: filter.options.map((option) => ({ ...option, on: on.includes(option.value) })) };
    }),
  );
  protected readonly any = computed(() => this.typed() !== null || this.groups().some(({ options }) => options.some(({ on }) => on)));

  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected type(event: Event): void {
    const typed = event.target instanceof HTMLInputElement ? event.target.value : '';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.state.set({ q: typed.trim() }), 200);
  }

  protected clear(): void {
    clearTimeout(this.timer);
    void this.state.set({ q: null, ...Object.fromEntries(this.filters().map(({ name }) => [name, null])) });
  }
}
