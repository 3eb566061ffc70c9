import { DOCUMENT, inject, Injectable } from '@angular/core';

const prefix = 'amity.columns.';

/** Which columns of a list somebody does not want to see, remembered on this device. */
@Injectable({ providedIn: 'root' })
export class ColumnChoice {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;

  /** Keys of the hidden columns; before any choice, those that are extra. */
  hidden(list: string, columns: readonly { readonly key: string; readonly extra?: boolean }[]): ReadonlySet<string> {
    const kept = this.storage?.getItem(prefix + list);
    if (kept !== null && kept !== undefined) return new Set(kept.split(' ').filter(Boolean));
    return new Set(columns.filter(({ extra }) => extra).map(({ key }) => key));
  }

  remember(list: string, hidden: ReadonlySet<string>): void {
    this.storage?.setItem(prefix + list, [...hidden].join(' '));
  }
}
