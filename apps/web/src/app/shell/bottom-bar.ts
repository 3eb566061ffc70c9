// The rail on a phone: at most five places under the thumb; when there are more, the fifth opens the rest.
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import moreIcon from '@material-symbols/svg-400/rounded/more_horiz.svg';
import { Icon } from '@amity/ui';
import { Navigation } from './navigation.store.js';

const places = 5;

@Component({
  selector: 'amity-bottom-bar',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, RouterLink, RouterLinkActive, TranslocoDirective],
  template: `
    @if (navigation.entries().length > 0) {
      <nav *transloco="let t" [attr.aria-label]="t('frame.navigation')">
        @for (entry of shown(); track entry.path) {
          <a [routerLink]="'/' + entry.path" routerLinkActive="current" ariaCurrentWhenActive="page">
            <amity-icon [svg]="entry.icon" /> <span>{{ t(entry.key) }}</span>
          </a>
        }
        @if (rest().length > 0) {
          <button type="button" [cdkMenuTriggerFor]="menu">
            <amity-icon [svg]="moreIcon" /> <span>{{ t('frame.more') }}</span>
          </button>
        }
        <ng-template #menu>
          <div cdkMenu class="menu">
            @for (entry of rest(); track entry.path) {
              <a cdkMenuItem [routerLink]="'/' + entry.path"><amity-icon [svg]="entry.icon" /> {{ t(entry.key) }}</a>
            }
          </div>
        </ng-template>
      </nav>
    }
  `,
  styles: `
    nav {
      display: grid;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      padding-block-end: env(safe-area-inset-bottom);
      border-block-start: var(--hairline) solid var(--color-line);
      background: var(--color-surface);
    }

    nav > a,
    nav > button {
      display: grid;
      justify-items: center;
      gap: 2px;
      padding: var(--space-2) 2px;
      border: 0;
      background: none;
      color: var(--color-ink-soft);
      font-size: 0.6875rem;
      font-weight: 550;
      text-decoration: none;
      --icon-size: 1.375rem;
    }

    span {
      max-inline-size: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .current {
      color: var(--color-accent);
      box-shadow: inset 0 2px var(--color-accent);
    }

    :focus-visible {
      outline-offset: -2px;
    }
  `,
})
export class BottomBar {
  protected readonly navigation = inject(Navigation);
  protected readonly moreIcon = moreIcon;

  private readonly fits = computed(() => this.navigation.entries().length <= places);
  protected readonly shown = computed(() => (this.fits() ? this.navigation.entries() : this.navigation.entries().slice(0, places - 1)));
  protected readonly rest = computed(() => this.navigation.entries().slice(this.shown().length));
}
