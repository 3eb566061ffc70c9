// One button, one press, for somebody who may be in a hurry. It is always there and always says the same, so that whoever looks over
// a shoulder, or opens the link in somebody's stead, learns nothing from it.
import { Component, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, ProblemNotice } from '@amity/ui';
import hideIcon from '@material-symbols/svg-400/rounded/visibility_off.svg';
import { Problem } from '../../http/index.js';
import { ProtectionApi } from '../protection.api.js';

@Component({
  selector: 'amity-hide-me',
  imports: [Icon, ProblemNotice, TranslocoDirective],
  template: `
    <section class="card" aria-labelledby="hide-me-heading" *transloco="let t; prefix: 'privacy.hideMe'">
      <h2 id="hide-me-heading">{{ t('title') }}</h2>
      <p>{{ t('means', { organization: organization() }) }}</p>
      <p class="soft">{{ t('limits') }}</p>
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
  readonly token = input.required<string>();
  readonly organization = input.required<string>();

  private readonly api = inject(ProtectionApi);

  protected readonly icon = hideIcon;
  protected readonly busy = signal(false);
  protected readonly name = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  protected async hide(): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      this.name.set((await this.api.hideMe(this.token())).name);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal or a cut line is shown above the button
      this.problem.set(failure);
    } finally {
      this.busy.set(false);
    }
  }
}
