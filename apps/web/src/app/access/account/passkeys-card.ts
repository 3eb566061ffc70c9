import { Component, inject, signal } from '@angular/core';
import { deviceOf, type Passkey } from '@amity/access';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Confirm, Control, Field, Icon, StatusChip, Toasts } from '@amity/ui';
import passkeyIcon from '@material-symbols/svg-400/rounded/passkey.svg';
import { Formats } from '../../language/index.js';
import { PasskeyDevice } from '../passkey.js';
import { SessionStore } from '../session.store.js';
import { AccountStore } from './account.store.js';

/** One's passkeys: add, name, remove. */
@Component({
  selector: 'amity-passkeys-card',
  imports: [Control, Field, Icon, StatusChip, TranslocoDirective],
  templateUrl: './passkeys-card.html',
  styleUrl: './card.css',
})
export class PasskeysCard {
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  protected readonly store = inject(AccountStore);
  protected readonly device = inject(PasskeyDevice);

  protected readonly passkeyIcon = passkeyIcon;
  protected readonly isBusy = signal(false);
  /** Id of the passkey whose name is being written. */
  protected readonly naming = signal<string | null>(null);
  protected readonly name = signal('');

  protected async add(): Promise<void> {
    this.isBusy.set(true);
    const name = deviceOf(navigator.userAgent) || this.words.translate('account.passkeys.unnamed');
    const isDone = await this.store.addPasskey(name);
    this.isBusy.set(false);
    if (isDone) this.toasts.show(this.words.translate('account.passkeys.added', { name }));
  }

  protected beginNaming({ id, name }: Passkey): void {
    this.naming.set(id);
    this.name.set(name);
  }

  protected async saveName(event: Event, id: string): Promise<void> {
    event.preventDefault();
    if (await this.store.renamePasskey(id, this.name())) this.naming.set(null);
  }

  protected async remove({ id, name }: Passkey): Promise<void> {
    const isSure = await this.confirm.ask({
      heading: this.words.translate('account.passkeys.removeAsk', { name }),
      sentence: this.words.translate('account.passkeys.removeSentence'),
      action: this.words.translate('account.passkeys.remove'),
      danger: true,
    });
    if (isSure && (await this.store.removePasskey(id))) this.toasts.show(this.words.translate('account.passkeys.removed', { name }));
  }

  protected when(instant: string): string {
    return this.formats.moment(instant, this.session.me()?.organization.zone ?? 'UTC', { dateStyle: 'medium' });
  }

  protected write(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.name.set(event.target.value);
  }
}
