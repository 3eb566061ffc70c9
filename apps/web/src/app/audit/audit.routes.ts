import type { Routes } from '@angular/router';
import { mayOpen } from '../access/index.js';
import { areaWords } from '../language/index.js';
import { auditWords } from './audit.words.js';

export const auditRoutes: Routes = [
  {
    path: '',
    title: 'audit.title',
    canActivate: [mayOpen('audit.read')],
    resolve: { words: areaWords('audit', auditWords) },
    loadComponent: () => import('./pages/history.page.js').then((m) => m.HistoryPage),
  },
];
