// Days and stays in words, for sentences of refusal and for letters.
import { nightsOf, type Interval, type LocalDate } from '@amity/kernel';

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** May 12, 2026 */
export function dayInWords(date: LocalDate): string {
  return day.format(new Date(`${date}T00:00:00Z`));
}

/** from Tuesday, May 12 to Friday, May 15 (3 nights) */
export function stayInWords(nights: Interval<LocalDate>): string {
  const count = nightsOf(nights).length;
  const [from, to] = [nights.from, nights.to].map((date) => weekday.format(new Date(`${date}T00:00:00Z`)));
  return `from ${from} to ${to} (${count} ${count === 1 ? 'night' : 'nights'})`;
}

/** A language by its English name, a diet as it reads. */
export function nameOfWord(code: string, kind: 'language' | 'diet'): string {
  return kind === 'language' ? (languages.of(code) ?? code) : code.replaceAll('_', ' ');
}
