// One answer of a few, each a card a thumb can hit, with room for a word of explanation. Native radio buttons underneath:
// arrow keys, forms and screen readers know them.
import { Component, inject, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import checkIcon from '@material-symbols/svg-400/rounded/check.svg';
import { Field } from '../field/field.js';
import { Icon } from '../icon/icon.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

let made = 0;

@Component({
  selector: 'amity-choice-cards',
  imports: [Icon],
  template: `
    @for (choice of choices(); track choice.value) {
      <label>
        <input type="radio" [name]="group" [value]="choice.value" [checked]="choice.value === value()" (change)="value.set(choice.value)" />
        <span class="words">{{ choice.label }}</span>
        @if (choice.note) {
          <span class="note">{{ choice.note }}</span>
        }
        <amity-icon [svg]="checkIcon" />
      </label>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }

    :host(.beside) {
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }

    label {
      position: relative;
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-block-size: calc(var(--target) + var(--space-2));
      padding: var(--space-2) var(--space-4);
      border: var(--hairline) solid var(--color-line-strong);
      border-radius: var(--radius);
      background: var(--color-surface);
      cursor: pointer;
      transition: background var(--motion);
    }

    label:hover {
      background: var(--color-hover);
    }

    label:has(:checked) {
      border-color: var(--color-accent);
      background: var(--color-accent-soft);
      box-shadow: inset 0 0 0 1px var(--color-accent);
    }

    label:has(:focus-visible) {
      outline: var(--focus-ring);
      outline-offset: var(--focus-offset);
    }

    input {
      position: absolute;
      opacity: 0;
    }

    .words {
      flex: 1;
    }

    .note {
      color: var(--color-ink-soft);
      font-size: var(--text-small);
    }

    amity-icon {
      color: var(--color-accent);
      display: none;
    }

    :checked ~ amity-icon {
      display: inline-block;
    }

    @media (forced-colors: active) {
      label:has(:checked) {
        outline: 2px solid Highlight;
      }
    }
  `,
  host: {
    role: 'radiogroup',
    '[attr.aria-labelledby]': 'field?.labelId',
    '[attr.aria-describedby]': 'field?.describedBy()',
    '[class.beside]': 'beside()',
  },
})
export class ChoiceCards implements FormValueControl<string> {
  readonly value = model('');
  readonly choices = input.required<readonly Choice[]>();
  /** Two or three short answers stand beside each other. */
  readonly beside = input(false);

  protected readonly field = inject(Field, { optional: true });
  protected readonly group = `choice-${++made}`;
  protected readonly checkIcon = checkIcon;
}
