/** `Städtefreunde Harbor City` → `stadtefreunde-harbor-city`; at most 60 characters, empty when no Latin letter is left. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
