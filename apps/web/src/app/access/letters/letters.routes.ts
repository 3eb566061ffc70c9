// What letters of access lead to, without signing in, and the page that asks for such a letter.
import type { Routes } from '@angular/router';
import { areaWords } from '../../language/index.js';
import { accessWords } from '../access.words.js';

const resolve = { words: areaWords('access', accessWords) };

export const invitationRoutes: Routes = [
  {
    path: '',
    title: 'access.invitation.title',
    resolve,
    loadComponent: () => import('./invitation.page.js').then((m) => m.InvitationPage),
  },
];
export const magicLinkRoutes: Routes = [
  { path: '', title: 'access.magicLink.title', resolve, loadComponent: () => import('./magic-link.page.js').then((m) => m.MagicLinkPage) },
];
export const recoveryRoutes: Routes = [
  { path: '', title: 'access.recovery.title', resolve, loadComponent: () => import('./recovery.page.js').then((m) => m.RecoveryPage) },
];
export const byMailRoutes: Routes = [
  { path: '', title: 'access.magicLink.askTitle', resolve, loadComponent: () => import('./by-mail.page.js').then((m) => m.ByMailPage) },
];
