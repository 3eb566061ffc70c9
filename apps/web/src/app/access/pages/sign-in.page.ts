// Sign in and land where one wanted to go: by password, then a code where the account has a second factor; by a passkey, which is
// both; or by an account elsewhere, where the installation has a provider.
// The worked example of a form: shared schema, errors in words, nothing typed is lost.
import { afterNextRender, Component, DOCUMENT, ElementRef, inject, Injector, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { AskForRecovery, SignIn } from '@amity/access';
import { TranslocoDirective } from '@jsverse/transloco';
import { AmityForm, Control, ErrorSummary, Field, Icon, ProblemNotice } from '@amity/ui';
import providerIcon from '@material-symbols/svg-400/rounded/login.svg';
import passkeyIcon from '@material-symbols/svg-400/rounded/passkey.svg';
import { schemaForm } from '../../forms/index.js';
import { Problem, safeReturn } from '../../http/index.js';
import { AccessApi } from '../access.api.js';
import { AccessFrame } from '../access-frame.js';
import { PasskeyDevice } from '../passkey.js';
import { ProviderApi } from '../provider/provider.api.js';
import { SessionStore } from '../session.store.js';

@Component({
  selector: 'amity-sign-in-page',
  imports: [AccessFrame, AmityForm, Control, ErrorSummary, Field, FormField, Icon, ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './sign-in.page.html',
  styles: `
    .or {
      text-align: center;
    }

    details > * {
      margin-block-start: var(--space-2);
    }
  `,
})
export class SignInPage {
  readonly returnTo = input<string>();

  private readonly api = inject(AccessApi);
  private readonly providers = inject(ProviderApi);
  private readonly session = inject(SessionStore);
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly device = inject(PasskeyDevice);
  protected readonly passkeyIcon = passkeyIcon;
  protected readonly providerIcon = providerIcon;
  /** Where else people have an account that signs in here; null where there is no such place. */
  protected readonly provider = signal<string | null>(null);
  /** Administrators were asked to remove the second factor. */
  protected readonly isAsked = signal(false);
  protected readonly step = signal<'password' | 'code'>('password');
  protected readonly form = schemaForm({ email: '', password: '', code: '' }, SignIn.required({ code: true }), async (credentials) => {
    try {
      await this.session.signIn(this.step() === 'code' ? credentials : { ...credentials, code: undefined });
    } catch (refusal) {
      if (!(refusal instanceof Problem && refusal.is('access.second_factor_needed'))) throw refusal;
      this.show('code'); // the password was right
      return;
    }
    await this.leave();
  });

  constructor() {
    void this.prepare();
  }

  protected back(): void {
    this.form.model.update((typed) => ({ ...typed, code: '' }));
    this.form.problem.set(null);
    this.show('password');
  }

  protected async askForRecovery(): Promise<void> {
    this.form.problem.set(null);
    try {
      await this.api.askForRecovery(AskForRecovery.parse(this.form.model()));
      this.isAsked.set(true);
    } catch (refusal) {
      if (!(refusal instanceof Problem)) throw refusal;
      this.form.problem.set(refusal); // too many tries, or offline: the button is still there
    }
  }

  protected async usePasskey(): Promise<void> {
    this.form.problem.set(null);
    try {
      await this.session.signInWithPasskey(await this.device.answer(await this.api.passkeyForSignIn()));
    } catch (refusal) {
      if (!(refusal instanceof Problem)) throw refusal;
      this.form.problem.set(refusal); // cancelled, or not known here: the password is still there
      return;
    }
    await this.leave();
  }

  /** Leaves for the provider, which sends the browser back to a page of its own. */
  protected async useProvider(): Promise<void> {
    this.form.problem.set(null);
    try {
      this.document.defaultView?.location.assign(await this.providers.start(safeReturn(this.returnTo())));
    } catch (refusal) {
      if (!(refusal instanceof Problem)) throw refusal;
      this.form.problem.set(refusal); // out of reach: the other ways in are still there
    }
  }

  private show(step: 'password' | 'code'): void {
    this.step.set(step);
    afterNextRender(() => this.element.querySelector<HTMLInputElement>('input')?.focus(), { injector: this.injector });
  }

  private async leave(): Promise<void> {
    await this.router.navigateByUrl(safeReturn(this.returnTo()), { replaceUrl: true });
  }

  /** An empty installation has nobody who could sign in; any other may have a provider. */
  private async prepare(): Promise<void> {
    try {
      const { needed } = await this.api.setUpState();
      if (needed) await this.router.navigateByUrl('/set-up', { replaceUrl: true });
      else this.provider.set(await this.providers.name());
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.form.problem.set(failure); // offline: the form stays usable and says so
    }
  }
}
