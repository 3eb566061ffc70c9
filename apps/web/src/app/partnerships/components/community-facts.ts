// What is known of one side, in the color of that side: the facts that were filled in, and a mark where somebody has to look.
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import flagIcon from '@material-symbols/svg-400/rounded/flag.svg';
import { Icon } from '@amity/ui';
import { Formats } from '../../language/index.js';
import { PlaceWords } from '../place-words.js';

/** The facts of a community, wherever they come from. */
export interface Facts {
  readonly name: string;
  readonly countryCode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly zone: string;
  readonly population: number | null;
}

@Component({
  selector: 'amity-community-facts',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'partnerships'">
      <p class="side">{{ t('side.' + side()) }}</p>
      <h2>{{ of().name }}</h2>
      <p class="country">
        {{ words.country(of().countryCode) }}
        @if (now(); as time) {
          <span class="soft tabular"> · {{ t('record.now', { time }) }}</span>
        }
      </p>
      <dl>
        <dt>{{ t('fact.population') }}</dt>
        <dd class="tabular">{{ population() ?? t('fact.unknown') }}</dd>
        <dt>{{ t('fact.zone') }}</dt>
        <dd>{{ zone() }}</dd>
        <dt>{{ t('fact.coordinates') }}</dt>
        <dd class="tabular">{{ words.point(of()) }}</dd>
      </dl>
      @if (flagged()) {
        <p class="needs-a-person"><amity-icon [svg]="flagIcon" /> {{ t('fact.flagged') }}</p>
      }
    </ng-container>
  `,
  styleUrl: './community-facts.css',
  host: { '[class]': 'side()' },
})
export class CommunityFacts {
  readonly of = input.required<Facts>();
  readonly side = input.required<'home' | 'partner'>();
  readonly flagged = input(false);
  /** The moment whose local time is shown; null for none. */
  readonly at = input<Date | null>(null);

  private readonly formats = inject(Formats);
  protected readonly words = inject(PlaceWords);
  protected readonly flagIcon = flagIcon;
  protected readonly zone = computed(() => this.of().zone.replaceAll('_', ' '));
  protected readonly population = computed(() => {
    const { population } = this.of();
    return population === null ? null : this.formats.number(population);
  });
  protected readonly now = computed(() => {
    const at = this.at();
    return at === null ? '' : this.formats.moment(at, this.of().zone, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
  });
}
