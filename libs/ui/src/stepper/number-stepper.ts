// A small whole number with a minus and a plus big enough for a thumb; typing it works as well.
import { Component, computed, inject, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import lessIcon from '@material-symbols/svg-400/rounded/remove.svg';
import moreIcon from '@material-symbols/svg-400/rounded/add.svg';
import { Field } from '../field/field.js';
import { Icon } from '../icon/icon.js';

@Component({
  selector: 'amity-number-stepper',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <button type="button" class="button" [disabled]="value() <= lowest()" [attr.aria-label]="t('ui.stepper.less')" (click)="step(-1)">
        <amity-icon [svg]="lessIcon" />
      </button>
      <input
        type="number"
        inputmode="numeric"
        [id]="field?.id"
        [attr.aria-describedby]="field?.describedBy()"
        [min]="lowest()"
        [max]="highest()"
        [value]="value()"
        (change)="write($event)"
      />
      <button type="button" class="button" [disabled]="value() >= highest()" [attr.aria-label]="t('ui.stepper.more')" (click)="step(1)">
        <amity-icon [svg]="moreIcon" />
      </button>
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      padding: var(--space-3);
      border: var(--hairline) solid var(--color-line-strong);
      border-radius: var(--radius);
      background: var(--color-surface);
    }

    .button {
      inline-size: calc(var(--target) + var(--space-1));
      min-block-size: calc(var(--target) + var(--space-1));
      padding: 0;
    }

    input {
      flex: 1;
      min-inline-size: 0;
      border: 0;
      border-radius: var(--radius-small);
      background: none;
      font-size: var(--text-title);
      font-variant-numeric: tabular-nums;
      font-weight: 650;
      text-align: center;
      appearance: textfield;
    }

    input::-webkit-inner-spin-button {
      display: none;
    }
  `,
})
export class NumberStepper implements FormValueControl<number> {
  readonly value = model(0);
  readonly min = input<number | undefined>(0);
  readonly max = input<number | undefined>(99);

  protected readonly field = inject(Field, { optional: true });
  protected readonly lowest = computed(() => this.min() ?? 0);
  protected readonly highest = computed(() => this.max() ?? Number.MAX_SAFE_INTEGER);
  protected readonly lessIcon = lessIcon;
  protected readonly moreIcon = moreIcon;

  protected step(by: number): void {
    this.value.set(this.within(this.value() + by));
  }

  protected write(event: Event): void {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    if (Number.isFinite(input.valueAsNumber)) this.value.set(this.within(Math.round(input.valueAsNumber)));
    input.value = String(this.value());
  }

  private within(wanted: number): number {
    return Math.min(Math.max(wanted, this.lowest()), this.highest());
  }
}
