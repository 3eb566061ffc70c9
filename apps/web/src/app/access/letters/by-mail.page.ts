// Asking for a link to sign in. What the page says afterwards is the same for every address.
import { Component, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { AskForMagicLink } from '@amity/access';
import { AmityForm, Control, ErrorSummary, Field, ProblemNotice } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { AccessFrame } from '../access-frame.js';
import { LettersApi } from './letters.api.js';

@Component({
  selector: 'amity-by-mail-page',
  imports: [AccessFrame, AmityForm, Control, ErrorSummary, Field, FormField, ProblemNotice, RouterLink, TranslocoDirective],
  template: `
    <amity-access-frame *transloco="let t">
      <h1 tabindex="-1">{{ t('access.magicLink.askTitle') }}</h1>
      @if (asked()) {
        <p role="status">{{ t('access.magicLink.asked') }}</p>
      } @else {
        <p class="soft">{{ t('access.magicLink.askSentence') }}</p>
        <form class="stack" [amityForm]="form.tree">
          <amity-error-summary />
          <amity-problem-notice [problem]="form.problem()" />
          <amity-field [label]="t('access.email')" [of]="form.tree.email">
            <input amityControl class="input" type="email" autocomplete="username" inputmode="email" [formField]="form.tree.email" />
          </amity-field>
          <button class="button primary wide" type="submit" [disabled]="form.saving()">{{ t('access.magicLink.ask') }}</button>
        </form>
      }
      <p>
        <a routerLink="/sign-in">{{ t('access.magicLink.withPassword') }}</a>
      </p>
    </amity-access-frame>
  `,
})
export class ByMailPage {
  private readonly api = inject(LettersApi);
  protected readonly asked = signal(false);
  protected readonly form = schemaForm({ email: '' }, AskForMagicLink, async (address) => {
    await this.api.askForLink(address);
    this.asked.set(true);
  });
}
