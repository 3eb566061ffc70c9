// The roster of a delegation: everybody who travels, changed one by one beside the list, or imported from a file.
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Delegate } from '@amity/delegations';
import { displayName, isKnownDiet, sortedName } from '@amity/people';
import { Cell, type Column, DataTable, EmptyState, FilterState, Icon, StatusChip, Toasts } from '@amity/ui';
import addIcon from '@material-symbols/svg-400/rounded/person_add.svg';
import petsIcon from '@material-symbols/svg-400/rounded/pets.svg';
import uploadIcon from '@material-symbols/svg-400/rounded/upload_file.svg';
import { can } from '../../access/index.js';
import { Problem } from '../../http/index.js';
import { LanguageChoice } from '../../language/index.js';
import { DelegateSheet } from '../components/delegate-sheet.js';
import { NamesWithheld } from '../components/names-withheld.js';
import { DelegationStore } from '../delegation.store.js';

@Component({
  selector: 'amity-roster-page',
  imports: [Cell, DataTable, DelegateSheet, EmptyState, Icon, NamesWithheld, RouterLink, StatusChip, TranslocoDirective],
  templateUrl: './roster.page.html',
})
export class RosterPage {
  protected readonly store = inject(DelegationStore);
  private readonly filters = inject(FilterState);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly toasts = inject(Toasts);

  protected readonly mayEdit = can('delegations.edit');
  protected readonly mayImport = can('interchange.import');
  protected readonly addIcon = addIcon;
  protected readonly petsIcon = petsIcon;
  protected readonly uploadIcon = uploadIcon;
  /** Id of the open delegate, `new`, or null; it stands in the address. */
  protected readonly openId = this.filters.value('delegate');
  protected readonly rows = computed(() => this.store.roster() ?? []);
  protected readonly open = computed(() => this.rows().find(({ id }) => id === this.openId()) ?? null);
  protected readonly columns = computed((): Column<Delegate>[] => {
    const t = (key: string) => this.words.translate(key);
    const languages = new Intl.DisplayNames(this.language.locale(), { type: 'language' });
    return [
      { key: 'name', label: t('people.field.name'), text: ({ person }) => sortedName(person) },
      { key: 'role', label: t('delegations.field.role'), text: ({ role }) => t(`delegations.role.${role}`) },
      {
        key: 'languages',
        label: t('people.field.languages'),
        text: ({ person }) => person.languages.map((code) => languages.of(code) ?? code).join(', '),
      },
      { key: 'diet', label: t('delegations.field.diet'), text: ({ diet }) => diet.map((word) => this.dietWord(word)).join(', ') },
      { key: 'petAllergies', label: t('delegations.field.petAllergies') },
      { key: 'bed', label: t('delegations.field.bed'), text: ({ needsBed }) => t(`delegations.bed.${needsBed}`) },
      { key: 'email', label: t('people.field.email'), text: ({ person }) => person.email ?? '', extra: true },
      { key: 'phone', label: t('people.field.phone'), text: ({ person }) => person.phone ?? '', extra: true },
    ];
  });

  protected show(id: string | null): void {
    void this.filters.set({ delegate: id });
  }

  /** Done at once; "undo" puts the same person back with the same needs. */
  protected async remove(delegate: Delegate): Promise<void> {
    try {
      await this.store.remove(delegate);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // refused, for example because a bed is already promised
      this.toasts.show(failure.detail);
      return;
    }
    this.show(null);
    const { person, role, gender, diet, petAllergies, needsBed, flights, notes } = delegate;
    const draft = { person: { id: person.id }, role, gender, diet, petAllergies, needsBed, flights, notes };
    const key = crypto.randomUUID();
    this.toasts.show(this.words.translate('delegations.roster.removed', { name: displayName(person) }), () => this.store.add(draft, key));
  }

  private dietWord(word: string): string {
    return isKnownDiet(word) ? this.words.translate(`delegations.diet.${word}`) : word;
  }
}
