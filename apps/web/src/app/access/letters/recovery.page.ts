// Where the letter about a lost second factor leads whoever did not ask for it: one button that stops it. Opening the page stops nothing.
import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '@amity/ui';
import { Problem } from '../../http/index.js';
import { tokenOfLetter } from './letter-token.js';
import { LettersApi } from './letters.api.js';

@Component({
  selector: 'amity-recovery-page',
  imports: [ProblemNotice, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'access.recovery'">
      <h1 tabindex="-1">{{ t('heading') }}</h1>
      @if (isStopped()) {
        <p role="status">{{ t('stopped') }}</p>
        <a class="button wide" routerLink="/sign-in">{{ t('toSignIn') }}</a>
      } @else if (token === null) {
        <p>{{ t('missing') }}</p>
      } @else {
        <p>{{ t('sentence') }}</p>
        <amity-problem-notice [problem]="problem()" />
        <button type="button" class="button primary wide" [disabled]="working()" (click)="stop(token)">{{ t('stop') }}</button>
        <p class="soft">{{ t('otherwise') }}</p>
      }
    </ng-container>
  `,
  styleUrl: './letter-page.css',
})
export class RecoveryPage {
  private readonly api = inject(LettersApi);
  protected readonly token = tokenOfLetter(inject(DOCUMENT));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly working = signal(false);
  protected readonly isStopped = signal(false);

  protected async stop(token: string): Promise<void> {
    this.problem.set(null);
    this.working.set(true);
    try {
      await this.api.stopRecovery(token);
      this.isStopped.set(true);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // over, or offline: the button stays
      this.problem.set(failure);
    }
    this.working.set(false);
  }
}
