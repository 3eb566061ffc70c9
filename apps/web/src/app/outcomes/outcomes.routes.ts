import { inject } from '@angular/core';
import { Router, type Routes } from '@angular/router';
import { mayOpen } from '../access/index.js';
import { areaWords } from '../language/index.js';

export const outcomesRoutes: Routes = [
  {
    path: '',
    canActivate: [mayOpen('outcomes.read')],
    resolve: { words: areaWords('outcomes', { en: () => import('../../i18n/outcomes/en.json') }) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'outcomes.title',
        loadComponent: () => import('./pages/outcomes.page.js').then((m) => m.OutcomesPage),
      },
      {
        path: 'delegations/:id',
        pathMatch: 'full',
        redirectTo: ({ params }) => inject(Router).createUrlTree(['/outcomes'], { queryParams: { delegationId: params['id'] as string } }),
      },
      {
        path: 'indicators/new',
        title: 'outcomes.indicator.new',
        canActivate: [mayOpen('outcomes.edit')],
        loadComponent: () => import('./pages/new-indicator.page.js').then((m) => m.NewIndicatorPage),
      },
      {
        path: 'indicators/:id',
        title: 'outcomes.indicator.one',
        loadComponent: () => import('./pages/indicator.page.js').then((m) => m.IndicatorPage),
      },
      {
        path: 'indicators/:id/edit',
        title: 'outcomes.indicator.edit',
        canActivate: [mayOpen('outcomes.edit')],
        loadComponent: () => import('./pages/edit-indicator.page.js').then((m) => m.EditIndicatorPage),
      },
      {
        path: 'surveys/new',
        title: 'outcomes.survey.new',
        canActivate: [mayOpen('outcomes.edit')],
        loadComponent: () => import('./pages/new-survey.page.js').then((m) => m.NewSurveyPage),
      },
      {
        path: 'surveys/:id',
        title: 'outcomes.survey.one',
        loadComponent: () => import('./pages/survey-results.page.js').then((m) => m.SurveyResultsPage),
      },
    ],
  },
];
