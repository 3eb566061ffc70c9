import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Control, Field } from '@amity/ui';
import { Step } from './step.js';

/** 1: who signs up, and how to reach them. */
@Component({
  selector: 'amity-you-step',
  imports: [Control, Field, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <amity-field [label]="t('hosting.fields.givenName')" [error]="error('givenName')" data-path="givenName">
        <input
          amityControl
          class="input"
          autocomplete="given-name"
          maxlength="100"
          [value]="draft().givenName"
          (input)="store.change({ givenName: text($event) })"
        />
      </amity-field>
      <amity-field [label]="t('hosting.fields.familyName')" [error]="error('familyName')" data-path="familyName">
        <input
          amityControl
          class="input"
          autocomplete="family-name"
          maxlength="100"
          [value]="draft().familyName"
          (input)="store.change({ familyName: text($event) })"
        />
      </amity-field>
      <amity-field [label]="t('hosting.fields.email')" [help]="t('hosting.help.email')" [error]="error('email')" data-path="email">
        <input
          amityControl
          class="input"
          type="email"
          inputmode="email"
          autocomplete="email"
          autocapitalize="none"
          spellcheck="false"
          maxlength="254"
          [value]="draft().email"
          (input)="store.change({ email: text($event) })"
        />
      </amity-field>
      <amity-field [label]="t('hosting.fields.phone')" [help]="t('hosting.help.phone')" [error]="error('phone')" data-path="phone">
        <input
          amityControl
          class="input"
          type="tel"
          inputmode="tel"
          autocomplete="tel"
          maxlength="40"
          [value]="draft().phone"
          (input)="store.change({ phone: text($event) })"
        />
      </amity-field>
    </ng-container>
  `,
  host: { class: 'stack' },
})
export class YouStep extends Step {}
