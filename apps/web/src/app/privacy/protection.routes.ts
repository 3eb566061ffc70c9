import type { Routes } from '@angular/router';
import { areaWords } from '../language/index.js';
import { privacyWords } from './privacy.words.js';

export const protectionRoutes: Routes = [
  {
    path: '',
    resolve: { words: areaWords('privacy', privacyWords) },
    loadComponent: () => import('./pages/protection.page.js').then((m) => m.ProtectionPage),
  },
];
