import type { WordFiles } from '../language/index.js';

/** Words of people, also for the pages of areas that show people. */
export const peopleWords: WordFiles = { en: () => import('../../i18n/people/en.json') };
