// What is still missing on a step, above it: each line leads to its field.
import { Component, ElementRef, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { MySignUp } from '@amity/hosting';

@Component({
  selector: 'amity-problem-list',
  imports: [TranslocoDirective],
  template: `
    @if (problems().length > 0) {
      <ng-container *transloco="let t">
        <h2>{{ t('hosting.signUp.missing.' + (problems().length === 1 ? 'one' : 'other'), { count: problems().length }) }}</h2>
        <ul>
          @for (problem of problems(); track problem.path) {
            <li>
              <button type="button" (click)="lead(problem.path)">{{ t('hosting.problems.' + problem.code) }}</button>
            </li>
          }
        </ul>
      </ng-container>
    }
  `,
  styles: `
    :host {
      display: block;
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
      min-block-size: var(--space-6);
      padding: 0;
      border: 0;
      background: none;
      color: var(--color-brick-ink);
      text-align: start;
      vertical-align: top;
      text-decoration: underline;
      text-underline-offset: 0.2em;
      cursor: pointer;
    }
  `,
  host: { role: 'alert', tabindex: '-1', '[hidden]': 'problems().length === 0' },
})
export class ProblemList {
  readonly problems = input.required<MySignUp['problems']>();
  private readonly document = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.ownerDocument;

  protected lead(path: string): void {
    const field = this.document.querySelector(`[data-path="${CSS.escape(path)}"]`);
    field?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }
}
