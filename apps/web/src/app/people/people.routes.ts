import type { Routes } from '@angular/router';
import { mayOpen } from '../access/index.js';
import { areaWords } from '../language/index.js';
import { peopleWords } from './people.words.js';

export const peopleRoutes: Routes = [
  {
    path: '',
    title: 'people.title',
    canActivate: [mayOpen('people.read')],
    resolve: { words: areaWords('people', peopleWords) },
    loadComponent: () => import('./pages/people.page.js').then((m) => m.PeoplePage),
  },
];
