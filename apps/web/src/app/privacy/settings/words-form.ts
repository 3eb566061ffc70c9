// One question that is answered in words, inside a card: what a step asks before it is done.
import { afterNextRender, Component, ElementRef, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Control, Field, ProblemNotice } from '@amity/ui';
import { plainForm } from '../../forms/plain-form.js';

@Component({
  selector: 'amity-words-form',
  imports: [Control, Field, ProblemNotice, TranslocoDirective],
  template: `
    <form class="stack" (submit)="$event.preventDefault(); form.submit()" *transloco="let t">
      <amity-problem-notice [problem]="form.problem()" />
      <amity-field [label]="label()" [help]="help()" [error]="form.error(field())">
        <textarea amityControl class="input" rows="3" [value]="form.typed().words" (input)="form.set({ words: text($event) })"></textarea>
      </amity-field>
      <div class="row">
        <button type="submit" class="button primary" [disabled]="form.saving()">{{ t('privacy.requests.save') }}</button>
        <button type="button" class="button" (click)="closed.emit()">{{ t('ui.cancel') }}</button>
      </div>
    </form>
  `,
})
export class WordsForm {
  readonly label = input.required<string>();
  readonly help = input('');
  /** What the api calls the field. */
  readonly field = input.required<string>();
  readonly send = input.required<(words: string) => Promise<void>>();
  readonly closed = output();

  protected readonly form = plainForm({ words: '' }, ({ words }) => this.send()(words));

  constructor() {
    const host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.querySelector('textarea')?.focus());
  }

  protected text(event: Event): string {
    return event.target instanceof HTMLTextAreaElement ? event.target.value : '';
  }
}
