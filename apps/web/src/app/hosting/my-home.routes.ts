import type { Routes } from '@angular/router';
import { mayOpen } from '../access/index.js';
import { areaWords } from '../language/index.js';
import { hostingWords } from './hosting.words.js';

/** For somebody of a host family who signed in. */
export const myHomeRoutes: Routes = [
  {
    path: '',
    title: 'hosting.own.title',
    canActivate: [mayOpen('hosting.read_own')],
    resolve: { words: areaWords('hosting', hostingWords) },
    loadComponent: () => import('./pages/my-home.page.js').then((m) => m.MyHomePage),
  },
];
