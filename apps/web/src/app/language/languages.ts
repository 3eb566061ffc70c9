// The languages people can choose, each with its direction. `en-XB` is no language: it wraps every English string and
// reads right to left, so that a string outside the translations and a left/right mistake show at a glance.
export const languages = [
  { id: 'en', name: 'English', direction: 'ltr', offered: true },
  { id: 'en-XB', name: '⟦Pseudo⟧', direction: 'rtl', offered: false },
] as const;

export type Language = (typeof languages)[number]['id'];

/** What files exist for: every language but the generated one. */
export type WrittenLanguage = Exclude<Language, 'en-XB'>;

export const isLanguage = (id: string | null): id is Language => languages.some((language) => language.id === id);

/** The best offered language for what the browser asks for. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const match = languages.find(({ id, offered }) => offered && (id === tag || id === tag.split('-')[0]));
    if (match) return match.id;
  }
  return 'en';
}
