// What an organization does first: three steps, each one action away, ticked off when it is done.
import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Beginnings } from '@amity/overview';
import { Icon, StatusChip, Toasts } from '@amity/ui';
import delegationIcon from '@material-symbols/svg-400/rounded/groups.svg';
import householdIcon from '@material-symbols/svg-400/rounded/cottage.svg';
import partnershipIcon from '@material-symbols/svg-400/rounded/handshake.svg';

@Component({
  selector: 'amity-first-steps',
  imports: [Icon, RouterLink, StatusChip, TranslocoDirective],
  template: `
    <section *transloco="let t">
      <h2>{{ t('overview.start.title') }}</h2>
      <p class="soft">{{ t('overview.start.sentence') }}</p>
      <ol role="list">
        @for (step of steps(); track step.key) {
          <li class="card">
            <amity-icon [svg]="step.icon" />
            <h3>{{ t('overview.start.' + step.key + '.title') }}</h3>
            <p class="soft">{{ t('overview.start.' + step.key + '.more') }}</p>
            @if (step.key === 'household') {
              <p class="address">{{ address() }}</p>
            }
            <div class="row">
              @if (step.done) {
                <amity-status-chip tone="done">{{ t('overview.start.done') }}</amity-status-chip>
              }
              @if (step.link) {
                <a class="button" [class.primary]="step.first" [routerLink]="step.link">{{
                  t('overview.start.' + step.key + '.action')
                }}</a>
              } @else {
                <button type="button" class="button" [class.primary]="step.first" (click)="copy()">
                  {{ t('overview.start.household.action') }}
                </button>
                <a class="button quiet" [href]="address()" target="_blank" rel="noopener">{{ t('overview.start.household.see') }}</a>
              }
            </div>
          </li>
        }
      </ol>
    </section>
  `,
  styles: `
    ol {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
      gap: var(--space-4);
      margin-block-start: var(--space-4);
      padding: 0;
    }

    li {
      display: grid;
      grid-template-rows: auto auto 1fr auto auto;
      align-content: start;
      gap: var(--space-2);
    }

    amity-icon {
      color: var(--color-accent);
      --icon-size: 1.75rem;
    }

    .address {
      padding: var(--space-2) var(--space-3);
      border-radius: var(--radius-small);
      background: var(--color-sunken);
      overflow-wrap: anywhere;
    }

    .row {
      grid-row: -2;
      align-self: end;
    }
  `,
})
export class FirstSteps {
  private readonly document = inject(DOCUMENT);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  readonly beginnings = input.required<Beginnings>();
  readonly slug = input.required<string>();

  protected readonly address = computed(() => `${this.document.location.origin}/p/${this.slug()}/host`);
  protected readonly steps = computed(() => {
    const { partnerships, delegations, households } = this.beginnings();
    const steps = [
      { key: 'partnership', icon: partnershipIcon, done: partnerships > 0, link: '/partnerships/new' },
      { key: 'delegation', icon: delegationIcon, done: delegations > 0, link: '/delegations/new' },
      { key: 'household', icon: householdIcon, done: households > 0, link: null },
    ];
    const next = steps.find(({ done }) => !done);
    return steps.map((step) => ({ ...step, first: step === next }));
  });

  protected async copy(): Promise<void> {
    await this.document.defaultView?.navigator.clipboard.writeText(this.address());
    this.toasts.show(this.words.translate('overview.start.household.copied'));
  }
}
