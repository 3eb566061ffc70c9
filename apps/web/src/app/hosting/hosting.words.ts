import type { WordFiles } from '../language/index.js';

export const hostingWords: WordFiles = { en: () => import('../../i18n/hosting/en.json') };
