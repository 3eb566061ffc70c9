// Where the provider sends the browser back. The page hands on what it came with, once, and takes it out of the address; then it goes on
// by itself, asks for the second factor, or says why not and how else to sign in.
import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { ProviderCode, type ProviderOutcome } from '@amity/access';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AmityForm, Control, ErrorSummary, Field, ProblemNotice, Skeleton, Toasts } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { Problem, safeReturn } from '../../http/index.js';
import { AccessFrame } from '../access-frame.js';
import { SessionStore } from '../session.store.js';
import { ProviderApi } from './provider.api.js';

@Component({
  selector: 'amity-provider-page',
  imports: [AccessFrame, AmityForm, Control, ErrorSummary, Field, FormField, ProblemNotice, RouterLink, Skeleton, TranslocoDirective],
  template: `
    <amity-access-frame *transloco="let t; prefix: 'access.provider'">
      @switch (step()) {
        @case ('working') {
          <h1 tabindex="-1">{{ t('working') }}</h1>
          <amity-skeleton />
        }
        @case ('code') {
          <h1 tabindex="-1">{{ t('codeTitle') }}</h1>
          <p class="soft">{{ t('codeSentence') }}</p>
          <form class="stack" [amityForm]="form.tree">
            <amity-error-summary />
            <amity-problem-notice [problem]="form.problem()" />
            <amity-field [label]="t('code')" [help]="t('codeHelp')" [of]="form.tree.code">
              <input
                amityControl
                class="input tabular"
                autocomplete="one-time-code"
                autocapitalize="none"
                spellcheck="false"
                [formField]="form.tree.code"
              />
            </amity-field>
            <button class="button primary wide" type="submit" [disabled]="form.saving()">{{ t('goOn') }}</button>
          </form>
          <a class="button quiet wide" routerLink="/sign-in">{{ t('otherWay') }}</a>
        }
        @case ('refused') {
          <h1 tabindex="-1">{{ t('refused') }}</h1>
          <amity-problem-notice [problem]="problem()" />
          @if (problem() === null) {
            <p>{{ t('missing') }}</p>
          }
          @if (session.me()) {
            <a class="button primary wide" routerLink="/account">{{ t('toAccount') }}</a>
          } @else {
            <a class="button primary wide" routerLink="/sign-in">{{ t('toSignIn') }}</a>
          }
        }
      }
    </amity-access-frame>
  `,
})
export class ProviderPage {
  private readonly api = inject(ProviderApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  protected readonly session = inject(SessionStore);

  protected readonly step = signal<'working' | 'code' | 'refused'>('working');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly form = schemaForm({ code: '' }, ProviderCode, async ({ code }) => this.enter(await this.api.code(code)));

  constructor() {
    const query = this.takeQuery();
    if (query === '') this.step.set('refused');
    else void this.answer(query);
  }

  private async answer(query: string): Promise<void> {
    try {
      await this.enter(await this.api.answer(query));
    } catch (refusal) {
      if (!(refusal instanceof Problem)) throw refusal; // whatever the api says no to is said on the page, with the other ways in
      if (refusal.is('access.second_factor_needed')) return this.step.set('code');
      this.problem.set(refusal);
      await this.session.whoAmI().catch((failure: unknown) => {
        if (!(failure instanceof Problem)) throw failure; // offline: then the way back is the sign-in page
      });
      this.step.set('refused');
    }
  }

  private async enter({ outcome, me, returnTo }: ProviderOutcome): Promise<void> {
    this.session.enter(me);
    await this.router.navigateByUrl(safeReturn(returnTo), { replaceUrl: true });
    if (outcome === 'linked') this.toasts.show(this.words.translate('access.provider.linked'));
  }

  /** What a provider answered, or nothing; out of the address and the history, because it is good once and nobody's business. */
  private takeQuery(): string {
    const window = this.document.defaultView;
    const query = window?.location.search.replace(/^\?/, '') ?? '';
    if (!new URLSearchParams(query).has('state')) return '';
    window?.history.replaceState(window.history.state, '', window.location.pathname);
    return query;
  }
}
