// Asks before what cannot be undone; what can be undone is done at once and offers "Undo" in a toast instead.
import { Dialog, DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, Injectable } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { DialogFrame } from './dialog-frame.js';

export interface Question {
  /** What will happen, as a question. */
  readonly heading: string;
  /** What it means for whom, and what stays. */
  readonly sentence: string;
  /** The verb on the button, never "OK". */
  readonly action: string;
  readonly danger?: boolean;
}

@Component({
  selector: 'amity-confirm-dialog',
  imports: [DialogFrame, TranslocoDirective],
  template: `
    <amity-dialog-frame [heading]="question.heading" *transloco="let t">
      <p>{{ question.sentence }}</p>
      <ng-container actions>
        <button type="button" class="button" cdkFocusInitial (click)="dialog.close(false)">{{ t('ui.cancel') }}</button>
        <button
          type="button"
          class="button"
          [class.danger]="question.danger"
          [class.primary]="!question.danger"
          (click)="dialog.close(true)"
        >
          {{ question.action }}
        </button>
      </ng-container>
    </amity-dialog-frame>
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
}

@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(Dialog);

  /** True when confirmed; closing it any other way is a no. */
  async ask(question: Question): Promise<boolean> {
    const opened = this.dialog.open<boolean, Question, ConfirmDialog>(ConfirmDialog, {
      data: question,
      role: 'alertdialog',
      ariaLabelledBy: 'dialog-heading',
      autoFocus: '[cdkFocusInitial]',
    });
    return (await firstValueFrom(opened.closed)) === true;
  }
}
