// A page where names would stand, for somebody who need not know them: why there are none, and whom to ask.
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { EmptyState } from '@amity/ui';
import { DelegationStore } from '../delegation.store.js';

@Component({
  selector: 'amity-names-withheld',
  imports: [EmptyState, RouterLink, TranslocoDirective],
  template: `
    <amity-empty-state drawing="closed" [sentence]="t('delegations.names.withheld')" *transloco="let t">
      @if (who()) {
        <p>{{ t('delegations.names.ask', { who: who() }) }}</p>
      }
      <a class="button" [routerLink]="['/delegations', store.delegation()?.id, 'names']">{{ t('delegations.names.open') }}</a>
    </amity-empty-state>
  `,
})
export class NamesWithheld {
  protected readonly store = inject(DelegationStore);
  protected readonly who = computed(() => (this.store.needToKnow()?.items ?? []).map(({ name }) => name).join(', '));
}
