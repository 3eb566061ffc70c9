// Requests of people about their data, the overdue first, with the time that is left.
import { Component, computed, inject, resource, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { DataRequest } from '@amity/privacy';
import { Cell, type Column, DataTable, EmptyState, Icon, PageHeader, ProblemNotice, StatusChip } from '@amity/ui';
import addIcon from '@material-symbols/svg-400/rounded/add.svg';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { RequestSheet } from './request-sheet.js';
import { RequestWords } from './request.words.js';
import { PrivacySettingsApi } from './settings.api.js';

@Component({
  selector: 'amity-requests-page',
  imports: [Cell, DataTable, EmptyState, Icon, PageHeader, ProblemNotice, RequestSheet, StatusChip, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'privacy.requests'">
      <amity-page-header [heading]="t('title')">
        {{ sentence() }}
        <button action type="button" class="button primary" (click)="isAdding.set(true)">
          <amity-icon [svg]="addIcon" /> {{ t('add') }}
        </button>
      </amity-page-header>
      <amity-problem-notice [problem]="problem()" [retryable]="true" (retry)="requests.reload()" />
      <amity-data-table
        name="requests"
        [label]="t('title')"
        [columns]="columns()"
        [rows]="rows()"
        [total]="requests.hasValue() ? rows().length : null"
        [loading]="requests.isLoading()"
        (opened)="open($event)"
      >
        <ng-template amityCell="left" let-row>
          <amity-status-chip [tone]="said.tone(asRequest(row))">{{ said.timeLeft(asRequest(row)) }}</amity-status-chip>
        </ng-template>
        <amity-empty-state empty [sentence]="t('empty')" />
      </amity-data-table>
      @if (isAdding()) {
        <amity-request-sheet (closed)="isAdding.set(false)" (noted)="open($event)" />
      }
    </ng-container>
  `,
})
export class RequestsPage {
  private readonly api = inject(PrivacySettingsApi);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  protected readonly said = inject(RequestWords);

  protected readonly addIcon = addIcon;
  protected readonly isAdding = signal(false);
  protected readonly requests = resource({ loader: () => this.api.requests() });
  protected readonly rows = computed(() => (this.requests.hasValue() ? this.requests.value().items : []));
  protected readonly problem = computed(() => {
    const failure = this.requests.error();
    return failure instanceof Problem ? failure : null;
  });
  protected readonly sentence = computed(() => {
    const open = this.rows().filter(({ daysLeft }) => daysLeft !== null);
    const overdue = open.filter(({ daysLeft }) => (daysLeft ?? 0) < 0).length;
    if (!this.requests.hasValue()) return '';
    return overdue > 0
      ? this.word('overdueSentence', { overdue: this.formats.number(overdue), open: this.formats.number(open.length) })
      : this.word(open.length > 0 ? 'openSentence' : 'calmSentence', { open: this.formats.number(open.length) });
  });
  protected readonly columns = computed((): Column<DataRequest>[] => [
    { key: 'person', label: this.word('field.person'), text: (request) => this.said.person(request) },
    { key: 'kind', label: this.word('field.kind'), text: ({ kind }) => this.word(`kind.${kind}`) },
    { key: 'state', label: this.word('field.state'), text: ({ state }) => this.word(`state.${state}`) },
    { key: 'received', label: this.word('field.received'), text: ({ receivedOn }) => this.formats.date(receivedOn) },
    { key: 'due', label: this.word('field.due'), text: ({ dueOn }) => this.formats.date(dueOn) },
    { key: 'left', label: this.word('field.left') },
  ]);

  protected asRequest(row: unknown): DataRequest {
    return row as DataRequest;
  }

  protected open({ id }: DataRequest): void {
    void this.router.navigate(['/settings/requests', id]);
  }

  private word(key: string, params: Record<string, unknown> = {}): string {
    return this.words.translate(`privacy.requests.${key}`, params);
  }
}
