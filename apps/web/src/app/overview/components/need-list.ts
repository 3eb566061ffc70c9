// What only a person can settle: one line each, what it is in a word, why, and the way to it.
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Need } from '@amity/overview';
import { StatusChip, type Tone } from '@amity/ui';
import { Formats } from '../../language/index.js';

interface Line {
  readonly tone: Tone;
  readonly tag: string;
  readonly title: string;
  readonly more: string;
  readonly action: string;
  readonly link: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

@Component({
  selector: 'amity-need-list',
  imports: [RouterLink, StatusChip, TranslocoDirective],
  template: `
    <section class="card" *transloco="let t">
      <header>
        <h2>{{ t('overview.needs.title') }}</h2>
        <span class="soft tabular">{{ needs().length }}</span>
      </header>
      @if (lines().length === 0) {
        <p class="soft">{{ t('overview.needs.none') }}</p>
      }
      <ul role="list">
        @for (line of lines(); track $index) {
          <li>
            <amity-status-chip [tone]="line.tone">{{ line.tag }}</amity-status-chip>
            <div>
              <strong>{{ line.title }}</strong>
              <span class="soft small">{{ line.more }}</span>
            </div>
            <a class="button" [routerLink]="line.link" [queryParams]="line.query">{{ line.action }}</a>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    header {
      display: flex;
      justify-content: space-between;
      margin-block-end: var(--space-2);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
      padding-block: var(--space-3);
    }

    li + li {
      border-block-start: var(--hairline) solid var(--color-line);
    }

    amity-status-chip {
      flex: 0 0 auto;
      min-inline-size: 5rem;
    }

    div {
      display: grid;
      flex: 1 1 14rem;
    }
  `,
})
export class NeedList {
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  readonly needs = input.required<readonly Need[]>();
  protected readonly lines = computed(() => this.needs().map((need) => this.line(need)));

  private line(need: Need): Line {
    const due = this.day(need.due);
    const t = (part: string, params: object = {}) =>
      this.words.translate(`overview.needs.${need.kind}.${part}`, { ...need, due, ...params });
    const common = { tag: t('tag'), action: t('action'), query: {} };
    switch (need.kind) {
      case 'bed':
        return {
          ...common,
          tone: 'waits',
          title: t(`title.${this.formats.plural(need.count)}`),
          more: t('more'),
          link: ['/placements', need.delegationId],
        };
      case 'lapse':
        return {
          ...common,
          tone: need.blocks ? 'blocked' : 'waits',
          tag: t(need.blocks ? 'tag' : 'calm'),
          title: t('title', { who: need.member ?? need.household }),
          more: t(need.blocks ? 'blocked' : 'more'),
          link: ['/hosting', need.householdId],
        };
      case 'answer':
        return {
          ...common,
          tone: 'waits',
          title: t('title', { guest: need.guest ?? t('someone') }),
          more: t('more', { asked: this.day(need.askedOn) }),
          link: ['/placements', need.delegationId],
          query: { guest: need.delegateId },
        };
      case 'screening':
        return {
          ...common,
          tone: 'calm',
          title: t(`title.${this.formats.plural(need.count)}`),
          more: t('more', { oldest: this.day(need.oldest) }),
          link: ['/hosting'],
          query: { state: 'applied' },
        };
      case 'itinerary':
        return { ...common, tone: 'waits', title: t('title'), more: t('more'), link: ['/visits', need.delegationId] };
    }
  }

  private day(date: string): string {
    return this.formats.date(date, { weekday: 'short', day: 'numeric', month: 'short' });
  }
}
