import { NgTemplateOutlet } from '@angular/common';
import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '@amity/ui';
import { Navigation } from './navigation.store.js';

/** The rail by job, settings at its foot. */
@Component({
  selector: 'amity-rail',
  imports: [Icon, NgTemplateOutlet, RouterLink, RouterLinkActive, TranslocoDirective],
  template: `
    <nav *transloco="let t" [attr.aria-label]="t('frame.navigation')">
      <ul role="list">
        @for (entry of navigation.rail(); track entry.path) {
          <li><ng-container [ngTemplateOutlet]="link" [ngTemplateOutletContext]="{ $implicit: entry, label: t(entry.key) }" /></li>
        }
      </ul>
      <ul role="list">
        @for (entry of navigation.foot(); track entry.path) {
          <li><ng-container [ngTemplateOutlet]="link" [ngTemplateOutletContext]="{ $implicit: entry, label: t(entry.key) }" /></li>
        }
      </ul>
    </nav>
    <ng-template #link let-entry let-label="label">
      <a [routerLink]="'/' + entry.path" routerLinkActive="current" ariaCurrentWhenActive="page"
        ><amity-icon [svg]="entry.icon" /> {{ label }}</a
      >
    </ng-template>
  `,
  styles: `
    :host {
      border-inline-end: var(--hairline) solid var(--color-line);
    }

    nav {
      display: flex;
      flex-direction: column;
      justify-content: space-between;
      block-size: 100%;
      padding: var(--space-4) var(--space-3);
      overflow-y: auto;
    }

    li + li {
      margin-block-start: 2px;
    }

    a {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-block-size: var(--target);
      padding-inline: var(--space-3);
      border-radius: var(--radius);
      color: var(--color-ink-soft);
      font-weight: 500;
      text-decoration: none;
      transition: background var(--motion);
    }

    a:hover {
      background: var(--color-hover);
      color: var(--color-ink);
    }

    a.current {
      background: var(--color-accent-soft);
      color: var(--color-accent);
      font-weight: 650;
    }

    @media (forced-colors: active) {
      a.current {
        outline: 2px solid Highlight;
      }
    }
  `,
})
export class Rail {
  protected readonly navigation = inject(Navigation);
}
