// The filters of a list live in its address: they survive reload, travel in a link, and "back" undoes them.
// Empty is absent; a filter with several values repeats its name (`?state=draft&state=published`).
import { computed, inject, Injectable, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { convertToParamMap, Router } from '@angular/router';

export type FilterValue = string | readonly string[] | null;

@Injectable({ providedIn: 'root' })
export class FilterState {
  private readonly router = inject(Router);
  private readonly params = toSignal(this.router.routerState.root.queryParamMap, { initialValue: convertToParamMap({}) });

  /** One value, or null. */
  value(name: string): Signal<string | null> {
    return computed(() => this.params().get(name));
  }

  values(name: string): Signal<readonly string[]> {
    return computed(() => this.params().getAll(name), {
      equal: (a, b) => a.length === b.length && a.every((value, at) => value === b[at]),
    });
  }

  /** These filters at once, as a list's question. */
  question(...names: string[]): Signal<Readonly<Record<string, readonly string[]>>> {
    return computed(() => Object.fromEntries(names.map((name) => [name, this.params().getAll(name)])), {
      equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
    });
  }

  /** Changes the named filters and leaves the others; the list's place in the history is kept. */
  set(change: Readonly<Record<string, FilterValue>>): Promise<boolean> {
    const address = this.router.parseUrl(this.router.url);
    const params: Record<string, string | string[]> = { ...address.queryParams };
    for (const [name, value] of Object.entries(change)) {
      if (value === null || value === '' || value.length === 0) delete params[name];
      else params[name] = typeof value === 'string' ? value : [...value];
    }
    address.queryParams = params;
    return this.router.navigateByUrl(address, { replaceUrl: true });
  }

  /** Adds the value, or takes it away when it is there. */
  toggle(name: string, value: string): Promise<boolean> {
    const now = this.params().getAll(name);
    return this.set({ [name]: now.includes(value) ? now.filter((other) => other !== value) : [...now, value] });
  }
}
