import type { Routes } from '@angular/router';
import { areaWords } from '../../language/index.js';
import { accessWords } from '../access.words.js';

export const providerRoutes: Routes = [
  {
    path: '',
    title: 'access.provider.title',
    resolve: { words: areaWords('access', accessWords) },
    loadComponent: () => import('./provider.page.js').then((m) => m.ProviderPage),
  },
];
