import type { Routes } from '@angular/router';
import { mayOpen } from '../access/index.js';
import { areaWords } from '../language/index.js';

const words = areaWords('visits', { en: () => import('../../i18n/visits/en.json') });

export const visitsRoutes: Routes = [
  {
    path: '',
    canActivate: [mayOpen('visits.read')],
    resolve: { words },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'visits.title',
        loadComponent: () => import('./pages/visits.page.js').then((m) => m.VisitsPage),
      },
      { path: ':delegationId', title: 'visits.one', loadComponent: () => import('./pages/visit.page.js').then((m) => m.VisitPage) },
    ],
  },
];

/** Below /p: the itinerary of whoever holds its link. */
export const visitsPublicRoutes: Routes = [
  {
    path: '',
    title: 'visits.pocket.title',
    resolve: { words },
    loadComponent: () => import('./pages/pocket.page.js').then((m) => m.PocketPage),
  },
];
