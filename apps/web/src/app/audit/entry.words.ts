// One entry of the history as a sentence and its changes as lines, in the reader's language and the organization's zone.
import { inject, Injectable, type Signal, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { AuditEntry } from '@amity/audit';
import { SessionStore } from '../access/index.js';
import { Formats } from '../language/index.js';
import { type FieldChange, fieldChanges, labelOf, type ValueWords } from './field.words.js';

@Injectable()
export class EntryWords {
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private names: Signal<ReadonlyMap<string, string>> = signal(new Map());

  /** What records are called, by id. */
  know(names: Signal<ReadonlyMap<string, string>>): void {
    this.names = names;
  }

  zone(): string {
    return this.session.me()?.organization.zone ?? 'UTC';
  }

  when({ at }: AuditEntry): string {
    return this.formats.moment(at, this.zone());
  }

  /** To the second, for the entry itself. */
  exactly({ at }: AuditEntry): string {
    return this.formats.moment(at, this.zone(), { dateStyle: 'long', timeStyle: 'medium' });
  }

  /** A person's name; what Amity did by itself, and what came by a personal link, is written as `system:…` and `link:…`. */
  who({ actor, onBehalfOf }: AuditEntry): string {
    const [kind = '', ...rest] = actor.split(':');
    const who = rest.length > 0 && (kind === 'system' || kind === 'link') ? this.words.translate<string>(`audit.actor.${kind}`) : actor;
    return onBehalfOf ? this.words.translate('audit.onBehalf', { who, person: onBehalfOf.name }) : who;
  }

  /** Why, as somebody said it or as the page that was read for. */
  why({ reason, purpose }: AuditEntry): string {
    return [purpose && this.words.translate<string>(`audit.purpose.${purpose}`), reason].filter(Boolean).join(' · ');
  }

  /** One line that says it all: `Phone, Works at changed: 'she moved'`. For pages where the record is known. */
  inBrief(entry: AuditEntry): string {
    const fields = this.changes(entry).map(({ label }) => label);
    const what = this.words.translate<string>(`audit.brief.${entry.action}`, { fields: (entry.fields?.map(labelOf) ?? fields).join(', ') });
    const why = this.why(entry);
    return why ? `${what}: ${why}` : what;
  }

  /** `Person Ana Silva`, or `Person …512e` where the history does not know the name. */
  record({ subject, subjectId }: AuditEntry): string {
    const key = `audit.subject.${subject}`;
    const said = this.words.translate<string>(key);
    const kind = said === key ? labelOf(subject.split('.')[1] ?? subject) : said;
    return `${kind} ${this.names().get(subjectId) ?? ending(subjectId)}`;
  }

  /** `Person Ana Silva changed`. */
  sentence(entry: AuditEntry): string {
    return this.words.translate(`audit.action.${entry.action}`, { record: this.record(entry) });
  }

  changes(entry: AuditEntry): FieldChange[] {
    const say = (word: string) => this.words.translate<string>(`audit.value.${word}`);
    const words: ValueWords = {
      none: say('none'),
      yes: say('yes'),
      no: say('no'),
      date: (date) => this.formats.date(date),
      dates: (from, to) => this.formats.dates(from, to),
      moment: (instant) => this.formats.moment(instant, this.zone()),
      number: (value) => this.formats.number(value),
      record: (id) => this.names().get(id) ?? this.words.translate('audit.value.record', { end: ending(id) }),
    };
    if (entry.fields)
      return [
        { field: 'fields', label: this.words.translate('audit.fieldsRead'), before: null, after: entry.fields.map(labelOf).join(', ') },
      ];
    return fieldChanges(entry, words);
  }

  /** `<key>.one` or `<key>.other`, filled. */
  counted(key: string, count: number): string {
    return this.words.translate(`${key}.${count === 1 ? 'one' : 'other'}`, { count: this.formats.number(count) });
  }
}

/** Enough of an id to tell two records apart when reading. */
function ending(id: string): string {
  return `…${id.slice(-4)}`;
}
