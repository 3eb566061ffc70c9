// A delegation picked by a few letters of its name; what is given back is its id, or null for none.
import { Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { Delegation } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { Combobox } from '@amity/ui';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { OutcomesApi } from '../outcomes.api.js';

@Component({
  selector: 'amity-delegation-choice',
  imports: [Combobox],
  template: `
    <amity-combobox
      [value]="known()"
      [search]="search"
      [nameOf]="nameOf"
      [noteOf]="noteOf"
      [placeholder]="placeholder()"
      (valueChange)="pick($event)"
    />
  `,
})
export class DelegationChoice {
  readonly id = input<Id | null>(null);
  readonly placeholder = input('');
  readonly picked = output<Id | null>();

  private readonly api = inject(OutcomesApi);
  private readonly formats = inject(Formats);
  protected readonly known = signal<Delegation | null>(null);
  protected readonly search = (typed: string) => this.api.delegations(typed);
  protected readonly nameOf = ({ name }: Delegation) => name;
  protected readonly noteOf = ({ arrivesOn, departsOn }: Delegation) => this.formats.dates(arrivesOn, departsOn);

  constructor() {
    effect(() => {
      const id = this.id();
      if (id !== (untracked(this.known)?.id ?? null)) void this.name(id);
    });
  }

  protected pick(delegation: Delegation | null): void {
    this.known.set(delegation);
    this.picked.emit(delegation?.id ?? null);
  }

  private async name(id: Id | null): Promise<void> {
    this.known.set(null);
    if (id === null) return;
    try {
      const delegation = await this.api.delegation(id);
      if (this.id() === id) this.known.set(delegation);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a delegation that is gone leaves the field empty; nothing else breaks
    }
  }
}
