// The record of a host family: who lives there, what it offers, how far its screening is, what happened. Approving is refused
// while something is missing, and the page says what in the same words as the refusal.
import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CheckInput, Household, HouseholdEvent, HouseholdState } from '@amity/hosting';
import { knownDiets } from '@amity/people';
import { Icon, PageHeader, ProblemNotice, Skeleton, StatusChip, Timeline, type TimelineEntry, type Tone } from '@amity/ui';
import backIcon from '@material-symbols/svg-400/rounded/arrow_back.svg';
import { can, SessionStore } from '../../access/index.js';
import { HistoryLink } from '../../audit/index.js';
import { WhoSees } from '../../access/users/who-sees.js';
import { Formats, LanguageChoice } from '../../language/index.js';
import { NightsField, type Nights } from '../components/nights-field.js';
import { ScreeningList } from '../components/screening-list.js';
import { HouseholdStore } from '../household.store.js';
import { toneOfState } from '../household.tones.js';

@Component({
  selector: 'amity-household-page',
  imports: [
    HistoryLink,
    Icon,
    NightsField,
    PageHeader,
    ProblemNotice,
    RouterLink,
    ScreeningList,
    Skeleton,
    StatusChip,
    Timeline,
    TranslocoDirective,
    WhoSees,
  ],
  providers: [HouseholdStore],
  templateUrl: './household.page.html',
  styleUrl: './household.page.css',
})
export class HouseholdPage {
  readonly id = input.required<string>();

  protected readonly store = inject(HouseholdStore);
  private readonly words = inject(TranslocoService);
  private readonly session = inject(SessionStore);
  private readonly language = inject(LanguageChoice);
  protected readonly formats = inject(Formats);

  protected readonly backIcon = backIcon;
  protected readonly mayScreen = can('hosting.screen');
  protected readonly mayEdit = can('hosting.edit');
  protected readonly checklist = viewChild(ScreeningList);
  /** Nights while they are changed; null while they are only shown. */
  protected readonly nights = signal<{ from: string; to: string }[] | null>(null);
  protected readonly missing = computed(() => this.store.household()?.screening.filter(({ status }) => status !== 'met').length ?? 0);
  protected readonly reasons = computed(() => {
    const reasons = this.store.refused()?.body['reasons'];
    return Array.isArray(reasons) ? reasons.map((reason: { sentence?: unknown }) => String(reason.sentence ?? '')) : [];
  });
  protected readonly history = computed((): TimelineEntry[] =>
    this.store.timeline().map((event) => ({
      id: event.id,
      when: this.formats.moment(event.at, this.session.me()?.organization.zone ?? 'UTC'),
      who: this.who(event),
      what: this.what(event),
    })),
  );

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.load(id));
    });
  }

  protected toneOf(state: HouseholdState): Tone {
    return toneOfState[state];
  }

  protected languages({ languages }: Household): string {
    const names = new Intl.DisplayNames(this.language.locale(), { type: 'language' });
    return this.list(languages.map((code) => names.of(code) ?? code));
  }

  protected animals({ pets }: Household): string {
    return this.list(pets.map(({ species, count }) => this.word('hosting.pets.' + species) + (count > 1 ? ` × ${count}` : '')));
  }

  protected diets({ dietOffered }: Household): string {
    return this.list(dietOffered.map((diet) => (knownDiets.some((known) => known === diet) ? this.word('hosting.diets.' + diet) : diet)));
  }

  protected async record(check: CheckInput): Promise<void> {
    if (await this.store.record(check)) this.checklist()?.open.set(null);
  }

  protected async saveNights(nights: readonly Nights[]): Promise<void> {
    const offers = nights.filter(({ from, to }) => from !== '' && to !== '').map((range) => ({ ...range }));
    if (await this.store.change({ offers })) this.nights.set(null);
  }

  private list(items: readonly string[]): string {
    return new Intl.ListFormat(this.language.locale(), { type: 'conjunction' }).format(items);
  }

  private who({ actor }: HouseholdEvent): string {
    return actor.startsWith('link:')
      ? this.word('hosting.timeline.family')
      : actor.startsWith('system:')
        ? this.word('hosting.timeline.amity')
        : actor;
  }

  private what({ subject, action, state, requirementKey, outcome, fields }: HouseholdEvent): string {
    if (subject === 'households' && action === 'created') return this.word('hosting.timeline.created.households');
    if (subject === 'households' && state !== null)
      return this.word('hosting.timeline.state', { state: this.word('hosting.states.' + state) });
    if (subject === 'households') return this.word('hosting.timeline.changed', { count: fields.length });
    if (subject === 'checks') {
      const requirement = this.store.household()?.requirements.find(({ key }) => key === requirementKey)?.label ?? '';
      return this.word('hosting.timeline.check', { requirement, outcome: this.word('hosting.outcomes.' + (outcome ?? 'passed')) });
    }
    return this.word(action === 'removed' ? 'hosting.timeline.removed.' + subject : 'hosting.timeline.created.' + subject);
  }

  private word(key: string, params?: Record<string, unknown>): string {
    return this.words.translate<string>(key, params);
  }
}
