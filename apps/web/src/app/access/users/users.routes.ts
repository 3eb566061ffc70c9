import type { Route, Routes } from '@angular/router';
import { areaWords } from '../../language/index.js';
import { accessWords } from '../access.words.js';

const page = (loadComponent: NonNullable<Route['loadComponent']>): Routes => [
  { path: '', resolve: { words: areaWords('access', accessWords) }, loadComponent },
];

export const usersRoutes = page(() => import('./users.page.js').then((m) => m.UsersPage));
export const rolesRoutes = page(() => import('./roles.page.js').then((m) => m.RolesPage));
export const recoveriesRoutes = page(() => import('./recoveries.page.js').then((m) => m.RecoveriesPage));
export const tokensRoutes = page(() => import('./tokens.page.js').then((m) => m.TokensPage));
