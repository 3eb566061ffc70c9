import type { Routes } from '@angular/router';
import { mayOpen } from '../access/index.js';
import { areaWords } from '../language/index.js';

export const messagesRoutes: Routes = [
  {
    path: '',
    canActivate: [mayOpen('messages.read_outbox')],
    resolve: { words: areaWords('messages', { en: () => import('../../i18n/messages/en.json') }) },
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'outbox' },
      { path: 'outbox', title: 'messages.outbox.title', loadComponent: () => import('./pages/outbox.page.js').then((m) => m.OutboxPage) },
    ],
  },
];
