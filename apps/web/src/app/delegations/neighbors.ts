// The pages of other areas about one delegation, by convention `/<area>/<delegation>`. A link is shown once that area has its
// pages and the reader may open them, so nothing here knows the other areas.
import { computed, inject, type Signal } from '@angular/core';
import { type Route, Router } from '@angular/router';
import type { Permission } from '@amity/access';
import type { Id } from '@amity/kernel';
import { SessionStore } from '../access/index.js';

interface Neighbor {
  readonly area: string;
  readonly permission: Permission;
  readonly link: (delegationId: Id) => readonly string[];
}

const neighbors: readonly Neighbor[] = [
  { area: 'visits', permission: 'visits.read', link: (id) => ['/visits', id] },
  { area: 'placements', permission: 'placements.read', link: (id) => ['/placements', id] },
  { area: 'outcomes', permission: 'outcomes.read', link: (id) => ['/outcomes', 'delegations', id] },
];

export interface NeighborLink {
  readonly area: string;
  readonly link: readonly string[];
}

/** @param delegationId null while it is not known */
export function neighborsOf(delegationId: () => Id | null): Signal<readonly NeighborLink[]> {
  const session = inject(SessionStore);
  const registered = areasIn(inject(Router).config);
  return computed(() => {
    const id = delegationId();
    if (id === null) return [];
    return neighbors
      .filter(({ area, permission }) => registered.has(area) && session.can(permission))
      .map(({ area, link }) => ({ area, link: link(id) }));
  });
}

/** First path segments of the pages inside the frame. */
export function areasIn(routes: readonly Route[]): ReadonlySet<string> {
  return new Set(
    routes.filter(({ path }) => path === '').flatMap(({ children = [] }) => children.map(({ path }) => path?.split('/')[0] ?? '')),
  );
}
