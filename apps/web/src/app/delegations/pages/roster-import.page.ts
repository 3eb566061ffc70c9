// A roster from a file, in four steps: the file, its columns, what would happen, and what happened. Nothing is saved before
// the reader has seen every row that does not fit, and then the file is taken whole or not at all.
import { DOCUMENT } from '@angular/common';
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { RosterReport } from '@amity/delegations';
import { FileDrop, ProblemNotice, Progress, StepHeader } from '@amity/ui';
import { Formats } from '../../language/index.js';
import { ImportColumns } from '../components/import-columns.js';
import { ImportReportView } from '../components/import-report.js';
import { DelegationStore } from '../delegation.store.js';
import { refusedCsv, rowsToWrite } from '../roster-import.logic.js';
import { RosterImportStore, type Step } from '../roster-import.store.js';

const steps: readonly Step[] = ['file', 'columns', 'check', 'done'];

@Component({
  selector: 'amity-roster-import-page',
  imports: [FileDrop, ImportColumns, ImportReportView, ProblemNotice, Progress, RouterLink, StepHeader, TranslocoDirective],
  providers: [RosterImportStore],
  templateUrl: './roster-import.page.html',
  styles: `
    :host {
      display: block;
      max-inline-size: calc(var(--measure) * 1.8);
    }

    h2 {
      margin-block-end: var(--space-3);
    }

    amity-step-header {
      margin-block-end: var(--space-5);
    }

    amity-problem-notice {
      display: block;
      margin-block: var(--space-3);
    }

    .row {
      margin-block-start: var(--space-5);
    }
  `,
})
export class RosterImportPage {
  protected readonly record = inject(DelegationStore);
  protected readonly store = inject(RosterImportStore);
  private readonly words = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  protected readonly formats = inject(Formats);

  protected readonly limit = 20_000_000;
  protected readonly rowsToWrite = rowsToWrite;
  protected readonly at = computed(() => (this.store.step() === 'running' ? 3 : steps.indexOf(this.store.step()) + 1));
  protected readonly id = computed(() => this.record.delegation()?.id ?? '');

  constructor() {
    // The tab's count and the roster behind it are what the import made of them
    effect(() => {
      if (this.store.step() === 'done') untracked(() => void this.record.reload());
    });
  }

  protected download(report: RosterReport): void {
    const t = (name: string) => this.words.translate(`delegations.import.${name}`);
    const csv = refusedCsv(report, [t('line'), t('column'), t('value'), t('why')]);
    const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    const link = this.document.createElement('a');
    link.href = url;
    link.download = `${report.fileName.replace(/\.[^.]*$/, '')} – ${t('refusedFile')}.csv`;
    this.document.body.append(link);
    link.click();
    link.remove();
    // the browser reads the address after this turn, and on a busy machine much later
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}
