// Every delegation with the state of its visit's program.
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  Cell,
  type Column,
  DataTable,
  EmptyState,
  type Filter,
  FilterChips,
  PageHeader,
  ProblemNotice,
  StatusChip,
  type Tone,
} from '@amity/ui';
import type { VisitState, VisitSummary } from '@amity/visits';
import { Formats } from '../../language/index.js';
import { VisitsStore } from '../visits.store.js';

const tones: Readonly<Record<VisitState, Tone>> = { empty: 'calm', draft: 'waits', published: 'done', changed: 'waits' };

@Component({
  selector: 'amity-visits-page',
  imports: [Cell, DataTable, EmptyState, FilterChips, PageHeader, ProblemNotice, RouterLink, StatusChip, TranslocoDirective],
  providers: [VisitsStore],
  templateUrl: './visits.page.html',
})
export class VisitsPage {
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  protected readonly store = inject(VisitsStore);

  protected readonly waiting = computed(() => this.store.list.items().filter(({ state }) => state === 'changed').length);
  protected readonly filters = computed((): Filter[] => [
    {
      name: 'direction',
      label: this.words.translate('visits.field.direction'),
      options: ['inbound', 'outbound'].map((value) => ({ value, label: this.words.translate(`visits.direction.${value}`) })),
    },
  ]);
  protected readonly columns = computed((): Column<VisitSummary>[] => {
    const t = (name: string) => this.words.translate(`visits.field.${name}`);
    return [
      { key: 'name', label: t('delegation'), text: (row) => row.name },
      { key: 'dates', label: t('dates'), text: (row) => this.formats.dates(row.arrivesOn, row.departsOn) },
      { key: 'partnership', label: t('partnership'), text: (row) => row.partnershipLabel ?? '' },
      { key: 'appointments', label: t('appointments'), text: (row) => this.formats.number(row.appointmentCount), numeric: true },
      { key: 'tentative', label: t('tentative'), text: (row) => this.formats.number(row.tentativeCount), numeric: true },
      { key: 'state', label: t('state') },
    ];
  });

  protected plural(count: number): string {
    return this.formats.plural(count) === 'one' ? 'one' : 'other';
  }

  protected toneOf(state: VisitState): Tone {
    return tones[state];
  }

  protected open({ id }: VisitSummary): void {
    void this.router.navigate(['/visits', id]);
  }
}
