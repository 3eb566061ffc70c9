// The delegations of this partnership, latest first, for those who may see delegations. The area of delegations stands above this
// one, so nothing of it is imported: its api is asked, and a few fields of its answer are shown.
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice, Skeleton } from '@amity/ui';
import { can } from '../../access/index.js';
import { keysetList } from '../../http/index.js';
import { Formats } from '../../language/index.js';

interface ShownDelegation {
  readonly id: string;
  readonly name: string;
  readonly arrivesOn: string;
  readonly departsOn: string;
}

@Component({
  selector: 'amity-partnership-delegations',
  imports: [ProblemNotice, RouterLink, Skeleton, TranslocoDirective],
  template: `
    @if (mayRead()) {
      <section class="card stack" *transloco="let t; prefix: 'partnerships'">
        <h2>{{ t('delegations.title') }}</h2>
        <amity-problem-notice [problem]="list.problem()" [retryable]="true" (retry)="list.reload()" />
        @if (list.items().length > 0) {
          <ul role="list">
            @for (delegation of list.items(); track delegation.id) {
              <li>
                <a [routerLink]="['/delegations', delegation.id]">{{ delegation.name }}</a>
                <span class="soft small tabular">{{ formats.dates(delegation.arrivesOn, delegation.departsOn) }}</span>
              </li>
            }
          </ul>
          @if (list.more()) {
            <button type="button" class="button quiet" (click)="list.loadMore()">{{ t('record.more') }}</button>
          }
        } @else if (list.loading()) {
          <amity-skeleton [lines]="2" />
        } @else if (list.total() === 0) {
          <p class="soft">{{ t('delegations.none') }}</p>
        }
      </section>
    }
  `,
  styles: `
    amity-problem-notice:empty {
      display: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 var(--space-4);
      padding-block: var(--space-2);
      border-block-end: var(--hairline) solid var(--color-line);
    }

    li:last-child {
      border: 0;
    }
  `,
})
export class PartnershipDelegations {
  readonly partnershipId = input.required<string>();

  protected readonly formats = inject(Formats);
  protected readonly mayRead = can('delegations.read');
  protected readonly list = keysetList<ShownDelegation>(
    () => (this.mayRead() ? '/api/delegations' : null),
    () => ({ partnershipId: this.partnershipId(), limit: 10 }),
  );
}
