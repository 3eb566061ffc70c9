import type { Routes } from '@angular/router';
import { mayOpen } from '../access/index.js';
import { areaWords } from '../language/index.js';
import { peopleWords } from '../people/index.js';

export const delegationsRoutes: Routes = [
  {
    path: '',
    canActivate: [mayOpen('delegations.read')],
    resolve: {
      words: areaWords('delegations', { en: () => import('../../i18n/delegations/en.json') }),
      people: areaWords('people', peopleWords),
    },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'delegations.title',
        loadComponent: () => import('./pages/delegations.page.js').then((m) => m.DelegationsPage),
      },
      {
        path: 'new',
        title: 'delegations.new.title',
        canActivate: [mayOpen('delegations.edit')],
        loadComponent: () => import('./pages/new-delegation.page.js').then((m) => m.NewDelegationPage),
      },
      {
        path: ':id',
        title: 'delegations.one',
        loadComponent: () => import('./pages/delegation.page.js').then((m) => m.DelegationPage),
        children: [
          {
            path: '',
            pathMatch: 'full',
            title: 'delegations.tabs.overview',
            loadComponent: () => import('./pages/overview.page.js').then((m) => m.OverviewPage),
          },
          {
            path: 'edit',
            title: 'delegations.edit.title',
            canActivate: [mayOpen('delegations.edit')],
            loadComponent: () => import('./pages/edit-delegation.page.js').then((m) => m.EditDelegationPage),
          },
          {
            path: 'names',
            title: 'delegations.tabs.names',
            loadComponent: () => import('./pages/names.page.js').then((m) => m.NamesPage),
          },
          {
            path: 'sharing',
            title: 'delegations.tabs.sharing',
            canActivate: [mayOpen('delegations.share')],
            loadComponent: () => import('./sharing/sharing.page.js').then((m) => m.SharingPage),
          },
          {
            path: 'roster',
            title: 'delegations.tabs.roster',
            loadComponent: () => import('./pages/roster.page.js').then((m) => m.RosterPage),
          },
          {
            path: 'roster/import',
            title: 'delegations.import.title',
            canActivate: [mayOpen('interchange.import')],
            loadComponent: () => import('./pages/roster-import.page.js').then((m) => m.RosterImportPage),
          },
        ],
      },
    ],
  },
];
