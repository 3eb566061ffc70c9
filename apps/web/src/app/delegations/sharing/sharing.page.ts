// With whom a delegation is shared, where the two sides say different things, and which volunteers help with it.
import { Component, effect, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DelegationShares, Difference } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { ProblemNotice } from '@amity/ui';
import { can } from '../../access/index.js';
import { Problem } from '../../http/index.js';
import { DelegationStore } from '../delegation.store.js';
import { DifferenceTable } from './difference-table.js';
import { ShareForm } from './share-form.js';
import { ShareList } from './share-list.js';
import { SharingApi } from './sharing.api.js';
import { VolunteerList } from './volunteer-list.js';

@Component({
  selector: 'amity-sharing-page',
  imports: [DifferenceTable, ProblemNotice, ShareForm, ShareList, TranslocoDirective, VolunteerList],
  template: `
    <ng-container *transloco="let t; prefix: 'delegations.sharing'">
      @if (store.delegation(); as delegation) {
        <amity-problem-notice [problem]="problem()" [retryable]="true" (retry)="load(delegation.id, delegation.known)" />
        @if (differences().length > 0) {
          <section class="card">
            <h2>{{ t('differences') }}</h2>
            <p class="soft">{{ t('differencesSentence') }}</p>
            <amity-difference-table [delegationId]="delegation.id" [differences]="differences()" (taken)="reload()" />
          </section>
        }
        @if (shares(); as list) {
          <section class="card">
            <h2>{{ t('sharedWith') }}</h2>
            @if (!list.mayShare) {
              <p>{{ t('confidential') }}</p>
            } @else {
              <p class="soft">{{ t(list.items.length > 0 ? 'sentence' : 'nobody') }}</p>
              @if (list.items.length > 0) {
                <amity-share-list [shares]="list.items" (revoked)="reload()" />
              }
              @if (list.partners.length > 0) {
                <amity-share-form [delegationId]="delegation.id" [partners]="list.partners" (made)="reload()" />
              } @else {
                <p>{{ t('noPartners') }}</p>
              }
            }
          </section>
        }
        @if (mayEdit()) {
          <section class="card">
            <h2>{{ t('volunteers') }}</h2>
            <p class="soft">{{ t('volunteersSentence') }}</p>
            <amity-volunteer-list [delegationId]="delegation.id" />
          </section>
        }
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-5);
      max-inline-size: calc(var(--measure) + var(--space-16));
    }

    .card {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }
  `,
})
export class SharingPage {
  protected readonly store = inject(DelegationStore);
  private readonly api = inject(SharingApi);
  protected readonly mayEdit = can('delegations.edit');
  protected readonly shares = signal<DelegationShares | null>(null);
  protected readonly differences = signal<readonly Difference[]>([]);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    effect(() => {
      const delegation = this.store.delegation();
      if (delegation) void this.load(delegation.id, delegation.known);
    });
  }

  /** What was taken over stands on the roster as well. */
  protected reload(): Promise<void> {
    return this.store.reload();
  }

  protected async load(id: Id, isKnown: boolean): Promise<void> {
    this.problem.set(null);
    try {
      const [shares, differences] = await Promise.all([
        this.api.shares(id),
        isKnown ? this.api.differences(id) : Promise.resolve({ items: [] }),
      ]);
      this.shares.set(shares);
      this.differences.set(differences.items);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // shown in place of the lists
      this.problem.set(failure);
    }
  }
}
