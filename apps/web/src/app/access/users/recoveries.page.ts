// Who lost their second factor and waits for two administrators. Mostly empty, and says so.
import { Component, inject, signal } from '@angular/core';
import type { RecoveryRequest } from '@amity/access';
import { TranslocoDirective } from '@jsverse/transloco';
import { EmptyState, PageHeader, ProblemNotice, Skeleton } from '@amity/ui';
import { Problem } from '../../http/index.js';
import { RecoveryCard } from './recovery-card.js';
import { UsersApi } from './users.api.js';

@Component({
  selector: 'amity-recoveries-page',
  imports: [EmptyState, PageHeader, ProblemNotice, RecoveryCard, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'access.recoveries'">
      <amity-page-header [heading]="t('title')">{{ t('sentence') }}</amity-page-header>
      <amity-problem-notice [problem]="problem()" [retryable]="true" (retry)="load()" />
      @if (requests(); as waiting) {
        <div class="cards">
          @for (request of waiting; track request.id) {
            <amity-recovery-card [request]="request" (answered)="load()" />
          } @empty {
            <amity-empty-state drawing="lost" [sentence]="t('empty')" />
          }
        </div>
      } @else if (!problem()) {
        <amity-skeleton />
      }
    </ng-container>
  `,
  styles: `
    .cards {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
      max-inline-size: 46rem;
    }
  `,
})
export class RecoveriesPage {
  private readonly api = inject(UsersApi);
  protected readonly requests = signal<readonly RecoveryRequest[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      this.requests.set((await this.api.recoveries()).items);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // said above the list, with the way to try again
      this.problem.set(failure);
    }
  }
}
