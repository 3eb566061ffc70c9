// What is known about a delegation at a glance, and what is still missing.
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { programFormat } from '@amity/delegations';
import { daysBetween } from '@amity/kernel';
import { displayName } from '@amity/people';
import { can } from '../../access/index.js';
import { RecordHistory } from '../../audit/index.js';
import { Formats } from '../../language/index.js';
import { DelegationStore } from '../delegation.store.js';

@Component({
  selector: 'amity-delegation-overview-page',
  imports: [RecordHistory, RouterLink, TranslocoDirective],
  templateUrl: './overview.page.html',
  styleUrl: './overview.page.css',
})
export class OverviewPage {
  protected readonly store = inject(DelegationStore);
  protected readonly formats = inject(Formats);

  protected readonly mayEdit = can('delegations.edit');
  protected readonly format = computed(() => programFormat(this.store.delegation()?.programFormat ?? ''));
  protected readonly nights = computed(() => {
    const delegation = this.store.delegation();
    return delegation ? daysBetween(delegation.arrivesOn, delegation.departsOn) : 0;
  });
  protected readonly numbers = computed(() => {
    const roster = this.store.roster() ?? [];
    return [
      { name: 'delegates', count: roster.length },
      { name: 'beds', count: roster.filter((delegate) => delegate.needsBed).length },
      { name: 'diets', count: roster.filter((delegate) => delegate.diet.length > 0).length },
      { name: 'allergies', count: roster.filter((delegate) => delegate.petAllergies.length > 0).length },
      { name: 'nights', count: this.nights() },
    ];
  });
  protected readonly nobody = computed(() => this.store.roster()?.length === 0);
  protected readonly leaders = computed(() =>
    (this.store.roster() ?? [])
      .filter((delegate) => delegate.role === 'leader')
      .map((delegate) => displayName(delegate.person))
      .join(', '),
  );
}
