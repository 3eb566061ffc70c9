// The paper of a dialog: heading, content, actions at the end. Open it with the CDK's Dialog; focus trap, Escape and
// return of the focus are the CDK's. A dialog asks one thing; anything longer is a page or a side sheet.
import { Component, input } from '@angular/core';

@Component({
  selector: 'amity-dialog-frame',
  template: `
    <h2 id="dialog-heading">{{ heading() }}</h2>
    <div class="body"><ng-content /></div>
    <div class="actions"><ng-content select="[actions]" /></div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
      inline-size: min(30rem, calc(100vi - 2rem));
      max-block-size: 90vb;
      padding: var(--space-5);
      overflow-y: auto;
      border: var(--hairline) solid var(--color-line);
      border-radius: var(--radius);
      background: var(--color-raised);
      box-shadow: var(--shadow);
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      gap: var(--space-2);
      margin-block-start: var(--space-2);
    }
  `,
})
export class DialogFrame {
  readonly heading = input.required<string>();
}
