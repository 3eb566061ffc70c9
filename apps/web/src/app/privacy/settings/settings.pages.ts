import type { Route, Routes } from '@angular/router';
import { areaWords } from '../../language/index.js';
import { privacyWords } from '../privacy.words.js';

const words = areaWords('privacy', privacyWords);
const page = (path: string, loadComponent: NonNullable<Route['loadComponent']>): Route => ({ path, resolve: { words }, loadComponent });

export const retentionRoutes: Routes = [page('', () => import('./retention.page.js').then((m) => m.RetentionPage))];
export const policiesRoutes: Routes = [page('', () => import('./policies.page.js').then((m) => m.PoliciesPage))];
export const requestsRoutes: Routes = [
  page('', () => import('./requests.page.js').then((m) => m.RequestsPage)),
  page(':id', () => import('./request.page.js').then((m) => m.RequestPage)),
];
