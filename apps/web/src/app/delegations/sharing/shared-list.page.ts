// What the other city shares with its counterpart, one line for each delegation.
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SharedHeads } from '@amity/delegations';
import { EmptyState, PageHeader, ProblemNotice, Skeleton, StatusChip } from '@amity/ui';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { SharingApi } from './sharing.api.js';

@Component({
  selector: 'amity-shared-list-page',
  imports: [EmptyState, PageHeader, ProblemNotice, RouterLink, Skeleton, StatusChip, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'delegations.shared'">
      <amity-page-header [heading]="t('title')">
        @if (heads(); as list) {
          {{ t('sentence', { organization: list.organization }) }}
        }
      </amity-page-header>
      <amity-problem-notice [problem]="problem()" [retryable]="true" (retry)="load()" />
      @if (heads(); as list) {
        <ul role="list">
          @for (one of list.items; track one.id) {
            <li class="card">
              <a [routerLink]="one.id"
                ><bdi>{{ one.name }}</bdi></a
              >
              <span class="tabular soft">{{ formats.dates(one.arrivesOn, one.departsOn) }}</span>
              <span class="fields">
                @for (field of one.fields; track field) {
                  <amity-status-chip tone="calm">{{ t('field.' + field) }}</amity-status-chip>
                }
              </span>
            </li>
          }
        </ul>
        @if (list.items.length === 0) {
          <amity-empty-state drawing="bridge" [sentence]="t('empty', { organization: list.organization })" />
        }
      } @else if (!problem()) {
        <amity-skeleton [lines]="4" />
      }
    </ng-container>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-3);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
      align-items: center;
    }

    a {
      flex: 1 1 14rem;
      font-weight: 600;
      overflow-wrap: anywhere;
    }

    .fields {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1);
    }
  `,
})
export class SharedListPage {
  private readonly api = inject(SharingApi);
  protected readonly formats = inject(Formats);
  protected readonly heads = signal<SharedHeads | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      this.heads.set(await this.api.heads());
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // shown in place of the list
      this.problem.set(failure);
    }
  }
}
