// The family's own page, opened by the link of its letter: where it stands in plain words, and what it may change itself.
// The token stays in the browser's session, so that a reload opens the page again and a closed browser forgets it.
import { DOCUMENT } from '@angular/common';
import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Home, HomeChange } from '@amity/hosting';
import type { PetSpecies } from '@amity/people';
import { ChipChoices, Field, Icon, NumberStepper, ProblemNotice, Skeleton, VersionDiff } from '@amity/ui';
import checkIcon from '@material-symbols/svg-400/rounded/check_circle.svg';
import waitsIcon from '@material-symbols/svg-400/rounded/schedule.svg';
import { PublicOrganization } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { NightsField, type Nights } from '../components/nights-field.js';
import { petChoices } from '../host.choices.js';
import { HomeStore } from './home.store.js';
import { tokenBehind } from './link-token.js';

const remembered = 'amity.host-home';
const path = ['applied', 'vetting', 'approved'] as const;

@Component({
  selector: 'amity-home-page',
  imports: [ChipChoices, Field, Icon, NightsField, NumberStepper, ProblemNotice, Skeleton, TranslocoDirective, VersionDiff],
  providers: [HomeStore],
  templateUrl: './home.page.html',
  styleUrls: ['./letter-page.css', './home.page.css'],
})
export class HomePage {
  readonly slug = input.required<string>();

  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly organization = inject(PublicOrganization);
  private readonly token: string;
  protected readonly store = inject(HomeStore);

  protected readonly icons = { check: checkIcon, waits: waitsIcon };
  /** The ranges as typed; one that has only one of its days is not saved yet. */
  protected readonly offers = linkedSignal<readonly Nights[]>(() => this.store.home()?.offers ?? []);
  protected readonly chosen = computed(() => (this.store.home()?.pets ?? []).map(({ species }) => species));
  protected readonly species = () => petChoices.map((value) => ({ value, label: this.petName(value) }));
  /** The way to being a host family, with what is reached. */
  protected readonly way = computed(() => {
    const at = path.findIndex((state) => state === this.store.home()?.state);
    return path.map((state, step) => ({ state, reached: step <= at, now: step === at }));
  });
  protected readonly versions = computed(() => {
    const conflict = this.store.conflict();
    if (conflict === null) return [];
    return (['offers', 'beds', 'pets'] as const)
      .filter((name) => name in conflict.mine)
      .map((name) => ({
        name,
        label: this.words.translate<string>('hosting.fields.' + name),
        yours: conflict.mine[name],
        theirs: conflict.theirs[name],
        yoursShown: this.shown(conflict.mine, name),
        theirsShown: this.shown(conflict.theirs, name),
      }));
  });
  protected readonly errorOf = (field: string): string => this.store.refused()?.errors.find((error) => error.path === field)?.detail ?? '';

  constructor() {
    const session = inject(DOCUMENT).defaultView?.sessionStorage ?? null;
    const token = tokenBehind(inject(DOCUMENT));
    if (token !== null) session?.setItem(remembered, token);
    this.token = token ?? session?.getItem(remembered) ?? '';
    effect(() => this.organization.name.set(this.store.home()?.organization ?? null));
    void this.load();
  }

  protected load(): Promise<void> {
    return this.store.open(this.token);
  }

  protected changePets(values: readonly string[]): void {
    const before = this.store.home()?.pets ?? [];
    const pets = values.map((value) => before.find(({ species }) => species === value) ?? { species: value as PetSpecies, count: 1 });
    void this.store.change({ pets });
  }

  /** A range is saved when both its days are there. */
  protected changeOffers(offers: { from: string; to: string }[]): void {
    this.offers.set(offers);
    if (offers.every(({ from, to }) => from !== '' && to !== '')) void this.store.change({ offers });
  }

  private shown(version: HomeChange | Home, name: 'offers' | 'beds' | 'pets'): string {
    if (name === 'beds') return this.formats.number(version.beds ?? 0);
    if (name === 'pets') return (version.pets ?? []).map(({ species }) => this.petName(species)).join(', ');
    return (version.offers ?? []).map(({ from, to }) => this.formats.dates(from, to)).join('; ');
  }

  private petName(species: string): string {
    return this.words.translate('hosting.pets.' + species);
  }
}
