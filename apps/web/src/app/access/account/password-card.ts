import { Component, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { PasswordChange } from '@amity/access';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AmityForm, Control, ErrorSummary, Field, ProblemNotice, Toasts } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { AccessApi } from '../access.api.js';
import { SessionStore } from '../session.store.js';
import { AccountStore } from './account.store.js';

const empty = { oldPassword: '', newPassword: '' };

/** Changes one's password; every other device is signed out by it, and the card says so before. */
@Component({
  selector: 'amity-password-card',
  imports: [AmityForm, Control, ErrorSummary, Field, FormField, ProblemNotice, TranslocoDirective],
  template: `
    <section class="card" *transloco="let t; prefix: 'account'" aria-labelledby="password-heading">
      <header>
        <h2 id="password-heading">{{ t('password.title') }}</h2>
        @if (!isOpen() && store.protection()?.hasPassword) {
          <button type="button" class="button" (click)="isOpen.set(true)">{{ t('password.change') }}</button>
        }
      </header>
      @if (!store.protection()?.hasPassword) {
        <p class="soft">{{ t('password.none') }}</p>
      } @else if (isOpen()) {
        <form class="stack" [amityForm]="form.tree">
          <amity-error-summary />
          <amity-problem-notice [problem]="form.problem()" />
          <input class="visually-hidden" type="email" autocomplete="username" tabindex="-1" aria-hidden="true" readonly [value]="email()" />
          <amity-field [label]="t('password.old')" [of]="form.tree.oldPassword">
            <input amityControl class="input" type="password" autocomplete="current-password" [formField]="form.tree.oldPassword" />
          </amity-field>
          <amity-field [label]="t('password.new')" [help]="t('password.help')" [of]="form.tree.newPassword">
            <input amityControl class="input" type="password" autocomplete="new-password" [formField]="form.tree.newPassword" />
          </amity-field>
          <p class="soft small">{{ t('password.othersEnd') }}</p>
          <div class="actions">
            <button class="button primary" type="submit" [disabled]="form.saving()">{{ t('password.save') }}</button>
            <button class="button quiet" type="button" (click)="close()">{{ t('cancel') }}</button>
          </div>
        </form>
      } @else {
        <p class="soft">{{ t('password.sentence') }}</p>
      }
    </section>
  `,
  styleUrl: './card.css',
})
export class PasswordCard {
  private readonly api = inject(AccessApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly session = inject(SessionStore);
  protected readonly store = inject(AccountStore);

  protected readonly isOpen = signal(false);
  protected readonly form = schemaForm(empty, PasswordChange, async (change) => {
    await this.api.changePassword(change);
    this.close();
    this.toasts.show(this.words.translate('account.password.done'));
    await this.store.load();
  });

  protected email(): string {
    return this.session.me()?.account.email ?? '';
  }

  protected close(): void {
    this.form.model.set(empty);
    this.form.problem.set(null);
    this.isOpen.set(false);
  }
}
