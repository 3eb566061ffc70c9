import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { AuthenticatorConfirmation, type AuthenticatorStart } from '@amity/access';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AmityForm, Confirm, Control, ErrorSummary, Field, Icon, PrintButton, ProblemNotice, StatusChip, Toasts } from '@amity/ui';
import downloadIcon from '@material-symbols/svg-400/rounded/download.svg';
import { schemaForm } from '../../forms/index.js';
import { Formats } from '../../language/index.js';
import { AccessApi } from '../access.api.js';
import { SessionStore } from '../session.store.js';
import { AccountStore } from './account.store.js';
import { QrCode } from './qr-code.js';

/** The authenticator app and its recovery codes, which are shown once. */
@Component({
  selector: 'amity-authenticator-card',
  imports: [AmityForm, Control, ErrorSummary, Field, FormField, Icon, PrintButton, ProblemNotice, QrCode, StatusChip, TranslocoDirective],
  templateUrl: './authenticator-card.html',
  styleUrls: ['./card.css', './authenticator-card.css'],
})
export class AuthenticatorCard {
  private readonly api = inject(AccessApi);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly document = inject(DOCUMENT);
  protected readonly store = inject(AccountStore);

  protected readonly downloadIcon = downloadIcon;
  /** The app being added; null when none is. */
  protected readonly adding = signal<AuthenticatorStart | null>(null);
  protected readonly form = schemaForm({ code: '' }, AuthenticatorConfirmation, async ({ code }) => {
    await this.store.finishAuthenticator(code);
    this.stop();
  });

  protected async start(): Promise<void> {
    await this.store.trying(async () => this.adding.set(await this.api.startAuthenticator()));
  }

  protected stop(): void {
    this.adding.set(null);
    this.form.model.set({ code: '' });
  }

  /** The secret in groups of four, to be typed by hand. */
  protected spaced(secret: string): string {
    return secret.replace(/.{4}(?=.)/g, '$& ');
  }

  protected since(instant: string): string {
    return this.formats.moment(instant, this.session.me()?.organization.zone ?? 'UTC', { dateStyle: 'long' });
  }

  protected async remove(): Promise<void> {
    if (
      (await this.isSure('authenticator.removeAsk', 'authenticator.removeSentence', 'authenticator.remove')) &&
      (await this.store.removeAuthenticator())
    )
      this.toasts.show(this.words.translate('account.authenticator.removed'));
  }

  protected async renew(): Promise<void> {
    if (await this.isSure('codes.renewAsk', 'codes.renewSentence', 'codes.renew')) await this.store.newCodes();
  }

  protected download(): void {
    const lines = [
      this.words.translate('account.codes.fileHead', { email: this.session.me()?.account.email }),
      '',
      ...this.store.codes(),
      '',
    ];
    const url = URL.createObjectURL(new Blob([lines.join('\r\n')], { type: 'text/plain;charset=utf-8' }));
    const link = this.document.createElement('a');
    link.href = url;
    link.download = this.words.translate('account.codes.fileName');
    this.document.body.append(link);
    link.click();
    link.remove();
    // the browser reads the address after this turn, and on a busy machine much later
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  private isSure(heading: string, sentence: string, action: string): Promise<boolean> {
    const t = (key: string) => this.words.translate(`account.${key}`);
    return this.confirm.ask({ heading: t(heading), sentence: t(sentence), action: t(action), danger: true });
  }
}
