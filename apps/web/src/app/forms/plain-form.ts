// The light form for public pages (sign-up, portal, survey), where every kilobyte is somebody's phone bill: native controls, the
// api alone decides with the shared schema, and its answer stands beside each field. Neither zod nor signal forms come along.
//
//   protected readonly form = plainForm({ beds: 1, room: 'own' }, (typed) => this.api.saveStep(typed));
//   <amity-field [label]="…" [error]="form.error('beds')"><amity-number-stepper [value]="form.typed().beds" (valueChange)="form.set({ beds: $event })" /></amity-field>
import { computed, signal, type Signal } from '@angular/core';
import { Problem } from '../http/index.js';

export interface PlainForm<T> {
  readonly typed: Signal<T>;
  /** The refusal as a whole, when it names no field. */
  readonly problem: Signal<Problem | null>;
  readonly saving: Signal<boolean>;
  /** What the api said about the field at this dotted path, or an empty string. */
  error(path: string): string;
  /** Takes what was typed; the errors of those fields go away. */
  set(change: Partial<T>): void;
  /** True when saved. What was typed stays in either case. */
  submit(): Promise<boolean>;
}

/** @param save resolves when saved; a thrown Problem is shown, anything else is thrown on */
export function plainForm<T extends object>(initial: T, save: (typed: T) => Promise<unknown>): PlainForm<T> {
  const typed = signal(initial);
  const refusal = signal<Problem | null>(null);
  const errors = signal<ReadonlyMap<string, string>>(new Map());
  const saving = signal(false);
  return {
    typed: typed.asReadonly(),
    problem: computed(() => (refusal()?.errors.length === 0 ? refusal() : null)),
    saving: saving.asReadonly(),
    error: (path) => errors().get(path) ?? '',
    set: (change) => {
      typed.update((before) => ({ ...before, ...change }));
      const changed = Object.keys(change);
      errors.update((before) => new Map([...before].filter(([path]) => !changed.includes(path.split('.')[0] ?? ''))));
    },
    submit: async () => {
      if (saving()) return false;
      saving.set(true);
      refusal.set(null);
      try {
        await save(typed());
        errors.set(new Map());
        return true;
      } catch (failure) {
        if (!(failure instanceof Problem)) throw failure; // only a refusal is an answer to the reader
        refusal.set(failure);
        errors.set(new Map(failure.errors.map(({ path, detail }) => [path, detail])));
        return false;
      } finally {
        saving.set(false);
      }
    },
  };
}
