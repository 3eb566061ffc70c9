// One class of records: what for, from when, what becomes of it, what goes on which day; and how long it is kept, to be changed.
import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Period, RetentionPolicy } from '@amity/privacy';
import { Control, Field, ProblemNotice, SideSheet, Toasts } from '@amity/ui';
import { plainForm } from '../../forms/plain-form.js';
import { Formats } from '../../language/index.js';
import { PrivacySettingsApi } from './settings.api.js';

@Component({
  selector: 'amity-policy-sheet',
  imports: [Control, Field, ProblemNotice, SideSheet, TranslocoDirective],
  template: `
    <amity-side-sheet [heading]="t('class.' + policy().key)" (closed)="closed.emit()" *transloco="let t; prefix: 'privacy.retention'">
      <div class="stack">
        <p>{{ t('purpose.' + policy().purpose) }}</p>
        <p class="soft">{{ t('from.' + policy().from) }}. {{ t('fate.' + policy().fate) }}</p>
        <form class="stack" id="policy-form" (submit)="$event.preventDefault(); form.submit()">
          <amity-problem-notice [problem]="form.problem()" />
          <amity-field [label]="t('count')" [help]="bounds()" [error]="form.error('keep.count')">
            <input
              amityControl
              class="input"
              type="number"
              inputmode="numeric"
              min="1"
              [value]="form.typed().count"
              (input)="form.set({ count: text($event) })"
            />
          </amity-field>
          <amity-field [label]="t('unit')">
            <select amityControl class="input" [value]="form.typed().unit" (change)="choose(text($event))">
              <option value="days">{{ t('unitOf.days') }}</option>
              <option value="months">{{ t('unitOf.months') }}</option>
            </select>
          </amity-field>
        </form>
        <h3>{{ t('coming') }}</h3>
        @if (policy().held > 0) {
          <p>{{ t('heldOfThese', { count: policy().held }) }}</p>
        }
        <ul role="list" class="stack">
          @for (day of policy().coming; track day.on) {
            <li class="row tabular">
              <span>{{ date(day.on) }}</span> <strong>{{ number(day.count) }}</strong>
            </li>
          } @empty {
            <li class="soft">{{ t('nothingComing') }}</li>
          }
        </ul>
      </div>
      <ng-container actions>
        <button type="submit" form="policy-form" class="button primary" [disabled]="form.saving()">{{ t('save') }}</button>
      </ng-container>
    </amity-side-sheet>
  `,
})
export class PolicySheet {
  readonly policy = input.required<RetentionPolicy>();
  readonly closed = output();
  readonly saved = output();

  private readonly api = inject(PrivacySettingsApi);
  private readonly formats = inject(Formats);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  protected readonly form = plainForm<{ count: string; unit: Period['unit'] }>({ count: '', unit: 'days' }, async ({ count, unit }) => {
    await this.api.keep(this.policy(), { count: Number(count), unit });
    this.toasts.show(this.words.translate('privacy.retention.saved'));
    this.saved.emit();
  });
  protected readonly bounds = computed(() => {
    const { least, most } = this.policy();
    return this.words.translate<string>('privacy.retention.bounds', { least: this.period(least), most: this.period(most) });
  });

  constructor() {
    effect(() => {
      const { count, unit } = this.policy().keep;
      untracked(() => this.form.set({ count: String(count), unit }));
    });
  }

  protected choose(unit: string): void {
    this.form.set({ unit: unit === 'months' ? 'months' : 'days' });
  }

  protected text(event: Event): string {
    const { target } = event;
    return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
  }

  protected date(day: string): string {
    return this.formats.date(day);
  }

  protected number(count: number): string {
    return this.formats.number(count);
  }

  private period({ count, unit }: Period): string {
    const form = this.formats.plural(count) === 'one' ? 'one' : 'other';
    return this.words.translate(`privacy.retention.${unit}.${form}`, { count: this.formats.number(count) });
  }
}
