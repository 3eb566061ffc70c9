import type { Routes } from '@angular/router';
import { mayOpen } from '../access/index.js';
import { areaWords } from '../language/index.js';

export const overviewRoutes: Routes = [
  {
    path: '',
    title: 'overview.title',
    canActivate: [mayOpen('overview.read')],
    resolve: { words: areaWords('overview', { en: () => import('../../i18n/overview/en.json') }) },
    loadComponent: () => import('./pages/today.page.js').then((m) => m.TodayPage),
  },
];
