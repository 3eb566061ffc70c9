// What was measured for an indicator, newest first, and the form for the next one. One a day at most; the api says so.
import { Component, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Indicator } from '@amity/outcomes';
import { AmityForm, Control, ErrorSummary, Field, ProblemNotice } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { Formats } from '../../language/index.js';
import { IndicatorStore } from '../indicator.store.js';
import { MeasurementForm, type MeasurementTyped } from '../indicator.typed.js';
import { OutcomeWords } from '../outcome.words.js';

const empty: MeasurementTyped = { value: '', measuredOn: '', note: '' };

@Component({
  selector: 'amity-measurements',
  imports: [AmityForm, Control, ErrorSummary, Field, FormField, ProblemNotice, TranslocoDirective],
  templateUrl: './measurements.html',
  styleUrl: '../figure-table.css',
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr));
      gap: var(--space-3);
      align-items: start;
    }
  `,
})
export class Measurements {
  readonly indicator = input.required<Indicator>();
  readonly mayEdit = input(false);

  protected readonly store = inject(IndicatorStore);
  protected readonly words = inject(OutcomeWords);
  protected readonly formats = inject(Formats);
  /** One key per measurement, however often it is sent. */
  private key = crypto.randomUUID();
  protected readonly form = schemaForm(empty, MeasurementForm, async (draft) => {
    await this.store.measure(draft, this.key);
    this.key = crypto.randomUUID();
    this.form.tree().reset(empty);
  });
}
