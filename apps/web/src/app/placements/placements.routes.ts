import type { Routes } from '@angular/router';
import { mayOpen } from '../access/index.js';
import { areaWords } from '../language/index.js';

const words = areaWords('placements', { en: () => import('../../i18n/placements/en.json') });

export const placementsRoutes: Routes = [
  {
    path: '',
    canActivate: [mayOpen('placements.read')],
    resolve: { words },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'placements.title',
        loadComponent: () => import('./pages/placement-delegations.page.js').then((m) => m.PlacementDelegationsPage),
      },
      {
        path: ':delegationId',
        title: 'placements.title',
        loadComponent: () => import('./pages/placement-board.page.js').then((m) => m.PlacementBoardPage),
      },
    ],
  },
];

/** The family's page, under /p: no sign-in, the link in its letter carries the right. */
export const familyOfferRoutes: Routes = [
  {
    path: '',
    title: 'placements.family.title',
    resolve: { words },
    loadComponent: () => import('./pages/family-offer.page.js').then((m) => m.FamilyOfferPage),
  },
];
