// Who changed what and when, of everything or of one record. The address says which record, so a link to a history can be sent.
import { Dialog } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { AuditEntry } from '@amity/audit';
import { Cell, type Column, DataTable, EmptyState, Icon, PageHeader, PrintButton, ProblemNotice, Toasts } from '@amity/ui';
import exportIcon from '@material-symbols/svg-400/rounded/download.svg';
import { can } from '../../access/index.js';
import { AuditStore } from '../audit.store.js';
import { ChangeLines } from '../components/change-lines.js';
import { EntrySheet } from '../components/entry-sheet.js';
import { ExportDialog, type ExportQuestion } from '../components/export-dialog.js';
import { HistoryFilters } from '../components/history-filters.js';
import { EntryWords } from '../entry.words.js';

@Component({
  selector: 'amity-history-page',
  imports: [
    Cell,
    ChangeLines,
    DataTable,
    EmptyState,
    EntrySheet,
    HistoryFilters,
    Icon,
    PageHeader,
    PrintButton,
    ProblemNotice,
    TranslocoDirective,
  ],
  providers: [AuditStore, EntryWords],
  templateUrl: './history.page.html',
  styleUrl: './history.page.css',
})
export class HistoryPage {
  protected readonly store = inject(AuditStore);
  protected readonly words = inject(EntryWords);
  private readonly translations = inject(TranslocoService);
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);

  protected readonly mayExport = can('audit.export');
  protected readonly exportIcon = exportIcon;

  protected readonly moreFields = (count: number) => this.words.counted('audit.moreFields', count);
  /** The record the address asks for, as far as its entries say. */
  protected readonly record = computed(() => {
    const [first] = this.store.list.items();
    return first && first.subjectId === this.store.subjectId() ? this.words.record(first) : '…';
  });
  protected readonly changes = computed(() => new Map(this.store.list.items().map((entry) => [entry.id, this.words.changes(entry)])));
  protected readonly columns = computed((): Column<AuditEntry>[] => [
    { key: 'when', label: this.translations.translate('audit.column.when'), text: (entry) => this.words.when(entry) },
    { key: 'who', label: this.translations.translate('audit.column.who'), text: (entry) => this.words.who(entry) },
    { key: 'what', label: this.translations.translate('audit.column.what'), text: (entry) => this.words.sentence(entry) },
    { key: 'why', label: this.translations.translate('audit.column.why'), text: (entry) => this.words.why(entry) },
    { key: 'changes', label: this.translations.translate('audit.column.changes') },
  ]);

  constructor() {
    this.words.know(this.store.names);
  }

  protected async export(): Promise<void> {
    const question: ExportQuestion = {
      count: this.words.counted('audit.count', this.store.list.total() ?? 0),
      get: (format, reason) => this.store.export(format, reason),
    };
    if (!(await firstValueFrom(this.dialog.open<boolean>(ExportDialog, { data: question, ariaLabelledBy: 'dialog-heading' }).closed)))
      return;
    this.toasts.show(this.translations.translate('audit.export.done'));
    this.store.list.reload();
  }
}
