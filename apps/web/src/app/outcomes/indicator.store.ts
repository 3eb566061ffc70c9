// One indicator with what was measured for it. A new measurement moves the actual, which the api computes: both are read again.
import { inject, Injectable, signal } from '@angular/core';
import type { Id } from '@amity/kernel';
import type { Indicator, IndicatorDraft, Measurement, MeasurementDraft } from '@amity/outcomes';
import { Problem } from '../http/index.js';
import { OutcomesApi } from './outcomes.api.js';

@Injectable()
export class IndicatorStore {
  private readonly api = inject(OutcomesApi);
  private id: Id | null = null;

  readonly indicator = signal<Indicator | null>(null);
  readonly measurements = signal<readonly Measurement[]>([]);
  readonly problem = signal<Problem | null>(null);

  async load(id: Id): Promise<void> {
    if (this.id !== id) this.indicator.set(null);
    this.id = id;
    this.problem.set(null);
    try {
      const [indicator, measurements] = await Promise.all([this.api.indicator(id), this.api.measurements(id)]);
      if (this.id !== id) return; // another record was opened meanwhile
      this.indicator.set(indicator);
      this.measurements.set(measurements);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // only a refusal is shown in place of the record
      if (this.id === id) this.problem.set(failure);
    }
  }

  /** A refusal is thrown on: it belongs beside the fields. */
  async measure(draft: MeasurementDraft, key: string): Promise<void> {
    if (this.id === null) throw new Error('The indicator is not loaded yet.');
    await this.api.measure(this.id, draft, key);
    await this.load(this.id);
  }

  async change(id: Id, version: number, draft: IndicatorDraft): Promise<void> {
    this.indicator.set(await this.api.changeIndicator(id, version, draft));
  }
}
