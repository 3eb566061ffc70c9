// The fields of an indicator, for a new one and for changing one. Where its figure comes from decides which of them are asked.
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { IndicatorLevel, type Instrument, measuresOf, waveMoments } from '@amity/outcomes';
import { Control, Field, ProblemNotice } from '@amity/ui';
import type { SchemaForm } from '../../forms/index.js';
import { Problem } from '../../http/index.js';
import type { IndicatorTyped } from '../indicator.typed.js';
import { OutcomesApi } from '../outcomes.api.js';
import { DelegationChoice } from './delegation-choice.js';

@Component({
  selector: 'amity-indicator-fields',
  imports: [Control, DelegationChoice, Field, FormField, ProblemNotice, TranslocoDirective],
  templateUrl: './indicator-fields.html',
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }

    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
      gap: var(--space-4);
      align-items: start;
    }
  `,
})
export class IndicatorFields {
  readonly form = input.required<SchemaForm<IndicatorTyped>>();

  private readonly api = inject(OutcomesApi);
  protected readonly levels = IndicatorLevel.options;
  protected readonly moments = waveMoments;
  protected readonly instruments = signal<readonly Instrument[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fromSurvey = computed(() => this.form().model().source === 'survey');
  protected readonly instrument = computed(() => this.instruments()?.find(({ key }) => key === this.form().model().instrumentKey) ?? null);
  protected readonly measures = computed(() => {
    const instrument = this.instrument();
    return instrument ? measuresOf(instrument) : [];
  });

  constructor() {
    effect(() => {
      if (this.fromSurvey() && this.instruments() === null) void this.load();
    });
    // A measure that the chosen instrument does not have is no answer any more.
    effect(() => {
      const { measure } = this.form().model();
      if (this.instrument() === null || measure === '' || this.measures().some((choice) => choice.measure === measure)) return;
      this.form().model.update((typed) => ({ ...typed, measure: '' }));
    });
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      this.instruments.set(await this.api.instruments());
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // shown in place of the choice
      this.problem.set(failure);
    }
  }

  protected pick(delegationId: string | null): void {
    this.form().model.update((typed) => ({ ...typed, delegationId: delegationId ?? '' }));
  }
}
