// A list as the api pages it: the first page follows its question (address and filters), "load more" appends by cursor,
// and an answer to a question that is no longer asked is dropped. The count is always known, whatever is loaded.
import { HttpClient } from '@angular/common/http';
import { computed, effect, inject, signal, untracked, type Signal } from '@angular/core';
import { type Subscription } from 'rxjs';
import { Problem } from './problem.js';

export interface ListPage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
}

/** Query parameters; empty and absent ones are not sent, arrays are repeated. */
export type Question = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

export interface KeysetList<T> {
  readonly items: Signal<readonly T[]>;
  /** How many match, loaded or not; null before the first answer. */
  readonly total: Signal<number | null>;
  readonly loading: Signal<boolean>;
  readonly more: Signal<boolean>;
  readonly problem: Signal<Problem | null>;
  loadMore(): void;
  reload(): void;
  /** Changes loaded rows in place, for example after one of them was saved. */
  patch(change: (items: readonly T[]) => readonly T[]): void;
}

/** Call it in an injection context (a field of a store). `address` null asks nothing yet. */
export function keysetList<T>(address: () => string | null, question: () => Question = () => ({})): KeysetList<T> {
  const http = inject(HttpClient);
  const items = signal<readonly T[]>([]);
  const total = signal<number | null>(null);
  const next = signal<string | null>(null);
  const loading = signal(false);
  const problem = signal<Problem | null>(null);
  let asked: Subscription | null = null;

  const ask = (url: string, params: Question, cursor: string | null) => {
    asked?.unsubscribe();
    loading.set(true);
    problem.set(null);
    asked = http.get<ListPage<T>>(url, { params: sent({ ...params, cursor }) }).subscribe({
      next: (page) => {
        items.update((before) => (cursor === null ? page.items : [...before, ...page.items]));
        total.set(page.total);
        next.set(page.next);
        loading.set(false);
      },
      error: (failure: unknown) => {
        loading.set(false);
        if (!(failure instanceof Problem)) throw failure;
        problem.set(failure);
      },
    });
  };

  const start = () => {
    const url = address();
    const params = question();
    untracked(() => (url === null ? undefined : ask(url, params, null)));
  };
  effect((onCleanup) => {
    start();
    onCleanup(() => asked?.unsubscribe());
  });

  return {
    items: items.asReadonly(),
    total: total.asReadonly(),
    loading: loading.asReadonly(),
    more: computed(() => next() !== null),
    problem: problem.asReadonly(),
    loadMore: () => {
      const [url, cursor] = [untracked(address), next()];
      if (url !== null && cursor !== null && !loading()) ask(url, untracked(question), cursor);
    },
    reload: () => untracked(start),
    patch: (change) => items.update(change),
  };
}

function sent(question: Question): Record<string, string | number | boolean | readonly string[]> {
  const kept: Record<string, string | number | boolean | readonly string[]> = {};
  for (const [name, value] of Object.entries(question)) {
    if (value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) kept[name] = value;
  }
  return kept;
}
