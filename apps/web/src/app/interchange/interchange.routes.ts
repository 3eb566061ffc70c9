import type { Routes } from '@angular/router';
import { mayOpen } from '../access/index.js';
import { areaWords } from '../language/index.js';

export const interchangeRoutes: Routes = [
  {
    path: 'jobs',
    title: 'interchange.jobs.title',
    canActivate: [mayOpen('interchange.see_jobs')],
    resolve: { words: areaWords('interchange', { en: () => import('../../i18n/interchange/en.json') }) },
    loadComponent: () => import('./pages/jobs.page.js').then((m) => m.JobsPage),
  },
];
