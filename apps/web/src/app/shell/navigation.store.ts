import { computed, inject, Injectable } from '@angular/core';
import { type Route, Router } from '@angular/router';
import { SessionStore } from '../access/index.js';
import { navigation } from './navigation.js';

/** The entries of the rail that lead somewhere for this reader. */
@Injectable({ providedIn: 'root' })
export class Navigation {
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);

  readonly entries = computed(() => {
    const registered = new Set(this.router.config.flatMap(firstSegments));
    return navigation.filter(({ path, permission }) => registered.has(path) && [permission].flat().some((one) => this.session.can(one)));
  });
  readonly rail = computed(() => this.entries().filter(({ at }) => at === 'rail'));
  readonly foot = computed(() => this.entries().filter(({ at }) => at === 'foot'));
}

function firstSegments(route: Route): string[] {
  if (route.path === '') return (route.children ?? []).map(({ path }) => path?.split('/')[0] ?? '');
  return [];
}
