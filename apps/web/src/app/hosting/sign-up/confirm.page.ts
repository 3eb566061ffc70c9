// Where the link of the letter leads. The token is spent by a request of this page, not by opening the address, so that a
// scanner of mail cannot spend it. A link that ran out is replaced by one button.
import { DOCUMENT } from '@angular/common';
import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ConfirmedSignUp } from '@amity/hosting';
import { Icon, ProblemNotice, Skeleton } from '@amity/ui';
import checkIcon from '@material-symbols/svg-400/rounded/check_circle.svg';
import clockIcon from '@material-symbols/svg-400/rounded/schedule.svg';
import mailIcon from '@material-symbols/svg-400/rounded/mail.svg';
import { PublicOrganization } from '../../access/index.js';
import { Problem } from '../../http/index.js';
import { KeptSignUps } from './kept-sign-ups.js';
import { tokenBehind } from './link-token.js';
import { SignUpApi } from './sign-up.api.js';

@Component({
  selector: 'amity-confirm-page',
  imports: [Icon, ProblemNotice, RouterLink, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (done(); as confirmed) {
        <amity-icon class="large" [svg]="icons.check" />
        <h1 tabindex="-1">{{ t(confirmed.alreadyConfirmed ? 'hosting.confirm.already.title' : 'hosting.confirm.done.title') }}</h1>
        <p class="lead">
          {{
            t(confirmed.alreadyConfirmed ? 'hosting.confirm.already.sentence' : 'hosting.confirm.done.sentence', {
              organization: confirmed.organization,
            })
          }}
        </p>
        @if (confirmed.home; as home) {
          <a class="button primary wide" [routerLink]="['/p', confirmed.slug, 'host', 'home']" [fragment]="'token=' + home">{{
            t('hosting.confirm.home')
          }}</a>
        }
      } @else if (renewed()) {
        <amity-icon class="large" [svg]="icons.mail" />
        <h1 tabindex="-1">{{ t('hosting.confirm.renewed.title') }}</h1>
        <p class="lead">{{ t('hosting.confirm.renewed.sentence') }}</p>
      } @else if (problem(); as refusal) {
        <amity-icon class="large waits" [svg]="icons.clock" />
        <h1 tabindex="-1">
          {{ t(refusal.is('hosting.confirmation_expired') ? 'hosting.confirm.expired.title' : 'hosting.confirm.refused') }}
        </h1>
        @if (refusal.is('hosting.confirmation_expired')) {
          <p class="lead">{{ t('hosting.confirm.expired.sentence') }}</p>
          <button type="button" class="button primary wide" (click)="renew()">{{ t('hosting.confirm.expired.action') }}</button>
        } @else {
          <amity-problem-notice [problem]="refusal" [retryable]="refusal.status === 0 || refusal.status >= 429" (retry)="confirm()" />
          <a class="button wide" [routerLink]="['/p', slug(), 'host']">{{ t('hosting.confirm.start') }}</a>
        }
      } @else {
        <h1 tabindex="-1">{{ t('hosting.confirm.working') }}</h1>
        <amity-skeleton />
      }
    </ng-container>
  `,
  styleUrl: './letter-page.css',
})
export class ConfirmPage {
  readonly slug = input.required<string>();

  private readonly api = inject(SignUpApi);
  private readonly kept = inject(KeptSignUps);
  private readonly organization = inject(PublicOrganization);
  private readonly token = tokenBehind(inject(DOCUMENT)) ?? '';

  protected readonly icons = { check: checkIcon, clock: clockIcon, mail: mailIcon };
  protected readonly done = signal<ConfirmedSignUp | null>(null);
  protected readonly renewed = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    void this.confirm();
  }

  protected confirm(): Promise<void> {
    return this.ask(async () => {
      const confirmed = await this.api.confirm(this.token);
      this.organization.name.set(confirmed.organization);
      this.kept.forget(confirmed.slug);
      this.done.set(confirmed);
    });
  }

  protected renew(): Promise<void> {
    return this.ask(async () => {
      await this.api.renew(this.token);
      this.renewed.set(true);
    });
  }

  private async ask(work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await work();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal is an answer to the family
      this.problem.set(failure);
    }
  }
}
