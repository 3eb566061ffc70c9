// Any number of answers: a short list as switches, a long list as a menu that adds, and words of one's own where they are
// welcome. What is chosen always stands as a chip that can be taken away again.
import { Component, computed, inject, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import checkIcon from '@material-symbols/svg-400/rounded/check.svg';
import { Field } from '../field/field.js';
import { Icon } from '../icon/icon.js';
import type { Choice } from './choice-cards.js';

@Component({
  selector: 'amity-chip-choices',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @for (chip of chips(); track chip.value) {
        <button type="button" [attr.aria-pressed]="chip.on" (click)="toggle(chip.value)">
          @if (chip.on) {
            <amity-icon [svg]="checkIcon" />
          }
          {{ chip.label }}
        </button>
      }
      @if (menu().length > 0) {
        <select class="input" [attr.aria-label]="t('ui.choices.add')" (change)="addFrom($event)">
          <option value="">{{ t('ui.choices.add') }}</option>
          @for (option of menu(); track option.value) {
            <option [value]="option.value">{{ option.label }}</option>
          }
        </select>
      }
      @if (ownWords()) {
        <input
          class="input"
          [placeholder]="ownWords()"
          [attr.aria-label]="ownWords()"
          maxlength="80"
          (keydown.enter)="addTyped($event)"
          (blur)="addTyped($event)"
        />
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
    }

    button {
      display: inline-flex;
      align-items: center;
      gap: var(--space-1);
      min-block-size: calc(var(--target) - var(--space-1));
      padding-inline: var(--space-3);
      border: var(--hairline) solid var(--color-line-strong);
      border-radius: var(--radius-pill);
      background: var(--color-surface);
      cursor: pointer;
    }

    button:hover {
      background: var(--color-hover);
    }

    button[aria-pressed='true'] {
      border-color: var(--color-accent);
      background: var(--color-accent-soft);
      color: var(--color-accent);
      font-weight: 600;
    }

    .input {
      inline-size: auto;
      max-inline-size: 100%;
      flex: 0 1 12rem;
    }
  `,
  host: { role: 'group', '[attr.aria-labelledby]': 'field?.labelId', '[attr.aria-describedby]': 'field?.describedBy()' },
})
export class ChipChoices implements FormValueControl<readonly string[]> {
  readonly value = model<readonly string[]>([]);
  readonly choices = input.required<readonly Choice[]>();
  /** What the field for words of one's own says; empty when only the choices fit. */
  readonly ownWords = input('');
  /** Up to so many choices are shown as switches, more as a menu. */
  readonly atMost = input(12);

  protected readonly field = inject(Field, { optional: true });
  protected readonly checkIcon = checkIcon;
  private readonly short = computed(() => this.choices().length <= this.atMost());
  protected readonly chips = computed(() => {
    const chosen = this.value();
    const listed = this.choices().filter((choice) => this.short() || chosen.includes(choice.value));
    const own = chosen.filter((value) => !this.choices().some((choice) => choice.value === value));
    return [
      ...listed.map(({ value, label }) => ({ value, label, on: chosen.includes(value) })),
      ...own.map((value) => ({ value, label: value, on: true })),
    ];
  });
  protected readonly menu = computed(() => (this.short() ? [] : this.choices().filter((choice) => !this.value().includes(choice.value))));

  protected toggle(value: string): void {
    this.value.update((now) => (now.includes(value) ? now.filter((other) => other !== value) : [...now, value]));
  }

  protected addFrom(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement) || event.target.value === '') return;
    this.toggle(event.target.value);
    event.target.value = '';
  }

  protected addTyped(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const typed = event.target.value.trim();
    if (event.type === 'keydown' && typed !== '') event.preventDefault(); // Enter adds the word and does not send the form
    if (typed === '') return;
    event.target.value = '';
    const known = this.choices().find((choice) => choice.label.toLowerCase() === typed.toLowerCase())?.value ?? typed;
    if (!this.value().includes(known)) this.toggle(known);
  }
}
