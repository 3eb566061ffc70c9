import type { WordFiles } from '../language/index.js';

/** Words of users, roles, tokens and letters; the frame's own words of access stand in the first language file. */
export const accessWords: WordFiles = { en: () => import('../../i18n/access/en.json') };
