// The pages of settings. A page is one line in `settingsPages`: its tab's words, who may open it, where it is. An area that brings
// a page writes it in its own folder and its words in its own language file.
import { inject } from '@angular/core';
import { type Route, Router, type Routes } from '@angular/router';
import type { Permission } from '@amity/access';
import { mayOpen, SessionStore } from '../../access/index.js';

export interface SettingsPage {
  readonly path: string;
  /** Key of the tab's words and of the page's title, in the frame's language file. */
  readonly label: string;
  readonly permission: Permission;
  readonly load: NonNullable<Route['loadChildren']>;
}

const access = () => import('../../access/users/users.routes.js');
const privacy = () => import('../../privacy/settings/settings.pages.js');

export const settingsPages: readonly SettingsPage[] = [
  { path: 'users', label: 'settings.users', permission: 'access.manage_users', load: () => access().then((m) => m.usersRoutes) },
  { path: 'roles', label: 'settings.roles', permission: 'access.manage_roles', load: () => access().then((m) => m.rolesRoutes) },
  { path: 'tokens', label: 'settings.tokens', permission: 'access.manage_tokens', load: () => access().then((m) => m.tokensRoutes) },
  {
    path: 'recoveries',
    label: 'settings.recoveries',
    permission: 'access.manage_users',
    load: () => access().then((m) => m.recoveriesRoutes),
  },
  {
    path: 'sharing',
    label: 'settings.sharing',
    permission: 'delegations.share',
    load: () => import('../../delegations/sharing/sharing.routes.js').then((m) => m.sharesRoutes),
  },
  {
    path: 'chapters',
    label: 'settings.chapters',
    permission: 'overview.read_chapters',
    load: () => import('../../overview/chapters/chapters.routes.js').then((m) => m.chaptersRoutes),
  },
  {
    path: 'policies',
    label: 'settings.policies',
    permission: 'privacy.manage_retention',
    load: () => privacy().then((m) => m.policiesRoutes),
  },
  {
    path: 'retention',
    label: 'settings.retention',
    permission: 'privacy.manage_retention',
    load: () => privacy().then((m) => m.retentionRoutes),
  },
  {
    path: 'requests',
    label: 'settings.requests',
    permission: 'privacy.handle_requests',
    load: () => privacy().then((m) => m.requestsRoutes),
  },
  {
    path: 'protection',
    label: 'settings.protection',
    permission: 'privacy.protect',
    load: () => import('../../privacy/protection.routes.js').then((m) => m.protectionRoutes),
  },
];

export const settingsRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./settings.page.js').then((m) => m.SettingsFrame),
    children: [
      { path: '', pathMatch: 'full', redirectTo: () => firstPage() },
      ...settingsPages.map(({ path, label, permission, load }) => ({
        path,
        title: label,
        canActivate: [mayOpen(permission)],
        loadChildren: load,
      })),
    ],
  },
];

function firstPage(): string {
  const session = inject(SessionStore);
  const page = settingsPages.find(({ permission }) => session.can(permission));
  return inject(Router)
    .createUrlTree(page ? ['settings', page.path] : ['forbidden'])
    .toString();
}
