// One's own account: how one signs in, and where one is signed in.
import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHeader, ProblemNotice, Skeleton } from '@amity/ui';
import { SessionStore } from '../session.store.js';
import { AccountStore } from './account.store.js';
import { AuthenticatorCard } from './authenticator-card.js';
import { DevicesCard } from './devices-card.js';
import { PasskeysCard } from './passkeys-card.js';
import { PasswordCard } from './password-card.js';
import { ProviderCard } from './provider-card.js';

@Component({
  selector: 'amity-account-page',
  imports: [
    AuthenticatorCard,
    DevicesCard,
    PageHeader,
    PasskeysCard,
    PasswordCard,
    ProblemNotice,
    ProviderCard,
    Skeleton,
    TranslocoDirective,
  ],
  providers: [AccountStore],
  template: `
    <ng-container *transloco="let t">
      <amity-page-header [heading]="t('access.account')">{{ session.me()?.account?.email }}</amity-page-header>
      <div class="cards">
        <amity-problem-notice [problem]="store.problem()" />
        @if (store.protection()) {
          <amity-passkeys-card />
          <amity-authenticator-card />
          <amity-password-card />
          <amity-provider-card />
          <amity-devices-card />
        } @else if (!store.problem()) {
          <amity-skeleton />
        }
      </div>
    </ng-container>
  `,
  styles: `
    .cards {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
      max-inline-size: 46rem;
    }
  `,
})
export class AccountPage {
  protected readonly session = inject(SessionStore);
  protected readonly store = inject(AccountStore);

  constructor() {
    void this.store.load();
  }
}
