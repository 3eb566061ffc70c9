// The fields of a person, for any form that has a person in it.
import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { ChipChoices, Control, Field } from '@amity/ui';
import { LanguageChoice } from '../../language/index.js';
import type { PersonTyped } from '../person.typed.js';
import { spokenLanguages } from '../spoken-languages.js';

@Component({
  selector: 'amity-person-fields',
  imports: [ChipChoices, Control, Field, FormField, TranslocoDirective],
  templateUrl: './person-fields.html',
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }

    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr));
      gap: var(--space-4);
      align-items: start;
    }
  `,
})
export class PersonFields {
  readonly of = input.required<FieldTree<PersonTyped>>();
  /** Leaves out what a roster does not ask for. */
  readonly short = input(false);

  private readonly language = inject(LanguageChoice);
  protected readonly languages = computed(() => spokenLanguages(this.language.locale()));
}
