import type { Routes } from '@angular/router';
import { mayOpen } from '../../access/index.js';
import { areaWords } from '../../language/index.js';

const words = areaWords('delegations', { en: () => import('../../../i18n/delegations/en.json') });

/** The page of settings. */
export const sharesRoutes: Routes = [
  { path: '', resolve: { words }, loadComponent: () => import('./shares.page.js').then((m) => m.SharesPage) },
];

/** For the counterpart in the other city. */
export const sharedRoutes: Routes = [
  {
    path: '',
    canActivate: [mayOpen('delegations.read_shared')],
    resolve: { words },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'delegations.shared.title',
        loadComponent: () => import('./shared-list.page.js').then((m) => m.SharedListPage),
      },
      { path: ':id', title: 'delegations.shared.title', loadComponent: () => import('./shared.page.js').then((m) => m.SharedPage) },
    ],
  },
];
