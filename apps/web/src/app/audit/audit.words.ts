import type { WordFiles } from '../language/index.js';

export const auditWords: WordFiles = { en: () => import('../../i18n/audit/en.json') };
