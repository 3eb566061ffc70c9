// A list people work in all day: columns to choose, a head that stays, the count always in sight, the next page by "load more".
// Keys: j and k (or arrows) move between rows, Enter opens, x selects. The first column's button is what the focus stands on;
// a click anywhere in the row does the same. On a narrow screen each row becomes a card: nothing is cut off.
import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChildren, ElementRef, inject, input, linkedSignal, model, output } from '@angular/core';
import { CdkMenu, CdkMenuItemCheckbox, CdkMenuTrigger } from '@angular/cdk/menu';
import { TranslocoDirective } from '@jsverse/transloco';
import checkIcon from '@material-symbols/svg-400/rounded/check.svg';
import columnsIcon from '@material-symbols/svg-400/rounded/view_column.svg';
import { Icon } from '../icon/icon.js';
import { Skeleton } from '../skeleton/skeleton.js';
import { Cell } from './cell.js';
import { ColumnChoice } from './column-choice.js';

export interface Column<T> {
  readonly key: string;
  readonly label: string;
  /** What stands in the cell, unless there is an `amityCell` template of this key. */
  readonly text?: (row: T) => string;
  /** Digits stand under digits. */
  readonly numeric?: boolean;
  /** Shown only when chosen. */
  readonly extra?: boolean;
}

@Component({
  selector: 'amity-data-table',
  imports: [CdkMenu, CdkMenuItemCheckbox, CdkMenuTrigger, Icon, NgTemplateOutlet, Skeleton, TranslocoDirective],
  templateUrl: './data-table.html',
  styleUrl: './data-table.css',
  host: { '(document:keydown)': 'key($event)' },
})
export class DataTable<T extends { readonly id: string }> {
  /** What the rows are, for screen readers and for remembering the columns: one name per list. */
  readonly label = input.required<string>();
  readonly name = input.required<string>();
  readonly columns = input.required<readonly Column<T>[]>();
  readonly rows = input.required<readonly T[]>();
  /** All that match, loaded or not; null before the first answer. */
  readonly total = input.required<number | null>();
  readonly loading = input(false);
  readonly more = input(false);
  readonly selectable = input(false);
  readonly selected = model<ReadonlySet<string>>(new Set());
  /** The row that is open beside the list. */
  readonly openId = input<string | null>(null);
  readonly opened = output<T>();
  readonly loadMore = output();

  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly choice = inject(ColumnChoice);
  private readonly cells = contentChildren(Cell);

  protected readonly columnsIcon = columnsIcon;
  protected readonly checkIcon = checkIcon;
  protected readonly templates = computed(() => new Map(this.cells().map((cell) => [cell.amityCell(), cell.template])));
  private readonly hidden = linkedSignal(() => this.choice.hidden(this.name(), this.columns()));
  protected readonly shown = computed(() => this.columns().filter(({ key }, at) => at === 0 || !this.hidden().has(key)));
  protected readonly allSelected = computed(() => this.rows().length > 0 && this.rows().every(({ id }) => this.selected().has(id)));

  protected isShown(key: string): boolean {
    return !this.hidden().has(key);
  }

  protected toggleColumn(key: string): void {
    this.hidden.update((keys) => toggled(keys, key));
    this.choice.remember(this.name(), this.hidden());
  }

  protected toggle(id: string): void {
    this.selected.update((ids) => toggled(ids, id));
  }

  protected toggleAll(): void {
    this.selected.set(this.allSelected() ? new Set() : new Set(this.rows().map(({ id }) => id)));
  }

  protected selectNone(): void {
    this.selected.set(new Set());
  }

  protected clickRow(event: MouseEvent, row: T): void {
    if (event.target instanceof Element && event.target.closest('a, button, input, label')) return;
    if (this.host.ownerDocument.getSelection()?.toString()) return; // somebody marks text to copy it
    this.opened.emit(row);
  }

  protected key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.listensTo(event.target)) return;
    const openers = [...this.host.querySelectorAll<HTMLElement>('.open')];
    const at = openers.findIndex((opener) => opener.closest('tr')?.contains(this.host.ownerDocument.activeElement));
    const inside = event.target instanceof Node && this.host.contains(event.target);
    const step = { j: 1, k: -1, ...(inside ? { ArrowDown: 1, ArrowUp: -1 } : {}) }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      openers[Math.min(Math.max(at + step, 0), openers.length - 1)]?.focus();
    } else if (event.key === 'x' && at >= 0 && this.selectable()) {
      const row = this.rows()[at];
      if (row) this.toggle(row.id);
    }
  }

  /** Its own keys, and those pressed while the focus is on no control at all. */
  private listensTo(target: EventTarget | null): boolean {
    if (!(target instanceof HTMLElement)) return false;
    if (target.matches('select, textarea, input:not([type=checkbox])') || target.isContentEditable) return false;
    return this.host.contains(target) || target.matches('body, main, h1');
  }
}

function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}
