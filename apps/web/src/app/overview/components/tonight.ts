// Where everyone sleeps tonight: a square for each home with its number of guests, and its name beneath.
import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { TodayHome } from '@amity/overview';

@Component({
  selector: 'amity-tonight',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <section class="card" *transloco="let t">
      <header>
        <h2>{{ t('overview.tonight.title') }}</h2>
        @if (homes().length > 0) {
          <span class="soft">{{ t('overview.tonight.count', { homes: homes().length, guests: guests() }) }}</span>
        }
      </header>
      @if (homes().length === 0) {
        <p class="soft">{{ t('overview.tonight.none') }}</p>
      }
      <ul role="list">
        @for (home of homes(); track home.householdId) {
          <li>
            <a [routerLink]="['/hosting', home.householdId]">
              <strong class="tabular">{{ home.guests }} <span class="visually-hidden">·</span></strong>
              <span class="small">{{ home.name }}</span>
            </a>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--space-2);
      margin-block-end: var(--space-3);
    }

    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(5rem, 1fr));
      gap: var(--space-2);
    }

    a {
      display: grid;
      justify-items: center;
      padding: var(--space-2) var(--space-1);
      border-radius: var(--radius-small);
      background: var(--color-accent-soft);
      color: var(--color-accent);
      text-decoration: none;
    }

    a:hover {
      text-decoration: underline;
    }

    .small {
      max-inline-size: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  `,
})
export class Tonight {
  readonly homes = input.required<readonly TodayHome[]>();
  readonly guests = input.required<number>();
}
