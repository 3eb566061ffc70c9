import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ChipChoices, Field } from '@amity/ui';
import { LanguageChoice } from '../../language/index.js';
import { NightsField } from '../components/nights-field.js';
import { languageChoices } from '../host.choices.js';
import { Step } from './step.js';

/** 6: languages and nights. */
@Component({
  selector: 'amity-dates-step',
  imports: [ChipChoices, Field, NightsField, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <amity-field [label]="t('hosting.fields.languages')" [group]="true" [error]="error('languages')" data-path="languages">
        <amity-chip-choices [choices]="languages()" [value]="draft().languages" (valueChange)="store.change({ languages: [...$event] })" />
      </amity-field>
      <amity-field
        [label]="t('hosting.fields.offers')"
        [help]="t('hosting.help.offers')"
        [group]="true"
        [error]="error('offers')"
        data-path="offers"
      >
        <amity-nights-field
          [value]="draft().offers"
          [today]="store.welcome()?.today ?? ''"
          [errorOf]="errorOf"
          (changed)="store.change({ offers: $event })"
        />
      </amity-field>
    </ng-container>
  `,
  host: { class: 'stack' },
})
export class DatesStep extends Step {
  private readonly language = inject(LanguageChoice);
  protected readonly languages = computed(() => languageChoices(this.language.locale()));
  protected readonly errorOf = (path: string): string => this.error(path);
}
