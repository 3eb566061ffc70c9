// The map of the web app. An area is one lazy line in `areas`; its public pages (no sign-in, made for a phone) one line in
// `publicPages`, under /p. The rail shows an area as soon as its line is here and the reader holds its permission.
import type { Routes } from '@angular/router';
import { signedIn } from './access/index.js';
import { startPage } from './shell/start-page.js';

export const areas: Routes = [
  { path: 'today', loadChildren: () => import('./overview/overview.routes.js').then((m) => m.overviewRoutes) },
  { path: 'delegations', loadChildren: () => import('./delegations/delegations.routes.js').then((m) => m.delegationsRoutes) },
  { path: 'hosting', loadChildren: () => import('./hosting/hosting.routes.js').then((m) => m.hostingRoutes) },
  { path: 'partnerships', loadChildren: () => import('./partnerships/partnerships.routes.js').then((m) => m.partnershipsRoutes) },
  { path: 'placements', loadChildren: () => import('./placements/placements.routes.js').then((m) => m.placementsRoutes) },
  { path: 'people', loadChildren: () => import('./people/people.routes.js').then((m) => m.peopleRoutes) },
  { path: 'visits', loadChildren: () => import('./visits/visits.routes.js').then((m) => m.visitsRoutes) },
  { path: 'outcomes', loadChildren: () => import('./outcomes/outcomes.routes.js').then((m) => m.outcomesRoutes) },
  { path: 'shared', loadChildren: () => import('./delegations/sharing/sharing.routes.js').then((m) => m.sharedRoutes) },
  { path: 'my-journey', loadChildren: () => import('./visits/my-journey.routes.js').then((m) => m.myJourneyRoutes) },
  { path: 'my-home', loadChildren: () => import('./hosting/my-home.routes.js').then((m) => m.myHomeRoutes) },
  { path: 'messages', loadChildren: () => import('./messages/messages.routes.js').then((m) => m.messagesRoutes) },
  { path: 'audit', loadChildren: () => import('./audit/audit.routes.js').then((m) => m.auditRoutes) },
  { path: 'interchange', loadChildren: () => import('./interchange/interchange.routes.js').then((m) => m.interchangeRoutes) },
  { path: 'settings', loadChildren: () => import('./shell/settings/settings.routes.js').then((m) => m.settingsRoutes) },
];

export const publicPages: Routes = [
  { path: ':slug/host', loadChildren: () => import('./hosting/host-pages.routes.js').then((m) => m.hostPagesRoutes) },
  { path: 'placement', loadChildren: () => import('./placements/placements.routes.js').then((m) => m.familyOfferRoutes) },
  { path: 'itinerary', loadChildren: () => import('./visits/visits.routes.js').then((m) => m.visitsPublicRoutes) },
  { path: 'invitation', loadChildren: () => import('./access/letters/letters.routes.js').then((m) => m.invitationRoutes) },
  { path: 'magic-link', loadChildren: () => import('./access/letters/letters.routes.js').then((m) => m.magicLinkRoutes) },
  { path: 'recovery', loadChildren: () => import('./access/letters/letters.routes.js').then((m) => m.recoveryRoutes) },
  { path: 'survey', loadChildren: () => import('./outcomes/survey/survey.routes.js').then((m) => m.surveyRoutes) },
  { path: 'consents', loadChildren: () => import('./privacy/my-consents.routes.js').then((m) => m.myConsentsRoutes) },
];

/** Set by Angular's build; false in production, where the style page is then left out. */
declare const ngDevMode: unknown;

/** The style page, for those who build Amity. */
const whileBuilding: Routes =
  typeof ngDevMode === 'undefined' || ngDevMode
    ? [{ path: 'style', loadComponent: () => import('./style/style.page.js').then((m) => m.StylePage) }]
    : [];

export const routes: Routes = [
  {
    path: 'unreachable',
    title: 'access.unreachable.title',
    loadComponent: () => import('./access/pages/unreachable.page.js').then((m) => m.UnreachablePage),
  },
  {
    path: 'sign-in',
    title: 'access.signIn.title',
    loadComponent: () => import('./access/pages/sign-in.page.js').then((m) => m.SignInPage),
  },
  { path: 'sign-in/by-mail', loadChildren: () => import('./access/letters/letters.routes.js').then((m) => m.byMailRoutes) },
  { path: 'sign-in/provider', loadChildren: () => import('./access/provider/provider.routes.js').then((m) => m.providerRoutes) },
  { path: 'set-up', title: 'access.setUp.title', loadComponent: () => import('./access/pages/set-up.page.js').then((m) => m.SetUpPage) },
  {
    path: 'p',
    loadComponent: () => import('./shell/public-frame.js').then((m) => m.PublicFrame),
    children: [
      ...publicPages,
      {
        path: '**',
        title: 'frame.notFound.title',
        loadComponent: () => import('./shell/pages/not-found.page.js').then((m) => m.NotFoundPage),
      },
    ],
  },
  {
    path: '',
    canMatch: [signedIn],
    loadComponent: () => import('./shell/shell.js').then((m) => m.Shell),
    children: [
      { path: '', pathMatch: 'full', redirectTo: startPage },
      ...areas,
      ...whileBuilding,
      {
        path: 'welcome',
        title: 'frame.welcome.title',
        loadComponent: () => import('./shell/pages/welcome.page.js').then((m) => m.WelcomePage),
      },
      { path: 'account', loadChildren: () => import('./access/account/account.routes.js').then((m) => m.accountRoutes) },
      {
        path: 'shortcuts',
        title: 'frame.shortcuts.title',
        loadComponent: () => import('./shell/pages/shortcuts.page.js').then((m) => m.ShortcutsPage),
      },
      {
        path: 'forbidden',
        title: 'frame.forbidden.title',
        loadComponent: () => import('./shell/pages/forbidden.page.js').then((m) => m.ForbiddenPage),
      },
      {
        path: '**',
        title: 'frame.notFound.title',
        loadComponent: () => import('./shell/pages/not-found.page.js').then((m) => m.NotFoundPage),
      },
    ],
  },
];
