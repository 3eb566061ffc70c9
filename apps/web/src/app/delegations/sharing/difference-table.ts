// Where a partner says something else than the roster: both sides beside each other, and one press to take theirs.
import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Difference } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { ProblemNotice, Toasts } from '@amity/ui';
import { can } from '../../access/index.js';
import { Problem } from '../../http/index.js';
import { CellValue } from './cell-value.js';
import { SharingApi } from './sharing.api.js';

@Component({
  selector: 'amity-difference-table',
  imports: [CellValue, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'delegations.sharing'">
      <amity-problem-notice [problem]="problem()" />
      <div class="scroll" role="region" tabindex="0" [attr.aria-label]="t('differences')">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ t('delegate') }}</th>
              <th scope="col">{{ t('fieldHeading') }}</th>
              <th scope="col">{{ t('ours') }}</th>
              <th scope="col">{{ t('theirs') }}</th>
              @if (mayEdit()) {
                <th scope="col">
                  <span class="visually-hidden">{{ t('take') }}</span>
                </th>
              }
            </tr>
          </thead>
          <tbody>
            @for (one of differences(); track one.entryId) {
              <tr>
                <th scope="row">
                  <bdi>{{ one.name }}</bdi>
                </th>
                <td>{{ t('field.' + one.cell.field) }}</td>
                <td><amity-cell-value [value]="one.cell.ours" /></td>
                <td>
                  <amity-cell-value [value]="one.cell.theirs" />
                  <span class="soft small">{{ one.partner }}</span>
                </td>
                @if (mayEdit()) {
                  <td>
                    <button type="button" class="button" (click)="take(one)">
                      {{ t('take') }}<span class="visually-hidden"> {{ one.name }}, {{ t('field.' + one.cell.field) }}</span>
                    </button>
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
    </ng-container>
  `,
  styles: `
    .scroll {
      position: relative; /* hidden words of the buttons scroll with it */
      overflow-x: auto;
    }

    :host {
      display: block;
    }

    table {
      min-inline-size: 34rem;
      inline-size: 100%;
      border-collapse: collapse;
    }

    th,
    td {
      padding: var(--space-2) var(--space-3) var(--space-2) 0;
      border-block-end: var(--hairline) solid var(--color-line);
      text-align: start;
      vertical-align: top;
    }

    td .soft {
      display: block;
    }

    .button {
      white-space: nowrap;
    }
  `,
})
export class DifferenceTable {
  readonly delegationId = input.required<Id>();
  readonly differences = input.required<readonly Difference[]>();
  readonly taken = output();

  private readonly api = inject(SharingApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly mayEdit = can('delegations.edit');
  protected readonly problem = signal<Problem | null>(null);

  protected async take(difference: Difference): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.take(this.delegationId(), difference);
      this.toasts.show(this.words.translate('delegations.sharing.taken', { name: difference.name }));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // said above the table, which is read again
      this.problem.set(failure);
    }
    this.taken.emit();
  }
}
