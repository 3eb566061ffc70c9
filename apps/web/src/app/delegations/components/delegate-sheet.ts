// One delegate beside the roster: added or changed in one form. When somebody else saved meanwhile, both versions stand side
// by side and the reader chooses.
import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField, submit } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Delegate, DelegateGender, DelegateRole } from '@amity/delegations';
import { displayName, knownDiets, petSpecies } from '@amity/people';
import { AmityForm, ChipChoices, Control, ErrorSummary, Field, ProblemNotice, SideSheet, Toasts, VersionDiff } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { Problem } from '../../http/index.js';
import { PersonFields } from '../../people/index.js';
import { differencesOf } from '../delegate.differences.js';
import { DelegationStore } from '../delegation.store.js';
import { changeOf, DelegateForm, noDelegate, typedOf } from '../delegate.typed.js';

@Component({
  selector: 'amity-delegate-sheet',
  imports: [
    AmityForm,
    ChipChoices,
    Control,
    ErrorSummary,
    Field,
    FormField,
    PersonFields,
    ProblemNotice,
    SideSheet,
    TranslocoDirective,
    VersionDiff,
  ],
  templateUrl: './delegate-sheet.html',
  styleUrl: './delegate-sheet.css',
})
export class DelegateSheet {
  /** Null for somebody to be added. */
  readonly delegate = input.required<Delegate | null>();
  readonly mayEdit = input(true);
  readonly closed = output();
  readonly removed = output<Delegate>();

  private readonly store = inject(DelegationStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private key = crypto.randomUUID();
  /** What the form was filled from. */
  private readonly seen = signal<Delegate | null>(null);

  protected readonly roles = DelegateRole.options;
  protected readonly genders = DelegateGender.options;
  protected readonly diets = computed(() =>
    knownDiets.map((value) => ({ value, label: this.words.translate(`delegations.diet.${value}`) })),
  );
  protected readonly pets = computed(() => petSpecies.map((value) => ({ value, label: this.words.translate(`delegations.pet.${value}`) })));
  protected readonly theirs = signal<Delegate | null>(null);
  protected readonly heading = computed(() => {
    const delegate = this.delegate();
    return delegate ? displayName(delegate.person) : this.words.translate('delegations.roster.new');
  });
  protected readonly form = schemaForm(noDelegate, DelegateForm, async (draft) => {
    const seen = this.seen();
    try {
      if (seen) await this.store.changeDelegate(seen, changeOf(draft, seen.person.version));
      else await this.store.add(draft, this.key);
    } catch (failure) {
      if (!(failure instanceof Problem && failure.status === 412 && seen)) throw failure; // 412: somebody saved meanwhile, both are shown
      await this.store.reload();
      this.theirs.set(this.store.roster()?.find(({ id }) => id === seen.id) ?? null);
      if (!this.theirs()) throw failure;
      return;
    }
    this.key = crypto.randomUUID();
    this.toasts.show(this.words.translate('delegations.roster.saved', { name: displayName(draft.person) }));
    this.closed.emit();
  });
  protected readonly differences = computed(() => {
    const theirs = this.theirs();
    return theirs ? differencesOf(this.form.model(), typedOf(theirs), (key) => this.words.translate(key)) : [];
  });

  constructor() {
    effect(() => {
      const delegate = this.delegate();
      untracked(() => {
        if (this.theirs()) return; // the roster was read again while two versions are compared
        this.seen.set(delegate);
        this.form.model.set(delegate ? typedOf(delegate) : noDelegate);
        this.form.tree().reset();
      });
    });
  }

  protected async settle(chosen: Readonly<Record<string, unknown>>): Promise<void> {
    const { person, needs } = apart(chosen);
    this.form.model.update((typed) => ({ ...typed, ...needs, person: { ...typed.person, ...person } }));
    this.seen.set(this.theirs());
    this.theirs.set(null);
    await submit(this.form.tree);
  }
}

/** Names of a person's fields begin with `person.` among the differences. */
function apart(chosen: Readonly<Record<string, unknown>>): { person: Record<string, unknown>; needs: Record<string, unknown> } {
  const entries = Object.entries(chosen);
  return {
    person: Object.fromEntries(entries.filter(([name]) => name.startsWith('person.')).map(([name, value]) => [name.slice(7), value])),
    needs: Object.fromEntries(entries.filter(([name]) => !name.startsWith('person.'))),
  };
}
