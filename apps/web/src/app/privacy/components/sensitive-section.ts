// The sensitive part of a person's sheet: locked until the reader says what for, and locked again by itself.
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Id } from '@amity/kernel';
import { type Fact, type FactPurpose, factPurposes } from '@amity/privacy';
import { Confirm, Icon, ProblemNotice, Skeleton, Timeline } from '@amity/ui';
import addIcon from '@material-symbols/svg-400/rounded/add.svg';
import lockIcon from '@material-symbols/svg-400/rounded/lock.svg';
import openIcon from '@material-symbols/svg-400/rounded/lock_open.svg';
import { can } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { fieldsOf, typedOf } from '../fact.typed.js';
import { SensitiveStore } from '../sensitive.store.js';
import { FactForm } from './fact-form.js';

@Component({
  selector: 'amity-sensitive-section',
  imports: [FactForm, Icon, ProblemNotice, Skeleton, Timeline, TranslocoDirective],
  providers: [SensitiveStore],
  templateUrl: './sensitive-section.html',
  styleUrl: './sensitive-section.css',
})
export class SensitiveSection {
  readonly personId = input.required<Id>();

  protected readonly store = inject(SensitiveStore);
  private readonly confirm = inject(Confirm);
  private readonly formats = inject(Formats);
  private readonly words = inject(TranslocoService);

  protected readonly mayEdit = can('privacy.edit_sensitive');
  protected readonly purposes = factPurposes;
  protected readonly purpose = signal<FactPurpose | null>(null);
  /** The entry in the form: `new`, one that is there, or none. */
  protected readonly editing = signal<Fact | 'new' | null>(null);
  protected readonly icons = { add: addIcon, lock: lockIcon, open: openIcon };
  protected readonly reads = computed(() =>
    (this.store.glance()?.reads ?? []).map(({ id, at, actor, kinds, purpose }) => ({
      id,
      when: this.formats.moment(at, Intl.DateTimeFormat().resolvedOptions().timeZone),
      who: actor,
      what: this.words.translate('privacy.reads.entry', {
        purpose: this.words.translate(`privacy.purpose.${purpose}`),
        kinds:
          kinds.map((kind) => this.words.translate(`privacy.kind.${kind}`)).join(', ') || this.words.translate('privacy.reads.nothing'),
      }),
    })),
  );

  constructor() {
    effect(() => {
      const id = this.personId();
      untracked(() => {
        this.purpose.set(null);
        this.editing.set(null);
        void this.store.look(id);
      });
    });
  }

  protected choose(event: Event): void {
    const { target } = event;
    const chosen = target instanceof HTMLSelectElement ? factPurposes.find((each) => each === target.value) : undefined;
    this.purpose.set(chosen ?? null);
  }

  protected async show(): Promise<void> {
    const purpose = this.purpose();
    if (purpose) await this.store.show(purpose);
  }

  /** What an entry says, line by line; what was left empty has no line. */
  protected lines(fact: Fact): { name: string; said: string }[] {
    const { value } = typedOf(fact);
    return fieldsOf[fact.kind]
      .map(({ name, control }) => ({ name, said: this.said(control, value[name] ?? '') }))
      .filter(({ said }) => said !== '');
  }

  protected same(fact: Fact): string {
    return fact.sameDocument.map(({ name }) => name).join(', ');
  }

  protected async remove(fact: Fact): Promise<void> {
    const kind = this.words.translate(`privacy.kind.${fact.kind}`);
    const isMeant = await this.confirm.ask({
      heading: this.words.translate('privacy.fact.removeQuestion', { kind }),
      sentence: this.words.translate('privacy.fact.removeMeans'),
      action: this.words.translate('privacy.fact.remove'),
      danger: true,
    });
    if (isMeant) await this.store.remove(fact);
  }

  private said(control: string, text: string): string {
    if (text === '') return '';
    if (control === 'day') return this.formats.date(text);
    return control === 'document' ? this.words.translate(`privacy.document.${text}`) : text;
  }
}
