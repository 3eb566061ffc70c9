// The last changes of one record, with who, when and why, and the way to all of them. Stands on the record's page; whoever may not
// read the history sees nothing of it.
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuditEntry } from '@amity/audit';
import { ProblemNotice, Skeleton, Timeline } from '@amity/ui';
import { TranslocoDirective } from '@jsverse/transloco';
import { can } from '../../access/index.js';
import { Problem } from '../../http/index.js';
import { AreaWords } from '../../language/index.js';
import { AuditApi } from '../audit.api.js';
import { auditWords } from '../audit.words.js';
import { EntryWords } from '../entry.words.js';
import { namesIn } from '../record.name.js';

const shown = 5;

@Component({
  selector: 'amity-record-history',
  imports: [ProblemNotice, RouterLink, Skeleton, Timeline, TranslocoDirective],
  providers: [EntryWords],
  template: `
    @if (mayRead() && ready()) {
      <section class="card no-print" *transloco="let t">
        <h2>{{ t('audit.title') }}</h2>
        <amity-problem-notice [problem]="problem()" [retryable]="true" (retry)="load(subjectId())" />
        @if (entries(); as all) {
          @if (all.length > 0) {
            <amity-timeline [entries]="lines()" />
          } @else {
            <p class="soft">{{ t('audit.emptyOfOne') }}</p>
          }
        } @else if (!problem()) {
          <amity-skeleton [lines]="4" />
        }
        @if (total() > 0) {
          <a routerLink="/audit" [queryParams]="{ subjectId: subjectId() }">{{ words.counted('audit.whole', total()) }}</a>
        }
      </section>
    }
  `,
  styles: `
    h2 {
      margin-block-end: var(--space-3);
    }

    a {
      display: inline-block;
      margin-block-start: var(--space-3);
    }
  `,
})
export class RecordHistory {
  readonly subjectId = input.required<string>();

  private readonly api = inject(AuditApi);
  protected readonly words = inject(EntryWords);
  protected readonly mayRead = can('audit.read');
  protected readonly ready = signal(false);
  protected readonly entries = signal<readonly AuditEntry[] | null>(null);
  protected readonly total = signal(0);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lines = computed(() =>
    (this.entries() ?? []).map((entry) => ({
      id: entry.id,
      when: this.words.when(entry),
      who: this.words.who(entry),
      what: this.words.inBrief(entry),
    })),
  );

  constructor() {
    this.words.know(computed(() => namesIn(this.entries() ?? [])));
    void inject(AreaWords)
      .add('audit', auditWords)
      .then(() => this.ready.set(true));
    effect(() => {
      if (this.mayRead()) void this.load(this.subjectId());
    });
  }

  protected async load(subjectId: string): Promise<void> {
    this.problem.set(null);
    try {
      const page = await this.api.ofRecord(subjectId, shown);
      if (subjectId !== this.subjectId()) return; // another record is shown by now
      this.entries.set(page.items);
      this.total.set(page.total);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal is shown, with a way to ask again
      this.problem.set(failure);
    }
  }
}
