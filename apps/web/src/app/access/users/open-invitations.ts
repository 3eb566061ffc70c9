// Who was asked and has not come yet.
import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { MemberInvitation } from '@amity/access';
import { ProblemNotice, StatusChip, Toasts } from '@amity/ui';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { SessionStore } from '../session.store.js';
import { RoleChoices } from './role.choices.js';
import { UsersApi } from './users.api.js';

@Component({
  selector: 'amity-open-invitations',
  imports: [ProblemNotice, StatusChip, TranslocoDirective],
  template: `
    @if (invitations().length > 0) {
      <section class="card stack" *transloco="let t; prefix: 'access.invitations'">
        <h2>{{ t('heading') }}</h2>
        <amity-problem-notice [problem]="refused()" />
        <ul role="list">
          @for (one of invitations(); track one.id) {
            <li>
              <div>
                <bdi>{{ one.email }}</bdi>
                <amity-status-chip [tone]="one.isExpired ? 'blocked' : 'waits'">{{ choices.names(one) }}</amity-status-chip>
                <p class="small soft">{{ t(one.isExpired ? 'expired' : 'by', { name: one.invitedBy, until: day(one) }) }}</p>
              </div>
              <div class="row">
                <button type="button" class="button" [attr.aria-label]="t('againOf', { email: one.email })" (click)="again(one)">
                  {{ t('again') }}
                </button>
                <button
                  type="button"
                  class="button quiet"
                  [attr.aria-label]="t('withdrawOf', { email: one.email })"
                  (click)="withdraw(one)"
                >
                  {{ t('withdraw') }}
                </button>
              </div>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      margin-block-start: var(--space-6);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
      padding-block: var(--space-3);
    }

    li + li {
      border-block-start: var(--hairline) solid var(--color-line);
    }

    bdi {
      margin-inline-end: var(--space-2);
      overflow-wrap: anywhere;
    }
  `,
})
export class OpenInvitations {
  readonly invitations = input.required<readonly MemberInvitation[]>();
  readonly changed = output();

  private readonly api = inject(UsersApi);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly choices = inject(RoleChoices);
  protected readonly refused = signal<Problem | null>(null);

  protected day({ expiresAt }: MemberInvitation): string {
    return this.formats.moment(expiresAt, this.session.me()?.organization.zone ?? 'UTC', { dateStyle: 'medium' });
  }

  protected again(one: MemberInvitation): Promise<void> {
    return this.attempt(() => this.api.inviteAgain(one), this.words.translate('access.invitations.sent', { email: one.email }));
  }

  protected withdraw(one: MemberInvitation): Promise<void> {
    return this.attempt(() => this.api.withdraw(one), this.words.translate('access.invitations.withdrawn', { email: one.email }));
  }

  private async attempt(work: () => Promise<unknown>, sentence: string): Promise<void> {
    this.refused.set(null);
    try {
      await work();
      this.toasts.show(sentence);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal stands above the list, and the list is read again
      this.refused.set(failure);
    }
    this.changed.emit();
  }
}
