// Where a person, or the guardian, gives and withdraws consents, under /p/consents: no sign-in, the token of the personal link behind `#`.
import type { Routes } from '@angular/router';
import { areaWords } from '../language/index.js';
import { privacyWords } from './privacy.words.js';

export const myConsentsRoutes: Routes = [
  {
    path: '',
    title: 'privacy.mine.title',
    resolve: { words: areaWords('privacy', privacyWords) },
    loadComponent: () => import('./pages/my-consents.page.js').then((m) => m.MyConsentsPage),
  },
];
