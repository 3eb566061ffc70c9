// One delegation as it is shared: each delegate with the chosen fields, and beside them what the partner says.
import { Component, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SharedCell, SharedDelegate, SharedDelegation } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { PageHeader, ProblemNotice, Skeleton, StatusChip } from '@amity/ui';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { CellValue } from './cell-value.js';
import { EntrySheet } from './entry-sheet.js';
import { SharingApi } from './sharing.api.js';

@Component({
  selector: 'amity-shared-page',
  imports: [CellValue, EntrySheet, PageHeader, ProblemNotice, RouterLink, Skeleton, StatusChip, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'delegations.shared'">
      @if (shared(); as delegation) {
        <amity-page-header [heading]="delegation.name">
          <span class="tabular">{{ formats.dates(delegation.arrivesOn, delegation.departsOn) }}</span>
          <a action class="button" routerLink="/shared">{{ t('back') }}</a>
        </amity-page-header>
        <amity-problem-notice [problem]="problem()" />
        @if (delegation.withheld > 0) {
          <p class="soft">{{ t('withheld.' + formats.plural(delegation.withheld), { count: formats.number(delegation.withheld) }) }}</p>
        }
        <ul role="list">
          @for (delegate of delegation.items; track delegate.id) {
            <li class="card">
              <h2>{{ t('delegate', { number: formats.number(delegate.number) }) }}</h2>
              <dl>
                @for (cell of delegate.cells; track cell.field) {
                  <div>
                    <dt>{{ t('field.' + cell.field) }}</dt>
                    <dd>
                      <amity-cell-value [value]="cell.ours" />
                      @if (cell.theirs !== null) {
                        <span class="mine">
                          <amity-status-chip [tone]="cell.disagrees ? 'waits' : 'done'">{{
                            t(cell.disagrees ? 'differs' : 'agrees')
                          }}</amity-status-chip>
                          <amity-cell-value [value]="cell.theirs" />
                        </span>
                      }
                    </dd>
                    <dd>
                      <button type="button" class="button quiet" (click)="edit(delegate, cell)">
                        {{ t(cell.theirs === null ? 'know' : 'change')
                        }}<span class="visually-hidden">
                          {{ t('delegate', { number: formats.number(delegate.number) }) }}, {{ t('field.' + cell.field) }}</span
                        >
                      </button>
                    </dd>
                  </div>
                }
              </dl>
            </li>
          } @empty {
            <li class="soft">{{ t('nobodyYet') }}</li>
          }
        </ul>
        @if (editing(); as open) {
          <amity-entry-sheet
            [delegationId]="delegation.id"
            [delegateId]="open.delegate.id"
            [cell]="open.cell"
            (closed)="editing.set(null)"
            (saved)="load(delegation.id)"
          />
        }
      } @else if (problem()) {
        <amity-page-header [heading]="t('title')" />
        <amity-problem-notice [problem]="problem()" [retryable]="true" (retry)="load(id())" />
      } @else {
        <amity-page-header [heading]="t('title')" />
        <amity-skeleton [lines]="6" />
      }
    </ng-container>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-4);
    }

    dl > div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-4);
      align-items: start;
      justify-content: space-between;
      padding-block: var(--space-2);
      border-block-start: var(--hairline) solid var(--color-line);
    }

    dt {
      flex: 0 0 8rem;
      color: var(--color-ink-soft);
    }

    dd {
      margin: 0;
    }

    dt + dd {
      flex: 1 1 14rem;
      min-inline-size: 0;
    }

    p {
      margin-block-end: var(--space-3);
    }

    .card {
      display: grid;
      gap: var(--space-3);
    }

    .mine {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      align-items: baseline;
      margin-block-start: var(--space-1);
    }
  `,
})
export class SharedPage {
  readonly id = input.required<Id>();

  private readonly api = inject(SharingApi);
  protected readonly formats = inject(Formats);
  protected readonly shared = signal<SharedDelegation | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly editing = signal<{ delegate: SharedDelegate; cell: SharedCell } | null>(null);

  constructor() {
    effect(() => void this.load(this.id()));
  }

  protected edit(delegate: SharedDelegate, cell: SharedCell): void {
    this.editing.set({ delegate, cell });
  }

  protected async load(id: Id): Promise<void> {
    this.problem.set(null);
    try {
      this.shared.set(await this.api.shared(id));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // shown in place of the record: it may be shared no longer
      this.problem.set(failure);
      this.shared.set(null);
    }
  }
}
