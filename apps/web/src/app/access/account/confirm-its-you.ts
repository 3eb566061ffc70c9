// "Is it really you?", asked before something dangerous when the last proof is older than ten minutes. Several requests that need it at
// once share one dialog.
import { Dialog, DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, Injectable, signal } from '@angular/core';
import type { Confirmation, Protection } from '@amity/access';
import { TranslocoDirective } from '@jsverse/transloco';
import { Control, DialogFrame, Field, Icon, ProblemNotice } from '@amity/ui';
import passkeyIcon from '@material-symbols/svg-400/rounded/passkey.svg';
import { firstValueFrom } from 'rxjs';
import { plainForm } from '../../forms/index.js';
import { Problem } from '../../http/index.js';
import { AreaWords } from '../../language/index.js';
import { AccessApi } from '../access.api.js';
import { PasskeyDevice } from '../passkey.js';
import { accountWords } from './account.words.js';

@Component({
  selector: 'amity-confirm-its-you-dialog',
  imports: [Control, DialogFrame, Field, Icon, ProblemNotice, TranslocoDirective],
  template: `
    <amity-dialog-frame [heading]="t('confirm.title')" *transloco="let t; prefix: 'account'">
      <form id="confirm-its-you" class="stack" (submit)="send($event)">
        <p>{{ t('confirm.sentence') }}</p>
        <amity-problem-notice [problem]="passkeyProblem() ?? form.problem()" />
        @if (way() === 'password') {
          <amity-field [label]="t('confirm.password')" [error]="form.error('password')">
            <input
              amityControl
              cdkFocusInitial
              class="input"
              type="password"
              autocomplete="current-password"
              [value]="form.typed().password"
              (input)="write('password', $event)"
            />
          </amity-field>
        } @else if (way() === 'code') {
          <amity-field [label]="t('confirm.code')" [error]="form.error('code')">
            <input
              amityControl
              cdkFocusInitial
              class="input tabular"
              autocomplete="one-time-code"
              [value]="form.typed().code"
              (input)="write('code', $event)"
            />
          </amity-field>
        }
        @if (way() === 'password' && protection.authenticatorSince) {
          <button type="button" class="button quiet" (click)="way.set('code')">{{ t('confirm.useCode') }}</button>
        }
        @if (way() === 'code' && protection.hasPassword) {
          <button type="button" class="button quiet" (click)="way.set('password')">{{ t('confirm.usePassword') }}</button>
        }
        @if (protection.passkeys > 0 && device.isThere) {
          <button type="button" class="button wide" (click)="usePasskey()">
            <amity-icon [svg]="passkeyIcon" /> {{ t('confirm.usePasskey') }}
          </button>
        }
      </form>
      <ng-container actions>
        <button type="button" class="button" (click)="dialog.close(false)">{{ t('cancel') }}</button>
        @if (way() !== 'passkey') {
          <button type="submit" form="confirm-its-you" class="button primary" [disabled]="form.saving()">{{ t('confirm.action') }}</button>
        }
      </ng-container>
    </amity-dialog-frame>
  `,
})
export class ConfirmItsYouDialog {
  private readonly api = inject(AccessApi);
  protected readonly protection = inject<Protection>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly device = inject(PasskeyDevice);

  protected readonly passkeyIcon = passkeyIcon;
  protected readonly passkeyProblem = signal<Problem | null>(null);
  protected readonly way = signal<'password' | 'code' | 'passkey'>(
    this.protection.hasPassword ? 'password' : this.protection.authenticatorSince ? 'code' : 'passkey',
  );
  protected readonly form = plainForm({ password: '', code: '' }, ({ password, code }) =>
    this.api.confirm(this.way() === 'password' ? { password } : { code }),
  );

  protected write(field: 'password' | 'code', event: Event): void {
    if (event.target instanceof HTMLInputElement) this.form.set({ [field]: event.target.value });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.form.submit()) this.dialog.close(true);
  }

  protected async usePasskey(): Promise<void> {
    this.passkeyProblem.set(null);
    try {
      const passkey: Confirmation['passkey'] = await this.device.answer(await this.api.passkeyForConfirming());
      await this.api.confirm({ passkey });
    } catch (refusal) {
      if (!(refusal instanceof Problem)) throw refusal;
      this.passkeyProblem.set(refusal); // cancelled or refused: the other ways are still there
      return;
    }
    this.dialog.close(true);
  }
}

@Injectable({ providedIn: 'root' })
export class ConfirmItsYou {
  private readonly dialog = inject(Dialog);
  private readonly api = inject(AccessApi);
  private readonly words = inject(AreaWords);
  private asking: Promise<boolean> | null = null;

  /** True when the reader showed that it is them; closing the dialog any other way is a no. */
  ask(): Promise<boolean> {
    this.asking ??= this.open().finally(() => (this.asking = null));
    return this.asking;
  }

  private async open(): Promise<boolean> {
    const [protection] = await Promise.all([this.api.protection(), this.words.add('account', accountWords)]);
    const opened = this.dialog.open<boolean, Protection, ConfirmItsYouDialog>(ConfirmItsYouDialog, {
      data: protection,
      ariaLabelledBy: 'dialog-heading',
      autoFocus: '[cdkFocusInitial]',
    });
    return (await firstValueFrom(opened.closed)) === true;
  }
}
