import type { WordFiles } from '../../language/index.js';

/** Words of one's own account: its page, and the dialog that asks whether it is really oneself. */
export const accountWords: WordFiles = { en: () => import('../../../i18n/account/en.json') };
