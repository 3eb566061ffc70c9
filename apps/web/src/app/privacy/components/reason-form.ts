// Why: one field, one button. Whoever uses it says what is asked for and does it; a refusal stands beside the field and the words stay.
import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Control, Field, ProblemNotice } from '@amity/ui';
import { plainForm } from '../../forms/plain-form.js';

@Component({
  selector: 'amity-reason-form',
  imports: [Control, Field, ProblemNotice, TranslocoDirective],
  template: `
    <form class="stack" (submit)="$event.preventDefault(); form.submit()">
      <amity-problem-notice [problem]="form.problem()" />
      <amity-field [label]="label()" [help]="help()" [error]="form.error('reason')">
        <textarea
          amityControl
          class="input"
          rows="2"
          [value]="form.typed().reason"
          (input)="form.set({ reason: typed($event) })"
        ></textarea>
      </amity-field>
      <div class="row">
        <button type="submit" class="button primary" [disabled]="form.saving()">{{ action() }}</button>
        <button type="button" class="button" (click)="canceled.emit()">
          <ng-container *transloco="let ui">{{ ui('ui.cancel') }}</ng-container>
        </button>
      </div>
    </form>
  `,
  styles: `
    :host {
      flex: 1 1 100%;
    }

    .row {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
  `,
})
export class ReasonForm {
  readonly label = input.required<string>();
  readonly help = input('');
  readonly action = input.required<string>();
  /** What is done with the reason. A thrown Problem is shown here. */
  readonly save = input.required<(reason: string) => Promise<unknown>>();
  readonly canceled = output();

  protected readonly form = plainForm({ reason: '' }, ({ reason }) => this.save()(reason));

  protected typed(event: Event): string {
    const { target } = event;
    return target instanceof HTMLTextAreaElement ? target.value : '';
  }
}
