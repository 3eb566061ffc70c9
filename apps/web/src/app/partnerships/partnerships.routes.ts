import type { Routes } from '@angular/router';
import { areaWords } from '../language/index.js';

export const partnershipsRoutes: Routes = [
  {
    path: '',
    resolve: { words: areaWords('partnerships', { en: () => import('../../i18n/partnerships/en.json') }) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'partnerships.title',
        loadComponent: () => import('./pages/partnerships.page.js').then((m) => m.PartnershipsPage),
      },
      {
        path: 'new',
        title: 'partnerships.new.title',
        loadComponent: () => import('./pages/new-partnership.page.js').then((m) => m.NewPartnershipPage),
      },
      {
        path: 'import',
        title: 'partnerships.imports.title',
        loadComponent: () => import('./pages/import-partnerships.page.js').then((m) => m.ImportPartnershipsPage),
      },
      {
        path: ':id',
        title: 'partnerships.title',
        loadComponent: () => import('./pages/partnership.page.js').then((m) => m.PartnershipPage),
      },
    ],
  },
];
