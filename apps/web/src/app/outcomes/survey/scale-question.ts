// One question answered with a number: large native radio buttons, what the two ends mean in words above them, and a way
// to leave the question out where it is optional.
import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import errorIcon from '@material-symbols/svg-400/rounded/error.svg';
import type { Item } from '@amity/outcomes';
import { Icon } from '@amity/ui';
import { numbersOf } from './survey.steps.js';

@Component({
  selector: 'amity-scale-question',
  imports: [Icon, TranslocoDirective],
  templateUrl: './scale-question.html',
  styleUrl: './scale-question.css',
})
export class ScaleQuestion {
  readonly item = input.required<Item>();
  /** `undefined`: not answered yet; `null`: left out. */
  readonly value = input<number | string | null | undefined>();
  readonly error = input('');
  readonly chosen = output<number | null>();

  protected readonly errorIcon = errorIcon;
  protected readonly id = computed(() => `question-${this.item().key}`);
  protected readonly choices = computed(() => {
    const { min, max, minLabel, maxLabel } = this.item();
    return numbersOf(this.item()).map((number) => ({ number, end: number === min ? minLabel : number === max ? maxLabel : '' }));
  });
  protected readonly describedBy = computed(
    () => [this.error() ? `${this.id()}-error` : '', this.item().help ? `${this.id()}-help` : ''].filter(Boolean).join(' ') || null,
  );
}
