// Who comes and who leaves, soonest first, and whether everything is ready for it.
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { TodayDelegation } from '@amity/overview';
import { StatusChip } from '@amity/ui';
import { Formats } from '../../language/index.js';

@Component({
  selector: 'amity-moves',
  imports: [RouterLink, StatusChip, TranslocoDirective],
  template: `
    <section class="card" *transloco="let t">
      <h2>{{ t('overview.moves.title') }}</h2>
      @if (moves().length === 0) {
        <p class="soft">{{ t('overview.moves.none') }}</p>
      }
      <ul role="list">
        @for (move of moves(); track move.id + move.kind) {
          <li>
            <strong class="day tabular">{{ formats.date(move.on, { weekday: 'short', day: 'numeric', month: 'short' }) }}</strong>
            <div>
              <a [routerLink]="['/delegations', move.id]">{{ t('overview.moves.' + move.kind, { name: move.name }) }}</a>
              <span class="soft small">{{
                t('overview.moves.travellers.' + formats.plural(move.travellers), { count: move.travellers })
              }}</span>
            </div>
            @if (move.ready) {
              <amity-status-chip tone="done">{{ t('overview.moves.ready') }}</amity-status-chip>
            } @else if (move.kind === 'arrives' && move.direction === 'inbound' && move.guests > 0) {
              <amity-status-chip tone="waits">{{ t('overview.moves.beds', move) }}</amity-status-chip>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    h2 {
      margin-block-end: var(--space-2);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-3);
      padding-block: var(--space-3);
    }

    li + li {
      border-block-start: var(--hairline) solid var(--color-line);
    }

    .day {
      flex: 0 0 5.5rem;
    }

    div {
      display: grid;
      flex: 1 1 9rem;
    }

    a {
      color: var(--color-ink);
    }
  `,
})
export class Moves {
  protected readonly formats = inject(Formats);
  readonly delegations = input.required<readonly TodayDelegation[]>();
  readonly today = input.required<string>();

  protected readonly moves = computed(() =>
    this.delegations()
      .flatMap((one) => [
        { ...one, kind: 'arrives' as const, on: one.arrivesOn, ready: one.published && one.placed >= one.guests },
        { ...one, kind: 'leaves' as const, on: one.departsOn, ready: one.published },
      ])
      .filter(({ on }) => on >= this.today())
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .slice(0, 6),
  );
}
