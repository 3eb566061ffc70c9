import { Component, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Room } from '@amity/hosting';
import { ChoiceCards, Field, NumberStepper } from '@amity/ui';
import { roomChoices } from '../host.choices.js';
import { Step } from './step.js';

/** 3: where a guest would sleep. */
@Component({
  selector: 'amity-beds-step',
  imports: [ChoiceCards, Field, NumberStepper, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <amity-field [label]="t('hosting.fields.beds')" [error]="error('beds')" data-path="beds">
        <amity-number-stepper [min]="1" [max]="20" [value]="draft().beds" (valueChange)="store.change({ beds: $event })" />
      </amity-field>
      <amity-field [label]="t('hosting.fields.room')" [group]="true" [error]="error('room')" data-path="room">
        <amity-choice-cards [choices]="rooms()" [value]="draft().room ?? ''" (valueChange)="chooseRoom($event)" />
      </amity-field>
      <amity-field [label]="t('hosting.fields.stairs')" [group]="true" [error]="error('stairs')" data-path="stairs">
        <amity-choice-cards
          [beside]="true"
          [choices]="[
            { value: 'no', label: t('hosting.no') },
            { value: 'yes', label: t('hosting.yes') },
          ]"
          [value]="asChoice(draft().stairs)"
          (valueChange)="store.change({ stairs: $event === 'yes' })"
        />
      </amity-field>
    </ng-container>
  `,
  host: { class: 'stack' },
})
export class BedsStep extends Step {
  private readonly translate = inject(TranslocoService);

  protected rooms() {
    return roomChoices.map((value) => ({
      value,
      label: this.translate.translate<string>('hosting.rooms.' + value),
      ...(value === 'shared_with_child' ? { note: this.translate.translate<string>('hosting.help.sharedRoom') } : {}),
    }));
  }

  protected chooseRoom(value: string): void {
    this.store.change({ room: value as Room });
  }
}
