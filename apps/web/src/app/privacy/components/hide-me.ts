// One button, one press, for somebody who may be in a hurry. It is always there and always says the same, so that whoever looks over
// a shoulder, or opens the link in somebody's stead, learns nothing from it.
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, ProblemNotice } from '@amity/ui';
import hideIcon from '@material-symbols/svg-400/rounded/visibility_off.svg';
import { Problem } from '../../http/index.js';
import { type OwnName, ProtectionApi } from '../protection.api.js';

let made = 0;

@Component({
  selector: 'amity-hide-me',
  imports: [Icon, ProblemNotice, TranslocoDirective],
  template: `
    <section class="card" [attr.aria-labelledby]="headingId" *transloco="let t; prefix: 'privacy.hideMe'">
      <h2 [id]="headingId">
        @if (called(); as person) {
          {{ t('titleOf', { name: person }) }}
        } @else {
          {{ t('title') }}
        }
      </h2>
      <p>{{ t('means', { organization: organization() }) }}</p>
      <p class="soft">
        {{ t('limits') }}
        @if (isSignedIn()) {
          {{ t('account') }}
        }
        {{ t('back', { organization: organization() }) }}
      </p>
      <amity-problem-notice [problem]="problem()" />
      <p role="status" class="done">
        @if (name(); as shown) {
          {{ t('done', { name: shown }) }}
        }
      </p>
      <div>
        <button type="button" class="button" [disabled]="busy()" (click)="hide()"><amity-icon [svg]="icon" /> {{ t('act') }}</button>
      </div>
    </section>
  `,
  styleUrl: './hide-me.css',
})
export class HideMe {
  readonly whose = input.required<OwnName>();
  readonly organization = input.required<string>();
  /** The name whose button it is, where there is one for each of several people. */
  readonly called = input<string | null>(null);
  /** It is done: what stands beside it may bear another name now. */
  readonly hidden = output();

  private readonly api = inject(ProtectionApi);

  protected readonly headingId = `hide-me-heading-${++made}`;
  protected readonly isSignedIn = computed(() => 'personId' in this.whose());
  protected readonly icon = hideIcon;
  protected readonly busy = signal(false);
  protected readonly name = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  protected async hide(): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      this.name.set((await this.api.hideMe(this.whose())).name);
      this.hidden.emit();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal or a cut line is shown above the button
      this.problem.set(failure);
    } finally {
      this.busy.set(false);
    }
  }
}
