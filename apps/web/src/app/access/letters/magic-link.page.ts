// Where the link to sign in leads: one button. Opening the page spends nothing, so a scanner of mail that opens it leaves the link whole.
import { Component, DOCUMENT, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '@amity/ui';
import { Problem, safeReturn } from '../../http/index.js';
import { tokenOfLetter } from './letter-token.js';
import { LettersApi } from './letters.api.js';

@Component({
  selector: 'amity-magic-link-page',
  imports: [ProblemNotice, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'access.magicLink'">
      <h1 tabindex="-1">{{ t('heading') }}</h1>
      @if (token === null || problem()) {
        <amity-problem-notice [problem]="problem()" [retryable]="problem()?.offline ?? false" (retry)="use()" />
        @if (token === null) {
          <p>{{ t('missing') }}</p>
        }
        <a class="button wide" routerLink="/sign-in/by-mail">{{ t('again') }}</a>
      } @else if (step() === 'code') {
        <p>{{ t('codeSentence') }}</p>
        <form class="stack" (submit)="$event.preventDefault(); use(code.value)">
          <amity-problem-notice [problem]="wrongCode()" />
          <label class="field">
            <span>{{ t('code') }}</span>
            <input
              #code
              class="input tabular"
              autocomplete="one-time-code"
              autocapitalize="none"
              spellcheck="false"
              maxlength="40"
              required
            />
          </label>
          <button type="submit" class="button primary wide" [disabled]="working()">{{ t('use') }}</button>
        </form>
      } @else {
        <p>{{ t('sentence') }}</p>
        <button type="button" class="button primary wide" [disabled]="working()" (click)="use()">{{ t('use') }}</button>
      }
    </ng-container>
  `,
  styleUrl: './letter-page.css',
})
export class MagicLinkPage {
  readonly returnTo = input<string>();

  private readonly api = inject(LettersApi);
  private readonly document = inject(DOCUMENT);
  protected readonly token = tokenOfLetter(this.document);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly working = signal(false);

  protected readonly wrongCode = signal<Problem | null>(null);
  protected readonly step = signal<'link' | 'code'>('link');

  protected async use(code?: string): Promise<void> {
    this.problem.set(null);
    this.wrongCode.set(null);
    this.working.set(true);
    try {
      await this.api.useLink(this.token ?? '', code);
      this.document.defaultView?.location.assign(safeReturn(this.returnTo()));
    } catch (failure) {
      this.working.set(false);
      if (!(failure instanceof Problem)) throw failure; // used, over or offline: said in words, with the way to a new one
      if (failure.is('access.second_factor_needed'))
        this.step.set('code'); // the link is whole until the code was right
      else if (failure.is('access.wrong_code')) this.wrongCode.set(failure);
      else this.problem.set(failure);
    }
  }
}
