// One change in full: every field before and after, the way to the record and to the rest of its history.
import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AuditEntry } from '@amity/audit';
import { SideSheet, Skeleton } from '@amity/ui';
import { AuditStore } from '../audit.store.js';
import { EntryWords } from '../entry.words.js';
import { placeOf } from '../record.places.js';

@Component({
  selector: 'amity-entry-sheet',
  imports: [RouterLink, SideSheet, Skeleton, TranslocoDirective],
  templateUrl: './entry-sheet.html',
  styleUrl: './entry-sheet.css',
})
export class EntrySheet {
  /** Null while the list is on its way, or when the entry is not in it. */
  readonly entry = input.required<AuditEntry | null>();
  readonly loading = input(false);
  readonly closed = output();

  protected readonly store = inject(AuditStore);
  protected readonly words = inject(EntryWords);
  protected readonly heading = computed(() => {
    const entry = this.entry();
    return entry && this.words.sentence(entry);
  });
  protected readonly changes = computed(() => {
    const entry = this.entry();
    return entry ? this.words.changes(entry) : [];
  });
  protected readonly place = computed(() => {
    const entry = this.entry();
    return entry && entry.action !== 'removed' ? placeOf(entry.subject, entry.subjectId) : null;
  });
}
