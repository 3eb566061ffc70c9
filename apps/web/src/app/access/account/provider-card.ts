import { Component, DOCUMENT, inject } from '@angular/core';
import type { LinkedIdentity } from '@amity/access';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Confirm, Icon, Toasts } from '@amity/ui';
import linkIcon from '@material-symbols/svg-400/rounded/link.svg';
import { Formats } from '../../language/index.js';
import { SessionStore } from '../session.store.js';
import { AccountStore } from './account.store.js';

/** Accounts elsewhere that sign in to this one. Shown where the installation has a provider, or something is linked still. */
@Component({
  selector: 'amity-provider-card',
  imports: [Icon, TranslocoDirective],
  template: `
    @if (store.provider() !== null || store.identities().length > 0) {
      <section class="card" *transloco="let t; prefix: 'account.provider'" aria-labelledby="provider-heading">
        <header>
          <h2 id="provider-heading">{{ t('title') }}</h2>
          @if (store.provider(); as name) {
            <button type="button" class="button" (click)="link()">
              <amity-icon [svg]="linkIcon" />
              <span>{{ t('link', { name }) }}</span>
            </button>
          }
        </header>
        <p class="soft">{{ t('sentence') }}</p>
        @if (store.identities().length > 0) {
          <ul>
            @for (identity of store.identities(); track identity.id) {
              <li>
                <div class="what">
                  <strong>
                    <bdi>{{ identity.label }}</bdi>
                  </strong>
                  <span class="soft small">{{
                    identity.usedAt
                      ? t('used', { linked: when(identity.linkedAt), used: when(identity.usedAt) })
                      : t('unused', { linked: when(identity.linkedAt) })
                  }}</span>
                </div>
                <button
                  type="button"
                  class="button quiet"
                  [attr.aria-label]="t('unlinkThis', { name: identity.label })"
                  (click)="unlink(identity)"
                >
                  {{ t('unlink') }}
                </button>
              </li>
            }
          </ul>
        }
      </section>
    }
  `,
  styleUrl: './card.css',
})
export class ProviderCard {
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly document = inject(DOCUMENT);
  protected readonly store = inject(AccountStore);
  protected readonly linkIcon = linkIcon;

  /** Leaves for the provider, which sends the browser back here. */
  protected async link(): Promise<void> {
    const url = await this.store.startLinking();
    if (url !== null) this.document.defaultView?.location.assign(url);
  }

  protected async unlink({ id, label }: LinkedIdentity): Promise<void> {
    const isSure = await this.confirm.ask({
      heading: this.words.translate('account.provider.unlinkAsk', { name: label }),
      sentence: this.words.translate('account.provider.unlinkSentence'),
      action: this.words.translate('account.provider.unlink'),
      danger: true,
    });
    if (isSure && (await this.store.unlink(id))) this.toasts.show(this.words.translate('account.provider.unlinked', { name: label }));
  }

  protected when(instant: string): string {
    return this.formats.moment(instant, this.session.me()?.organization.zone ?? 'UTC', { dateStyle: 'medium' });
  }
}
