// Pick one of very many by typing a few letters (ARIA 1.2 combobox with a listbox). Answers that arrive late for letters that
// have changed since are dropped. What is typed but not picked is not an answer: leaving the field puts the last pick back.
import { Component, computed, DestroyRef, inject, input, linkedSignal, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Field } from '../field/field.js';

let made = 0;

@Component({
  selector: 'amity-combobox',
  imports: [TranslocoDirective],
  templateUrl: './combobox.html',
  styleUrl: './combobox.css',
})
export class Combobox<T> implements FormValueControl<T | null> {
  readonly value = model<T | null>(null);
  /** The best few for what is typed, best first. Rejects are the caller's to show; the list then stays empty. */
  readonly search = input.required<(typed: string) => Promise<readonly T[]>>();
  readonly nameOf = input.required<(option: T) => string>();
  /** A second line that tells equals apart: region, country. */
  readonly noteOf = input<(option: T) => string>(() => '');
  readonly placeholder = input('');
  /** Milliseconds of quiet before the search starts. */
  readonly quiet = input(180);

  protected readonly field = inject(Field, { optional: true });
  protected readonly listId = `combobox-${++made}`;
  protected readonly options = signal<readonly T[]>([]);
  protected readonly open = signal(false);
  protected readonly searching = signal(false);
  protected readonly at = signal(0);
  protected readonly text = linkedSignal(() => this.shown(this.value()));
  protected readonly activeId = computed(() => (this.open() && this.options().length > 0 ? `${this.listId}-${this.at()}` : null));

  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  protected type(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const typed = event.target.value;
    this.text.set(typed);
    this.forget();
    if (typed.trim() === '') {
      this.value.set(null);
      this.close();
      return;
    }
    this.timer = setTimeout(() => void this.find(typed.trim()), this.quiet());
  }

  protected key(event: KeyboardEvent): void {
    const count = this.options().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!this.open()) void this.find(this.text().trim());
      else if (count > 0) this.at.update((at) => (at + (event.key === 'ArrowDown' ? 1 : -1) + count) % count);
    } else if (event.key === 'Enter' && this.open()) {
      event.preventDefault();
      const option = this.options()[this.at()];
      if (option !== undefined) this.pick(option);
    } else if (event.key === 'Escape' && this.open()) {
      event.stopPropagation();
      this.close();
    }
  }

  protected pick(option: T): void {
    this.value.set(option);
    this.text.set(this.shown(option));
    this.close();
  }

  protected leave(): void {
    this.forget();
    this.text.set(this.shown(this.value()));
    this.close();
  }

  private async find(typed: string): Promise<void> {
    const turn = ++this.asked;
    this.searching.set(true);
    try {
      const found = await this.search()(typed);
      if (turn !== this.asked) return;
      this.options.set(found);
      this.at.set(0);
      this.open.set(true);
    } finally {
      if (turn === this.asked) this.searching.set(false);
    }
  }

  private close(): void {
    this.asked++;
    this.searching.set(false);
    this.open.set(false);
    this.options.set([]);
  }

  private forget(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private shown(option: T | null): string {
    return option === null ? '' : this.nameOf()(option);
  }
}
