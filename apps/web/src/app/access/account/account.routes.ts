import type { Routes } from '@angular/router';
import { areaWords } from '../../language/index.js';
import { accountWords } from './account.words.js';

export const accountRoutes: Routes = [
  {
    path: '',
    title: 'access.account',
    resolve: { words: areaWords('account', accountWords) },
    loadComponent: () => import('./account.page.js').then((m) => m.AccountPage),
  },
];
