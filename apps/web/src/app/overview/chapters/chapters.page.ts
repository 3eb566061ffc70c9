// Whose figures we see and who sees ours. The year is in the address, so that a page can be kept and sent.
import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { dayIn } from '@amity/kernel';
import { EmptyState, Icon, PageHeader, ProblemNotice, Skeleton } from '@amity/ui';
import addIcon from '@material-symbols/svg-400/rounded/add.svg';
import { Can, SessionStore } from '../../access/index.js';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { AffiliationList } from './affiliation-list.js';
import { AffiliationSheet } from './affiliation-sheet.js';
import { ChaptersApi } from './chapters.api.js';
import { FigureTable } from './figure-table.js';

const yearsOffered = 12;

@Component({
  selector: 'amity-chapters-page',
  imports: [AffiliationList, AffiliationSheet, Can, EmptyState, FigureTable, Icon, PageHeader, ProblemNotice, Skeleton, TranslocoDirective],
  templateUrl: './chapters.page.html',
  styleUrl: './chapters.page.css',
})
export class ChaptersPage {
  /** From the address; this year where it says none. */
  readonly year = input<string>();

  private readonly api = inject(ChaptersApi);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);

  protected readonly addIcon = addIcon;
  protected readonly isAdding = signal(false);
  private readonly thisYear = Number(dayIn(this.session.me()?.organization.zone ?? 'UTC', new Date()).slice(0, 4));
  protected readonly chosen = computed(() => {
    const asked = Number(this.year());
    return Number.isInteger(asked) && asked > this.thisYear - yearsOffered && asked <= this.thisYear ? asked : this.thisYear;
  });
  protected readonly years = computed(() => Array.from({ length: yearsOffered }, (_, back) => this.thisYear - back));
  protected readonly affiliations = resource({ loader: () => this.api.affiliations() });
  protected readonly hasChapters = computed(
    () =>
      this.affiliations.hasValue() && this.affiliations.value().items.some(({ otherIs, since }) => otherIs === 'chapter' && since !== null),
  );
  protected readonly figures = resource({
    params: () => (this.hasChapters() ? this.chosen() : undefined),
    loader: ({ params: year }) => this.api.figures(year),
  });
  protected readonly problem = computed(() => {
    const failure = this.affiliations.error() ?? this.figures.error();
    return failure instanceof Problem ? failure : null;
  });

  protected reload(): void {
    this.affiliations.reload();
    this.figures.reload();
  }

  protected choose(event: Event): void {
    if (event.target instanceof HTMLSelectElement)
      void this.router.navigate([], { queryParams: { year: event.target.value }, queryParamsHandling: 'merge' });
  }

  protected day(day: string): string {
    return this.formats.date(day, { dateStyle: 'medium' });
  }
}
