// What an import would do, or did: the counts, every row that does not fit and why, every change, and the questions that only
// a person can answer.
import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { RosterReport } from '@amity/delegations';
import type { ColumnChoice } from '@amity/interchange';
import { Icon } from '@amity/ui';
import doneIcon from '@material-symbols/svg-400/rounded/check_circle.svg';
import downloadIcon from '@material-symbols/svg-400/rounded/download.svg';
import { rowsToWrite } from '../roster-import.logic.js';

@Component({
  selector: 'amity-import-report',
  imports: [Icon, TranslocoDirective],
  templateUrl: './import-report.html',
  styleUrl: './import-report.css',
})
export class ImportReportView {
  readonly report = input.required<RosterReport>();
  /** True before anything is saved. */
  readonly preview = input(false);
  readonly answered = output<{ column: string; choice: ColumnChoice }>();
  readonly download = output();

  protected readonly doneIcon = doneIcon;
  protected readonly downloadIcon = downloadIcon;
  protected readonly kinds = ['new', 'changed', 'unchanged', 'refused'] as const;
  protected readonly writes = computed(() => rowsToWrite(this.report()) > 0);
  protected readonly questions = computed(() => this.report().obstacles.filter(({ choices }) => choices.length > 0));
  protected readonly sentence = computed(() => {
    if (!this.writes()) return 'nothing';
    return this.preview() ? 'would' : 'did';
  });
}
