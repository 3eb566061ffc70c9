import { Component, computed, inject } from '@angular/core';
import type { Session } from '@amity/access';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { StatusChip, Toasts } from '@amity/ui';
import { Formats } from '../../language/index.js';
import { SessionStore } from '../session.store.js';
import { AccountStore } from './account.store.js';

/** Where one is signed in, and the way to end it from afar. */
@Component({
  selector: 'amity-devices-card',
  imports: [StatusChip, TranslocoDirective],
  template: `
    <section class="card" *transloco="let t; prefix: 'account'" aria-labelledby="devices-heading">
      <header>
        <h2 id="devices-heading">{{ t('devices.title') }}</h2>
        @if (others().length > 0) {
          <button type="button" class="button" (click)="endOthers()">{{ t('devices.endOthers') }}</button>
        }
      </header>
      <p class="soft">{{ t('devices.sentence') }}</p>
      <ul>
        @for (session of store.devices(); track session.id) {
          <li>
            <div class="what">
              <strong>{{ nameOf(session) }}</strong>
              <span class="soft small">{{
                t('devices.since', { opened: when(session.openedAt), how: t('devices.by.' + session.method) })
              }}</span>
              <span class="soft small">{{
                t('devices.seen', { seen: when(session.seenAt), network: session.network || t('devices.nowhere') })
              }}</span>
            </div>
            @if (session.isThis) {
              <amity-status-chip class="done" tone="done">{{ t('devices.this') }}</amity-status-chip>
            } @else {
              <button
                type="button"
                class="button quiet"
                [attr.aria-label]="t('devices.endThis', { name: nameOf(session) })"
                (click)="end(session)"
              >
                {{ t('devices.end') }}
              </button>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styleUrl: './card.css',
})
export class DevicesCard {
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  protected readonly store = inject(AccountStore);

  protected readonly others = computed(() => this.store.devices().filter(({ isThis }) => !isThis));

  protected nameOf({ device }: Session): string {
    return device || this.words.translate('account.devices.unknown');
  }

  protected when(instant: string): string {
    return this.formats.moment(instant, this.session.me()?.organization.zone ?? 'UTC');
  }

  protected async end(session: Session): Promise<void> {
    if (await this.store.endDevice(session.id))
      this.toasts.show(this.words.translate('account.devices.ended', { name: this.nameOf(session) }));
  }

  protected async endOthers(): Promise<void> {
    if (await this.store.endOtherDevices()) this.toasts.show(this.words.translate('account.devices.othersEnded'));
  }
}
