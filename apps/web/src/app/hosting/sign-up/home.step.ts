import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Control, Field } from '@amity/ui';
import { Step } from './step.js';

/** 2: where the family lives. */
@Component({
  selector: 'amity-home-step',
  imports: [Control, Field, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <amity-field [label]="t('hosting.fields.address')" [error]="error('address')" data-path="address">
        <input
          amityControl
          class="input"
          autocomplete="street-address"
          maxlength="300"
          [value]="draft().address"
          (input)="store.change({ address: text($event) })"
        />
      </amity-field>
      <div class="beside">
        <amity-field
          [label]="t('hosting.fields.postalCode')"
          [optional]="t('hosting.optional')"
          [error]="error('postalCode')"
          data-path="postalCode"
        >
          <input
            amityControl
            class="input"
            autocomplete="postal-code"
            maxlength="20"
            [value]="draft().postalCode"
            (input)="store.change({ postalCode: text($event) })"
          />
        </amity-field>
        <amity-field [label]="t('hosting.fields.town')" [error]="error('town')" data-path="town">
          <input
            amityControl
            class="input"
            autocomplete="address-level2"
            maxlength="120"
            [value]="draft().town"
            (input)="store.change({ town: text($event) })"
          />
        </amity-field>
      </div>
    </ng-container>
  `,
  styles: `
    .beside {
      display: grid;
      grid-template-columns: 2fr 3fr;
      gap: var(--space-3);
      align-items: end;
    }

    .beside:has(.error) {
      align-items: start;
    }
  `,
  host: { class: 'stack' },
})
export class HomeStep extends Step {}
