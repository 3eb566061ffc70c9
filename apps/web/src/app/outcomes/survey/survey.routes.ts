// What a delegate opens from the letter of a survey, under /p/survey: no sign-in, the token of the personal link behind `#`.
import type { Routes } from '@angular/router';
import { areaWords } from '../../language/index.js';

export const surveyRoutes: Routes = [
  {
    path: '',
    title: 'survey.title',
    resolve: { words: areaWords('survey', { en: () => import('../../../i18n/survey/en.json') }) },
    loadComponent: () => import('./survey.page.js').then((m) => m.SurveyPage),
  },
];
