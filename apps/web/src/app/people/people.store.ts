// The list of people as the address asks for it, and the one person that is open beside it.
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { AuditEntry } from '@amity/audit';
import type { Person, PersonDraft } from '@amity/people';
import { FilterState } from '@amity/ui';
import { keysetList, Problem } from '../http/index.js';
import { peopleAddress, PeopleApi } from './people.api.js';

@Injectable()
export class PeopleStore {
  private readonly api = inject(PeopleApi);
  private readonly filters = inject(FilterState);
  private readonly question = this.filters.question('q');
  /** Somebody is looked for: an empty list then says nothing about who is known. */
  readonly narrowed = computed(() => Object.values(this.question()).some((words) => words.length > 0));

  readonly list = keysetList<Person>(
    () => peopleAddress,
    () => this.question(),
  );
  /** Id of the open person, `new`, or null; it stands in the address. */
  readonly openId = this.filters.value('person');
  readonly open = signal<Person | null>(null);
  readonly timeline = signal<readonly AuditEntry[]>([]);
  readonly problem = signal<Problem | null>(null);

  constructor() {
    effect(() => {
      const id = this.openId();
      untracked(() => void this.load(id));
    });
  }

  show(id: string | null): Promise<boolean> {
    return this.filters.set({ person: id });
  }

  async add(draft: PersonDraft, key: string): Promise<Person> {
    const person = await this.api.add(draft, key);
    this.list.reload();
    return person;
  }

  async change(version: number, id: string, draft: PersonDraft): Promise<Person> {
    const person = await this.api.change(id, version, draft);
    this.list.patch((people) => people.map((other) => (other.id === id ? person : other)));
    this.open.set(person);
    void this.load(id);
    return person;
  }

  /** The open person changed in another way than by their form. */
  renew(): void {
    this.list.reload();
    void this.load(this.openId());
  }

  private async load(id: string | null): Promise<void> {
    this.problem.set(null);
    if (id === null || id === 'new') return this.open.set(null);
    this.open.set(this.list.items().find((person) => person.id === id) ?? null);
    try {
      const [person, timeline] = await Promise.all([this.api.get(id), this.api.timeline(id)]);
      if (this.openId() !== id) return; // somebody else was opened meanwhile
      this.open.set(person);
      this.timeline.set(timeline.items);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal or a cut line is shown in the sheet
      this.problem.set(failure);
    }
  }
}
