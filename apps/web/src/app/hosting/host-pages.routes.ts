// What a host family sees, under /p/:slug/host: no sign-in, the token of its own link behind `#`.
import type { Routes } from '@angular/router';
import { areaWords } from '../language/index.js';
import { hostingWords } from './hosting.words.js';

export const hostPagesRoutes: Routes = [
  {
    path: '',
    resolve: { words: areaWords('hosting', hostingWords) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'hosting.signUp.title',
        loadComponent: () => import('./sign-up/sign-up.page.js').then((m) => m.SignUpPage),
      },
      {
        path: 'confirm',
        title: 'hosting.confirm.title',
        loadComponent: () => import('./sign-up/confirm.page.js').then((m) => m.ConfirmPage),
      },
      { path: 'home', title: 'hosting.home.title', loadComponent: () => import('./sign-up/home.page.js').then((m) => m.HomePage) },
    ],
  },
];
