// One question of a form: the label above, the control, the help under it, and the error in words, all tied together for
// screen readers. An error shows once the field was left or the form was sent, never while somebody is still typing.
import { Component, computed, Directive, effect, inject, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import errorIcon from '@material-symbols/svg-400/rounded/error.svg';
import { Icon } from '../icon/icon.js';
import { FieldLabels } from './field-labels.js';

let made = 0;

@Component({
  selector: 'amity-field',
  imports: [Icon],
  template: `
    <div class="heading">
      @if (group()) {
        <span class="label" [id]="labelId">{{ label() }}</span>
      } @else {
        <label class="label" [for]="id">{{ label() }}</label>
      }
      @if (optional()) {
        <span class="optional">{{ optional() }}</span>
      }
    </div>
    <ng-content />
    @if (help()) {
      <p class="help" [id]="helpId">{{ help() }}</p>
    }
    @if (message(); as text) {
      <p class="error" [id]="errorId"><amity-icon [svg]="errorIcon" /> {{ text }}</p>
    }
  `,
  styleUrl: './field.css',
})
export class Field {
  readonly label = input.required<string>();
  readonly help = input('');
  /** The word that marks a field as optional; most fields are required and say nothing. */
  readonly optional = input('');
  /** The field of the form; its errors are shown here. */
  readonly of = input<FieldTree<unknown> | null>(null);
  /** An error from elsewhere, when there is no form. */
  readonly error = input('');
  /** Several controls answer one question: the label names the group instead of one control. */
  readonly group = input(false);

  readonly id = `field-${++made}`;
  readonly labelId = `${this.id}-label`;
  protected readonly helpId = `${this.id}-help`;
  protected readonly errorId = `${this.id}-error`;
  protected readonly errorIcon = errorIcon;

  readonly message = computed(() => {
    const state = this.of()?.();
    const first = state?.touched() ? state.errors()[0] : undefined;
    return first ? (first.message ?? first.kind) : this.error();
  });
  readonly describedBy = computed(
    () => [this.message() ? this.errorId : '', this.help() ? this.helpId : ''].filter(Boolean).join(' ') || null,
  );

  constructor() {
    const form = inject(FieldLabels, { optional: true });
    effect(() => {
      const field = this.of();
      if (field !== null) form?.name(field, this.label);
    });
  }
}

/** On the native control inside a field: `<input amityControl class="input" …>` gets its id, description and error state. */
@Directive({
  selector: '[amityControl]',
  host: {
    '[id]': 'field?.id',
    '[attr.aria-describedby]': 'field?.describedBy()',
    '[attr.aria-invalid]': 'field?.message() ? "true" : null',
  },
})
export class Control {
  protected readonly field = inject(Field, { optional: true });
}
