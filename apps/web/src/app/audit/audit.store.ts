// The history as the address asks for it: of everything or of one record, narrowed by who, what, when and why.
import { computed, inject, Injectable } from '@angular/core';
import type { AuditEntry, AuditExport } from '@amity/audit';
import { FilterState } from '@amity/ui';
import { keysetList } from '../http/index.js';
import { AuditApi, entriesAddress } from './audit.api.js';
import { namesIn } from './record.name.js';

/** The filters of the address, apart from the record. */
export const filterNames = ['who', 'action', 'subject', 'from', 'to', 'reason'] as const;
export type FilterName = (typeof filterNames)[number];

@Injectable()
export class AuditStore {
  private readonly filters = inject(FilterState);
  private readonly api = inject(AuditApi);

  readonly subjectId = this.filters.value('subjectId');
  readonly narrowedBy: Readonly<Record<FilterName, () => string | null>> = {
    who: this.filters.value('who'),
    action: this.filters.value('action'),
    subject: this.filters.value('subject'),
    from: this.filters.value('from'),
    to: this.filters.value('to'),
    reason: this.filters.value('reason'),
  };
  readonly question = computed(() => ({
    subjectId: this.subjectId(),
    ...Object.fromEntries(filterNames.map((name) => [name, this.narrowedBy[name]()])),
  }));
  readonly narrowed = computed(() => filterNames.some((name) => this.narrowedBy[name]() !== null));
  readonly list = keysetList<AuditEntry>(() => entriesAddress, this.question);
  /** What the records of the loaded entries are called, as far as the entries say. */
  readonly names = computed(() => namesIn(this.list.items()));
  readonly openId = this.filters.value('entry');
  readonly open = computed(() => this.list.items().find(({ id }) => id === this.openId()) ?? null);

  show(id: string | null): Promise<boolean> {
    return this.filters.set({ entry: id });
  }

  /** Null shows every record's changes again. */
  showRecord(subjectId: string | null): Promise<boolean> {
    return this.filters.set({ subjectId, entry: null });
  }

  narrow(name: FilterName, value: string): Promise<boolean> {
    return this.filters.set({ [name]: value.trim(), entry: null });
  }

  widen(): Promise<boolean> {
    return this.filters.set(Object.fromEntries(filterNames.map((name) => [name, null])));
  }

  /** What is listed, all of it, as a file. */
  export(format: AuditExport['format'], reason: string): Promise<Blob> {
    const asked = Object.entries({ ...this.question(), reason: null }).filter(([, value]) => value !== null);
    const reasonContains = this.narrowedBy.reason();
    return this.api.export({ ...Object.fromEntries(asked), ...(reasonContains ? { reasonContains } : {}), format, reason });
  }
}
