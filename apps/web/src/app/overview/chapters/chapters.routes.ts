import type { Routes } from '@angular/router';
import { areaWords } from '../../language/index.js';

/** The page of settings: whose figures we see, and who sees ours. */
export const chaptersRoutes: Routes = [
  {
    path: '',
    resolve: { words: areaWords('overview', { en: () => import('../../../i18n/overview/en.json') }) },
    loadComponent: () => import('./chapters.page.js').then((m) => m.ChaptersPage),
  },
];
