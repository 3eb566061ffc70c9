// Which delegations still need beds: the coming ones, soonest first, each with how far it is.
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { PlacementTally } from '@amity/placements';
import { EmptyState, type Filter, FilterChips, FilterState, PageHeader, ProblemNotice, Skeleton, StatusChip, type Tone } from '@amity/ui';
import { keysetList } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { talliesAddress } from '../placements.api.js';

@Component({
  selector: 'amity-placement-delegations-page',
  imports: [EmptyState, FilterChips, PageHeader, ProblemNotice, RouterLink, Skeleton, StatusChip, TranslocoDirective],
  templateUrl: './placement-delegations.page.html',
  styleUrl: './placement-delegations.page.css',
})
export class PlacementDelegationsPage {
  private readonly words = inject(TranslocoService);
  protected readonly formats = inject(Formats);
  private readonly question = inject(FilterState).question('past');

  protected readonly list = keysetList<PlacementTally>(
    () => talliesAddress,
    () => this.question(),
  );
  protected readonly filters = computed((): Filter[] => [
    {
      name: 'past',
      label: this.words.translate('placements.when'),
      options: [{ value: 'true', label: this.words.translate('placements.past') }],
    },
  ]);
  protected readonly past = computed(() => this.question()['past']?.[0] === 'true');

  protected tone({ guests, placed, accepted }: PlacementTally): Tone {
    return guests > 0 && accepted === guests ? 'done' : placed < guests ? 'waits' : 'calm';
  }
}
