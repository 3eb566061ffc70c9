// One person beside the list: what is known, what happened to the record, and the form to change it. When somebody else
// saved meanwhile, both versions stand side by side and the reader chooses.
import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { submit } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { AuditEntry } from '@amity/audit';
import { displayName, Person } from '@amity/people';
import { AmityForm, ErrorSummary, ProblemNotice, SideSheet, Skeleton, Timeline, Toasts, VersionDiff, type VersionedField } from '@amity/ui';
import { can } from '../../access/index.js';
import { HistoryLink } from '../../audit/index.js';
import { schemaForm } from '../../forms/index.js';
import { Problem } from '../../http/index.js';
import { Formats, LanguageChoice } from '../../language/index.js';
import { personSections } from '../person-sections.js';
import { PeopleStore } from '../people.store.js';
import { nobody, PersonForm, type PersonTyped, typedOf } from '../person.typed.js';
import { languageName } from '../spoken-languages.js';
import { PersonFields } from './person-fields.js';

@Component({
  selector: 'amity-person-sheet',
  imports: [
    AmityForm,
    ErrorSummary,
    HistoryLink,
    NgComponentOutlet,
    PersonFields,
    ProblemNotice,
    SideSheet,
    Skeleton,
    Timeline,
    TranslocoDirective,
    VersionDiff,
  ],
  templateUrl: './person-sheet.html',
  styleUrl: './person-sheet.css',
})
export class PersonSheet {
  /** Null for a person to be added, or while the record is on its way. */
  readonly person = input.required<Person | null>();
  readonly isNew = input(false);
  readonly history = input<readonly AuditEntry[]>([]);
  readonly problem = input<Problem | null>(null);
  readonly closed = output();

  private readonly store = inject(PeopleStore);
  private readonly toasts = inject(Toasts);
  private readonly formats = inject(Formats);
  private readonly language = inject(LanguageChoice);
  private readonly words = inject(TranslocoService);
  private key = crypto.randomUUID();

  protected readonly mayEdit = can('people.edit');
  /** What areas above know of this person. */
  protected readonly sections = personSections();
  protected readonly editing = signal(false);
  protected readonly theirs = signal<Person | null>(null);
  protected readonly form = schemaForm(nobody, PersonForm, async (draft) => {
    const person = this.person();
    try {
      if (person) await this.store.change(this.theirs()?.version ?? person.version, person.id, draft);
      else {
        await this.store.add(draft, this.key);
        this.key = crypto.randomUUID();
      }
    } catch (failure) {
      if (!(failure instanceof Problem && failure.status === 412)) throw failure; // 412: somebody saved meanwhile, both are shown
      this.theirs.set(Person.parse(failure.current));
      return;
    }
    this.theirs.set(null);
    this.editing.set(false);
    this.toasts.show(this.words.translate('people.saved', { name: displayName(draft) }));
    if (!person) this.closed.emit();
  });

  protected readonly heading = computed(() => {
    const person = this.person();
    return person ? displayName(person) : this.words.translate(this.isNew() ? 'people.new' : 'people.title');
  });
  protected readonly facts = computed(() => {
    const person = this.person();
    if (!person) return [];
    const typed = typedOf(person);
    return (Object.keys(typed) as (keyof PersonTyped)[])
      .map((name) => ({ name, shown: this.shown(name, typed) }))
      .filter(({ name, shown }) => shown !== '' && name !== 'nameOrder');
  });
  protected readonly timeline = computed(() =>
    this.history().map((entry) => ({
      id: entry.id,
      when: this.formats.moment(entry.at, Intl.DateTimeFormat().resolvedOptions().timeZone),
      who: entry.actor,
      what: this.words.translate(`people.timeline.${entry.action}`, { fields: this.changed(entry) }),
    })),
  );
  protected readonly differences = computed((): VersionedField[] => {
    const theirs = this.theirs();
    if (!theirs) return [];
    const [yours, stored] = [this.form.model(), typedOf(theirs)];
    return (Object.keys(yours) as (keyof PersonTyped)[]).map((name) => ({
      name,
      label: this.words.translate(`people.field.${name}`),
      yours: yours[name],
      theirs: stored[name],
      yoursShown: this.shown(name, yours),
      theirsShown: this.shown(name, stored),
    }));
  });

  protected edit(): void {
    const person = this.person();
    this.form.model.set(person ? typedOf(person) : nobody);
    this.form.tree().reset();
    this.theirs.set(null);
    this.editing.set(true);
  }

  protected async settle(chosen: Readonly<Record<string, unknown>>): Promise<void> {
    this.form.model.update((typed) => ({ ...typed, ...chosen }));
    await submit(this.form.tree);
  }

  private shown(name: keyof PersonTyped, typed: PersonTyped): string {
    if (name === 'languages') return typed.languages.map((code) => languageName(code, this.language.locale())).join(', ');
    if (name === 'birthDate') return typed.birthDate ? this.formats.date(typed.birthDate) : '';
    if (name === 'nameOrder') return this.words.translate(`people.order.${typed.nameOrder}`);
    return typed[name];
  }

  private changed(entry: AuditEntry): string {
    return Object.keys(entry.after ?? {})
      .map((name) => this.words.translate(`people.field.${name}`))
      .join(', ');
  }
}
