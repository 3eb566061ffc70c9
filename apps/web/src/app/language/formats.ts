// Dates, times and numbers as the reader's language writes them. A date of stay has no zone; a moment is shown in the zone of
// the place it happens at, never silently in the browser's.
import { inject, Injectable } from '@angular/core';
import { LanguageChoice } from './language.js';

@Injectable({ providedIn: 'root' })
export class Formats {
  private readonly language = inject(LanguageChoice);

  /** `2026-05-12` → `May 12, 2026`. */
  date(isoDate: string, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' }): string {
    return new Intl.DateTimeFormat(this.language.locale(), { ...options, timeZone: 'UTC' }).format(new Date(`${isoDate}T00:00:00Z`));
  }

  /** Two dates of stay as one span: `May 12 – 17, 2026`. */
  dates(from: string, to: string, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' }): string {
    const format = new Intl.DateTimeFormat(this.language.locale(), { ...options, timeZone: 'UTC' });
    return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
  }

  /** An instant (`2026-05-12T07:00:00Z`) in an IANA zone. */
  moment(instant: string | Date, zone: string, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' }): string {
    return new Intl.DateTimeFormat(this.language.locale(), { ...options, timeZone: zone }).format(new Date(instant));
  }

  number(value: number, options: Intl.NumberFormatOptions = {}): string {
    return new Intl.NumberFormat(this.language.locale(), options).format(value);
  }

  /** The plural form of a count, as the last part of a key: `'<key>.' + formats.plural(n)`. */
  plural(count: number): Intl.LDMLPluralRule {
    return new Intl.PluralRules(this.language.locale()).select(count);
  }
}
