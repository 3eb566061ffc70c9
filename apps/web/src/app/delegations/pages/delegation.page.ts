// The record of one delegation: who it is and how it stands, with its tabs below.
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { delegationStates, type DelegationState } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { PageHeader, ProblemNotice, Skeleton, StatusChip, Tabs, Toasts } from '@amity/ui';
import { can } from '../../access/index.js';
import { WhoSees } from '../../access/users/who-sees.js';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { HouseRuleMark } from '../components/house-rule-mark.js';
import { DelegationStore } from '../delegation.store.js';
import { pictureOf, toneOf } from '../delegation.tones.js';
import { neighborsOf } from '../neighbors.js';

@Component({
  selector: 'amity-delegation-page',
  imports: [HouseRuleMark, PageHeader, ProblemNotice, RouterLink, RouterOutlet, Skeleton, StatusChip, Tabs, TranslocoDirective, WhoSees],
  providers: [DelegationStore],
  templateUrl: './delegation.page.html',
  styles: `
    .state {
      display: inline-flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-3);
      align-items: center;
    }

    amity-tabs {
      display: block;
      margin-block-end: var(--space-5);
    }
  `,
})
export class DelegationPage {
  readonly id = input.required<Id>();

  protected readonly store = inject(DelegationStore);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly toasts = inject(Toasts);

  protected readonly mayEdit = can('delegations.edit');
  private readonly mayShare = can('delegations.share');
  protected readonly toneOf = toneOf;
  protected readonly pictureOf = pictureOf;
  protected readonly dates = computed(() => {
    const delegation = this.store.delegation();
    return delegation ? this.formats.dates(delegation.arrivesOn, delegation.departsOn) : '';
  });
  protected readonly next = computed(() => {
    const delegation = this.store.delegation();
    return delegation && this.mayEdit()
      ? delegationStates.next(delegation.state).filter((state) => this.offered(delegation.state, state))
      : [];
  });
  private readonly neighbors = neighborsOf(() => this.store.delegation()?.id ?? null);
  protected readonly tabs = computed(() => [
    { link: '.', exact: true, label: this.words.translate('delegations.tabs.overview') },
    {
      link: 'roster',
      label: this.words.translate('delegations.tabs.roster'),
      ...(this.store.delegation() && { count: this.store.delegation()?.delegateCount ?? 0 }),
    },
    { link: 'names', label: this.words.translate('delegations.tabs.names') },
    ...(this.mayShare() ? [{ link: 'sharing', label: this.words.translate('delegations.tabs.sharing') }] : []),
  ]);
  protected readonly elsewhere = this.neighbors;

  constructor() {
    effect(() => void this.store.load(this.id()));
  }

  /** Done at once, with the way back in the toast where the states allow it. */
  protected async move(state: DelegationState): Promise<void> {
    try {
      const before = await this.store.move(state);
      const back = delegationStates.allows(state, before) ? () => this.move(before) : null;
      this.toasts.show(this.words.translate(`delegations.moved.${state}`), back);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // refused or out of reach: said in words, and the record is read again
      this.toasts.show(failure.detail);
      await this.store.reload();
    }
  }

  /** Going back a state is what "undo" is for, except from a delegation that was called off. */
  private offered(from: DelegationState, to: DelegationState): boolean {
    return !(from === 'confirmed' && to === 'planned');
  }
}
