// Who, what, when and why, one field each, all in the address. What is typed narrows a moment after the last key.
import { Component, DestroyRef, inject } from '@angular/core';
import { auditActions } from '@amity/audit';
import { TranslocoDirective } from '@jsverse/transloco';
import { AuditStore, type FilterName } from '../audit.store.js';
import { recordKinds } from '../record.kinds.js';

@Component({
  selector: 'amity-history-filters',
  imports: [TranslocoDirective],
  templateUrl: './history-filters.html',
  styleUrl: './history-filters.css',
})
export class HistoryFilters {
  protected readonly store = inject(AuditStore);
  protected readonly actions = auditActions;
  protected readonly kinds = recordKinds;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected type(name: FilterName, value: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.store.narrow(name, value), 250);
  }

  protected choose(name: FilterName, value: string): void {
    void this.store.narrow(name, value);
  }

  protected clear(): void {
    clearTimeout(this.timer);
    void this.store.widen();
  }
}
