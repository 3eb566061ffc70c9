// What is still wrong with a form, above it, in words that lead to the field. Silent until the form was sent once.
import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { AmityForm } from './amity-form.js';

@Component({
  selector: 'amity-error-summary',
  imports: [TranslocoDirective],
  template: `
    @if (form.errors().length > 0) {
      <ng-container *transloco="let t">
        <h2>{{ t('ui.errorSummary.title') }}</h2>
        <ul>
          @for (error of form.errors(); track $index) {
            <li>
              <button type="button" (click)="error.focus()">{{ error.label ? error.label + ': ' : '' }}{{ error.message }}</button>
            </li>
          }
        </ul>
      </ng-container>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    :host(.shown) {
      padding: var(--space-3) var(--space-4);
      border: var(--hairline) solid var(--color-brick);
      border-radius: var(--radius);
      background: var(--color-brick-soft);
    }

    h2 {
      font-size: var(--text);
    }

    ul {
      margin-block-start: var(--space-1);
      padding-inline-start: var(--space-5);
    }

    button {
      min-block-size: 1.5rem;
      padding: 0;
      border: 0;
      background: none;
      color: var(--color-brick-ink);
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 0.2em;
      cursor: pointer;
    }
  `,
  host: { role: 'alert', tabindex: '-1', '[class.shown]': 'form.errors().length > 0', '[hidden]': 'form.errors().length === 0' },
})
export class ErrorSummary {
  protected readonly form = inject(AmityForm);
}
