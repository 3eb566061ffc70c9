import type { Routes } from '@angular/router';
import { mayOpen } from '../access/index.js';
import { areaWords } from '../language/index.js';
import { privacyWords } from '../privacy/privacy.words.js';

/** For a delegate who signed in. */
export const myJourneyRoutes: Routes = [
  {
    path: '',
    title: 'visits.journey.title',
    canActivate: [mayOpen('delegations.read_own')],
    resolve: {
      words: areaWords('visits', { en: () => import('../../i18n/visits/en.json') }),
      privacy: areaWords('privacy', privacyWords),
      delegations: areaWords('delegations', { en: () => import('../../i18n/delegations/en.json') }),
    },
    loadComponent: () => import('./pages/my-journey.page.js').then((m) => m.MyJourneyPage),
  },
];
