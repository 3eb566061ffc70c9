// The same figures as the charts, to read, to hear and to copy.
import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Estimate, WaveResults } from '@amity/outcomes';
import { OutcomeWords } from '../outcome.words.js';

@Component({
  selector: 'amity-results-table',
  imports: [TranslocoDirective],
  template: `
    <div class="table" role="region" tabindex="0" *transloco="let t; prefix: 'outcomes'" [attr.aria-label]="t('results.asTable')">
      <table>
        <thead>
          <tr>
            <th scope="col">{{ t('table.item') }}</th>
            <th scope="col" class="digits">{{ t('table.n') }}</th>
            <th scope="col" class="digits">{{ t('table.mean') }}</th>
            <th scope="col" class="digits">{{ t('table.interval') }}</th>
            <th scope="col">{{ t('table.counts') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (scale of results().scales; track scale.key) {
            <tr>
              <th scope="row">{{ scale.label }} {{ t('results.onScale', { min: scale.min, max: scale.max }) }}</th>
              <td class="digits">{{ words.people(scale.estimate.n) }}</td>
              <td class="digits">{{ mean(scale.estimate) || t('figure.noFigure') }}</td>
              <td class="digits">{{ interval(scale.estimate) || t('figure.noFigure') }}</td>
              <td></td>
            </tr>
          }
          @for (result of results().items; track result.item.key) {
            <tr>
              <th scope="row">{{ result.item.text }} {{ t('results.onScale', { min: result.item.min, max: result.item.max }) }}</th>
              <td class="digits">{{ words.people(result.estimate.n) }}</td>
              <td class="digits">{{ mean(result.estimate) || t('figure.noFigure') }}</td>
              <td class="digits">{{ interval(result.estimate) || t('figure.noFigure') }}</td>
              <td>
                @for (step of result.distribution; track step.value) {
                  <span class="step">{{ step.value }}: {{ words.people(step.count) }}</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: '../figure-table.css',
  styles: `
    .step {
      display: block;
    }
  `,
})
export class ResultsTable {
  readonly results = input.required<WaveResults>();
  protected readonly words = inject(OutcomeWords);

  protected mean({ mean }: Estimate): string {
    return mean === null ? '' : this.words.mean(mean);
  }

  protected interval({ low, high }: Estimate): string {
    return low === null || high === null ? '' : `${this.words.mean(low)} – ${this.words.mean(high)}`;
  }
}
