// Shares that are open: with whom, what, since when, and the way to end each.
import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Share } from '@amity/delegations';
import { Confirm, ProblemNotice, StatusChip, Toasts } from '@amity/ui';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { SharingApi } from './sharing.api.js';

@Component({
  selector: 'amity-share-list',
  imports: [ProblemNotice, StatusChip, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'delegations.sharing'">
      <amity-problem-notice [problem]="problem()" />
      <ul role="list">
        @for (share of shares(); track share.id) {
          <li>
            <div class="who">
              <strong
                ><bdi>{{ share.partner }}</bdi></strong
              >
              <span class="soft small"
                ><bdi>{{ share.email }}</bdi></span
              >
              @if (about()) {
                <span
                  ><bdi>{{ share.about }}</bdi></span
                >
              } @else if (share.partnershipId) {
                <span class="small">{{ t('withPartnership') }}</span>
              }
            </div>
            <div class="what">
              <span class="fields">
                @for (field of share.fields; track field) {
                  <amity-status-chip tone="calm">{{ t('field.' + field) }}</amity-status-chip>
                }
              </span>
              <span class="soft small">{{ t('since', { day: day(share.since), name: share.by }) }}</span>
              @if (share.revokedAt; as ended) {
                <span class="soft small">{{ t('ended', { day: day(ended), name: share.revokedBy ?? '' }) }}</span>
              }
            </div>
            @if (!share.revokedAt) {
              <button type="button" class="button quiet" (click)="revoke(share)">
                {{ t('revoke') }}<span class="visually-hidden"> {{ share.partner }}</span>
              </button>
            }
          </li>
        }
      </ul>
    </ng-container>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
      align-items: center;
      min-block-size: var(--target);
      padding-block: var(--space-3);
      border-block-end: var(--hairline) solid var(--color-line);
    }

    .who {
      display: grid;
      flex: 1 1 14rem;
      overflow-wrap: anywhere;
    }

    .what {
      display: grid;
      flex: 1 1 14rem;
      gap: var(--space-1);
    }

    .fields {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1);
    }
  `,
})
export class ShareList {
  readonly shares = input.required<readonly Share[]>();
  /** Whether what is shared is named: not where that is the page itself. */
  readonly about = input(false);
  readonly revoked = output();

  private readonly api = inject(SharingApi);
  private readonly confirm = inject(Confirm);
  private readonly formats = inject(Formats);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly problem = signal<Problem | null>(null);

  protected day(instant: string): string {
    return this.formats.date(instant.slice(0, 10));
  }

  protected async revoke(share: Share): Promise<void> {
    const say = (key: string): string => this.words.translate(`delegations.sharing.${key}`, { name: share.partner });
    const isSure = await this.confirm.ask({
      heading: say('revokeHeading'),
      sentence: say('revokeSentence'),
      action: say('revoke'),
      danger: true,
    });
    if (!isSure) return;
    this.problem.set(null);
    try {
      await this.api.revoke(share);
      this.toasts.show(say('revoked'));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // said above the list, which is read again
      this.problem.set(failure);
    }
    this.revoked.emit();
  }
}
