import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { PetSpecies } from '@amity/people';
import { ChipChoices, ChoiceCards, Field } from '@amity/ui';
import { dietChoices, petChoices } from '../host.choices.js';
import { Step } from './step.js';

/** 5: animals, smoke and food: what a guest may not be able to live with. */
@Component({
  selector: 'amity-pets-step',
  imports: [ChipChoices, ChoiceCards, Field, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <amity-field [label]="t('hosting.fields.hasPets')" [group]="true" [error]="error('hasPets')" data-path="hasPets">
        <amity-choice-cards
          [beside]="true"
          [choices]="yesNo()"
          [value]="asChoice(draft().hasPets)"
          (valueChange)="store.change({ hasPets: $event === 'yes' })"
        />
      </amity-field>
      @if (draft().hasPets) {
        <amity-field [label]="t('hosting.fields.pets')" [group]="true" [error]="error('pets')" data-path="pets">
          <amity-chip-choices [choices]="species()" [value]="chosen()" (valueChange)="choose($event)" />
        </amity-field>
      }
      <amity-field [label]="t('hosting.fields.smokers')" [group]="true" [error]="error('smokers')" data-path="smokers">
        <amity-choice-cards
          [beside]="true"
          [choices]="yesNo()"
          [value]="asChoice(draft().smokers)"
          (valueChange)="store.change({ smokers: $event === 'yes' })"
        />
      </amity-field>
      <amity-field
        [label]="t('hosting.fields.dietOffered')"
        [help]="t('hosting.help.dietOffered')"
        [group]="true"
        [error]="error('dietOffered')"
        data-path="dietOffered"
      >
        <amity-chip-choices
          [choices]="diets()"
          [ownWords]="t('hosting.help.otherDiet')"
          [value]="draft().dietOffered"
          (valueChange)="store.change({ dietOffered: [...$event] })"
        />
      </amity-field>
    </ng-container>
  `,
  host: { class: 'stack' },
})
export class PetsStep extends Step {
  private readonly translate = inject(TranslocoService);

  protected readonly chosen = computed(() => this.draft().pets.map(({ species }) => species));
  protected readonly species = () =>
    petChoices.map((value) => ({ value, label: this.translate.translate<string>('hosting.pets.' + value) }));
  protected readonly diets = () =>
    dietChoices.map((value) => ({ value, label: this.translate.translate<string>('hosting.diets.' + value) }));
  protected readonly yesNo = () => [
    { value: 'no', label: this.translate.translate<string>('hosting.no') },
    { value: 'yes', label: this.translate.translate<string>('hosting.yes') },
  ];

  protected choose(values: readonly string[]): void {
    const before = this.draft().pets;
    this.store.change({
      pets: values.map((value) => before.find(({ species }) => species === value) ?? { species: value as PetSpecies, count: 1 }),
    });
  }
}
