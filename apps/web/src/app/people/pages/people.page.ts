// Everybody the organization knows, whatever their part in it.
import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { displayName, type Person, sortedName } from '@amity/people';
import { type Column, DataTable, EmptyState, FilterChips, Icon, PageHeader, ProblemNotice } from '@amity/ui';
import addIcon from '@material-symbols/svg-400/rounded/person_add.svg';
import { can } from '../../access/index.js';
import { Formats, LanguageChoice } from '../../language/index.js';
import { PersonSheet } from '../components/person-sheet.js';
import { PeopleStore } from '../people.store.js';
import { languageName } from '../spoken-languages.js';

@Component({
  selector: 'amity-people-page',
  imports: [DataTable, EmptyState, FilterChips, Icon, PageHeader, PersonSheet, ProblemNotice, TranslocoDirective],
  providers: [PeopleStore],
  templateUrl: './people.page.html',
})
export class PeoplePage {
  protected readonly store = inject(PeopleStore);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly language = inject(LanguageChoice);

  protected readonly mayEdit = can('people.edit');
  protected readonly addIcon = addIcon;
  protected readonly displayName = displayName;
  protected readonly columns = computed((): Column<Person>[] => [
    { key: 'name', label: this.words.translate('people.field.name'), text: sortedName },
    { key: 'email', label: this.words.translate('people.field.email'), text: (person) => person.email ?? '' },
    { key: 'phone', label: this.words.translate('people.field.phone'), text: (person) => person.phone ?? '' },
    {
      key: 'languages',
      label: this.words.translate('people.field.languages'),
      text: (person) => person.languages.map((code) => languageName(code, this.language.locale())).join(', '),
    },
    { key: 'worksAt', label: this.words.translate('people.field.worksAt'), text: (person) => person.worksAt ?? '' },
    {
      key: 'birthDate',
      label: this.words.translate('people.field.birthDate'),
      text: (person) => (person.birthDate ? this.formats.date(person.birthDate) : ''),
      extra: true,
    },
  ]);
}
