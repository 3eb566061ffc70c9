// All host families: who applied, how far each is, what lapses, and who has room on certain nights.
import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { HouseholdState, HouseholdSummary } from '@amity/hosting';
import {
  Cell,
  type Column,
  DataTable,
  EmptyState,
  type Filter,
  FilterChips,
  Icon,
  PageHeader,
  ProblemNotice,
  StatusChip,
  Toasts,
  type Tone,
} from '@amity/ui';
import linkIcon from '@material-symbols/svg-400/rounded/link.svg';
import { SessionStore } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { toneOfState } from '../household.tones.js';
import { HouseholdsStore } from '../households.store.js';

const states: readonly HouseholdState[] = ['applied', 'vetting', 'approved', 'paused', 'declined'];

@Component({
  selector: 'amity-households-page',
  imports: [Cell, DataTable, EmptyState, FilterChips, Icon, PageHeader, ProblemNotice, StatusChip, TranslocoDirective],
  providers: [HouseholdsStore],
  templateUrl: './households.page.html',
  styleUrl: './households.page.css',
})
export class HouseholdsPage {
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  protected readonly store = inject(HouseholdsStore);

  protected readonly linkIcon = linkIcon;
  protected readonly toneOf = (state: HouseholdState): Tone => toneOfState[state];
  protected readonly from = this.store.filters.value('from');
  protected readonly to = this.store.filters.value('to');
  protected readonly filters = computed((): Filter[] => {
    const counts = this.store.counts();
    const label = (state: HouseholdState) =>
      this.word('hosting.states.' + state) + (counts ? ` ${this.formats.number(counts[state])}` : '');
    return [{ name: 'state', label: this.word('hosting.fields.state'), options: states.map((value) => ({ value, label: label(value) })) }];
  });
  protected readonly columns = computed((): Column<HouseholdSummary>[] => [
    { key: 'name', label: this.word('hosting.fields.family'), text: (row) => row.name },
    { key: 'state', label: this.word('hosting.fields.state') },
    { key: 'screening', label: this.word('hosting.fields.screening') },
    { key: 'nights', label: this.word('hosting.fields.nights'), text: (row) => this.nights(row) },
    { key: 'beds', label: this.word('hosting.fields.bedsShort'), text: (row) => this.formats.number(row.beds), numeric: true },
    {
      key: 'pets',
      label: this.word('hosting.fields.petsShort'),
      text: (row) => row.pets.map((pet) => this.word('hosting.pets.' + pet)).join(', '),
    },
    { key: 'town', label: this.word('hosting.fields.town'), text: (row) => row.town },
    {
      key: 'people',
      label: this.word('hosting.fields.people'),
      text: (row) => this.formats.number(row.people),
      numeric: true,
      extra: true,
    },
    {
      key: 'lapses',
      label: this.word('hosting.fields.lapses'),
      text: (row) => (row.lapsesOn ? this.formats.date(row.lapsesOn) : ''),
      extra: true,
    },
  ]);

  protected open(family: HouseholdSummary): void {
    void this.router.navigate(['/hosting', family.id]);
  }

  protected setDay(name: 'from' | 'to', event: Event): void {
    if (event.target instanceof HTMLInputElement) void this.store.filters.set({ [name]: event.target.value });
  }

  protected async copyLink(): Promise<void> {
    const slug = this.session.me()?.organization.slug ?? '';
    await navigator.clipboard.writeText(`${location.origin}/p/${slug}/host`);
    this.toasts.show(this.word('hosting.list.linkCopied'));
  }

  private nights({ offers }: HouseholdSummary): string {
    const [first, ...rest] = offers;
    if (!first) return '';
    const dates = this.formats.dates(first.from, first.to, { month: 'short', day: 'numeric', year: 'numeric' });
    return rest.length === 0 ? dates : `${dates} +${rest.length}`;
  }

  private word(key: string): string {
    return this.words.translate<string>(key);
  }
}
