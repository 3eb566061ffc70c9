// Tabs of a record, one level deep, each with an address of its own: links, so that "back" and "open in a new tab" work.
import { Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive, type IsActiveMatchOptions } from '@angular/router';

export interface Tab {
  /** Router link, relative to the record's route. */
  readonly link: string;
  readonly label: string;
  readonly count?: number;
  /** Only the address itself marks the tab, not the addresses below it: for a first tab whose link is '.'. */
  readonly exact?: boolean;
}

/** What stands behind the question mark (a filter, an open sheet) never takes the mark away. */
const beside = { queryParams: 'ignored', matrixParams: 'ignored', fragment: 'ignored' } as const;

@Component({
  selector: 'amity-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav #bar [attr.aria-label]="label()">
      @for (tab of tabs(); track tab.link) {
        <a
          #mark
          [routerLink]="tab.link"
          routerLinkActive="current"
          [routerLinkActiveOptions]="tab.exact ? itself : andBelow"
          ariaCurrentWhenActive="page"
          (isActiveChange)="$event && bringIntoSight(bar, mark)"
        >
          {{ tab.label }}
          @if (tab.count !== undefined) {
            <span class="tabular">{{ tab.count }}</span>
          }
        </a>
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: var(--space-5);
      margin-block-end: var(--space-5);
      overflow-x: auto;
      border-block-end: var(--hairline) solid var(--color-line);
    }

    a {
      flex: none;
      padding-block: var(--space-2);
      border-block-end: 2px solid transparent;
      color: var(--color-ink-soft);
      font-weight: 550;
      text-decoration: none;
    }

    a:hover {
      color: var(--color-ink);
    }

    a.current {
      border-block-end-color: var(--color-accent);
      color: var(--color-accent);
    }

    :focus-visible {
      outline-offset: -2px;
    }

    span {
      color: var(--color-ink-soft);
      font-size: var(--text-small);
      font-weight: 400;
    }
  `,
})
export class Tabs {
  readonly label = input.required<string>();
  readonly tabs = input.required<readonly Tab[]>();

  protected readonly itself: IsActiveMatchOptions = { paths: 'exact', ...beside };
  protected readonly andBelow: IsActiveMatchOptions = { paths: 'subset', ...beside };

  /** On a phone the bar scrolls sideways, and the page one is on must not be behind its edge. Works in both directions of writing. */
  protected bringIntoSight(bar: HTMLElement, mark: HTMLElement): void {
    const [whole, own] = [bar.getBoundingClientRect(), mark.getBoundingClientRect()];
    bar.scrollLeft += own.left + own.width / 2 - (whole.left + whole.width / 2);
  }
}
