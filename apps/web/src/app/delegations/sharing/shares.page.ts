// Everything that is shared with partners, in one list: who sees what, since when and by whom.
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Partner, Share } from '@amity/delegations';
import { EmptyState, PageHeader, ProblemNotice, SideSheet } from '@amity/ui';
import { keysetList, Problem } from '../../http/index.js';
import { ShareForm } from './share-form.js';
import { ShareList } from './share-list.js';
import { sharesAddress, SharingApi } from './sharing.api.js';

@Component({
  selector: 'amity-shares-page',
  imports: [EmptyState, PageHeader, ProblemNotice, ShareForm, ShareList, SideSheet, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'delegations.sharing'">
      <amity-page-header [heading]="t('title')">
        {{ t('pageSentence') }}
        <button action type="button" class="button primary" (click)="open()">{{ t('shareNew') }}</button>
      </amity-page-header>
      <amity-problem-notice [problem]="problem() ?? shares.problem()" [retryable]="true" (retry)="shares.reload()" />
      <label class="check">
        <input type="checkbox" [checked]="past()" (change)="past.set(!past())" />
        {{ t('past') }}
      </label>
      @if (shares.items().length > 0) {
        <amity-share-list [shares]="shares.items()" [about]="true" (revoked)="shares.reload()" />
        @if (shares.more()) {
          <button type="button" class="button" (click)="shares.loadMore()">{{ t('more') }}</button>
        }
      } @else if (!shares.loading()) {
        <amity-empty-state drawing="bridge" [sentence]="t('empty')" />
      }
      @if (isSharing()) {
        <amity-side-sheet [heading]="t('shareNew')" (closed)="isSharing.set(false)">
          @if (partners().length > 0) {
            <amity-share-form [partners]="partners()" [subjects]="subjects()" (made)="done()" />
          } @else {
            <p>{{ t('noPartners') }}</p>
          }
        </amity-side-sheet>
      }
    </ng-container>
  `,
})
export class SharesPage {
  private readonly api = inject(SharingApi);
  protected readonly past = signal(false);
  protected readonly isSharing = signal(false);
  protected readonly partners = signal<readonly Partner[]>([]);
  protected readonly subjects = signal<readonly { value: string; label: string }[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly shares = keysetList<Share>(
    () => sharesAddress,
    () => (this.past() ? { past: true } : {}),
  );

  protected async open(): Promise<void> {
    this.problem.set(null);
    try {
      const [partners, { partnerships, delegations }] = await Promise.all([this.api.partners(), this.api.subjects()]);
      this.partners.set(partners.items);
      this.subjects.set([
        ...partnerships.map(({ id, home, partner }) => ({ value: `partnership:${id}`, label: `${home.name} ↔ ${partner.name}` })),
        ...delegations.map(({ id, name }) => ({ value: `delegation:${id}`, label: name })),
      ]);
      this.isSharing.set(true);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // said above the list
      this.problem.set(failure);
    }
  }

  protected done(): void {
    this.isSharing.set(false);
    this.shares.reload();
  }
}
