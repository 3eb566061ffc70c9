import type { Routes } from '@angular/router';
import { mayOpen } from '../access/index.js';
import { areaWords } from '../language/index.js';
import { hostingWords } from './hosting.words.js';

export const hostingRoutes: Routes = [
  {
    path: '',
    canActivate: [mayOpen('hosting.read')],
    resolve: { words: areaWords('hosting', hostingWords) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'hosting.title',
        loadComponent: () => import('./pages/households.page.js').then((m) => m.HouseholdsPage),
      },
      { path: ':id', title: 'hosting.one', loadComponent: () => import('./pages/household.page.js').then((m) => m.HouseholdPage) },
    ],
  },
];
