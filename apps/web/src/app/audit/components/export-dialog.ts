// The history leaves Amity as a file: in which form, and why. The reason is asked for because the export is itself an entry.
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, DOCUMENT, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type AuditExport, AuditReason } from '@amity/audit';
import { AmityForm, Control, DialogFrame, ErrorSummary, Field, ProblemNotice } from '@amity/ui';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import * as z from 'zod';
import { schemaForm } from '../../forms/index.js';

/** How the page gets the file, and how many entries it will hold. */
export interface ExportQuestion {
  readonly count: string;
  get(format: AuditExport['format'], reason: string): Promise<Blob>;
}

const Wanted = z.object({ format: z.enum(['xlsx', 'csv']), reason: AuditReason });
type Wanted = z.infer<typeof Wanted>;

@Component({
  selector: 'amity-export-dialog',
  imports: [AmityForm, Control, DialogFrame, ErrorSummary, Field, FormField, ProblemNotice, TranslocoDirective],
  template: `
    <amity-dialog-frame [heading]="t('audit.export.heading')" *transloco="let t">
      <form class="stack" id="export-form" [amityForm]="form.tree">
        <p>{{ question.count }} {{ t('audit.export.sentence') }}</p>
        <amity-error-summary />
        <amity-problem-notice [problem]="form.problem()" />
        <amity-field [label]="t('audit.export.reason')" [help]="t('audit.export.reasonHelp')" [of]="form.tree.reason">
          <textarea amityControl class="input" rows="3" [formField]="form.tree.reason"></textarea>
        </amity-field>
        <amity-field [label]="t('audit.export.format')" [of]="form.tree.format">
          <select amityControl class="input" [formField]="form.tree.format">
            <option value="xlsx">{{ t('audit.export.xlsx') }}</option>
            <option value="csv">{{ t('audit.export.csv') }}</option>
          </select>
        </amity-field>
      </form>
      <ng-container actions>
        <button type="button" class="button" (click)="dialog.close()">{{ t('ui.cancel') }}</button>
        <button type="submit" form="export-form" class="button primary" [disabled]="form.saving()">{{ t('audit.export.save') }}</button>
      </ng-container>
    </amity-dialog-frame>
  `,
})
export class ExportDialog {
  private readonly document = inject(DOCUMENT);
  private readonly words = inject(TranslocoService);
  protected readonly question = inject<ExportQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly form = schemaForm<Wanted, Wanted>({ format: 'xlsx', reason: '' }, Wanted, async ({ format, reason }) => {
    this.save(await this.question.get(format, reason), format);
    this.dialog.close(true);
  });

  private save(file: Blob, format: AuditExport['format']): void {
    const address = URL.createObjectURL(file);
    const link = this.document.createElement('a');
    link.href = address;
    link.download = `${this.words.translate('audit.export.file')}.${format}`;
    this.document.body.append(link);
    link.click();
    link.remove();
    // the browser reads the address after this turn, and on a busy machine much later
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }
}
