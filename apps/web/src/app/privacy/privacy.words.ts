import type { WordFiles } from '../language/index.js';

export const privacyWords: WordFiles = { en: () => import('../../i18n/privacy/en.json') };
