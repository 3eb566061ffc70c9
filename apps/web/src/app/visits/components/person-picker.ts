// A few people by name, chosen by typing: interpreters and escorts, from the roster or from anywhere.
import { Component, inject, input, model, signal } from '@angular/core';
import { displayName, type Person } from '@amity/people';
import { Combobox, Field, Icon } from '@amity/ui';
import { TranslocoDirective } from '@jsverse/transloco';
import closeIcon from '@material-symbols/svg-400/rounded/close.svg';
import type { PickedPerson } from '../appointment.typed.js';
import { VisitsApi } from '../visits.api.js';

@Component({
  selector: 'amity-person-picker',
  imports: [Combobox, Field, Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (people().length > 0) {
        <ul role="list" [attr.aria-label]="label()">
          @for (person of people(); track person.personId) {
            <li>
              {{ person.name }}
              <button type="button" [attr.aria-label]="t('visits.form.takeOut', { name: person.name })" (click)="takeOut(person)">
                <amity-icon [svg]="closeIcon" />
              </button>
            </li>
          }
        </ul>
      }
      <amity-field [label]="label()" [optional]="t('visits.form.optional')">
        <amity-combobox
          [search]="search"
          [nameOf]="nameOf"
          [noteOf]="noteOf"
          [placeholder]="t('visits.form.typeName')"
          [(value)]="picked"
          (valueChange)="add($event)"
        />
      </amity-field>
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column-reverse;
      gap: var(--space-2);
    }

    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      padding: 0;
      list-style: none;
    }

    li {
      display: inline-flex;
      align-items: center;
      gap: var(--space-1);
      padding-inline-start: var(--space-3);
      border-radius: var(--radius-pill);
      background: var(--color-accent-soft);
      color: var(--color-accent);
      font-weight: 600;
    }

    button {
      min-inline-size: 1.75rem;
      min-block-size: 1.75rem;
      border: 0;
      background: none;
      color: inherit;
      cursor: pointer;
    }
  `,
})
export class PersonPicker {
  readonly label = input.required<string>();
  readonly people = model.required<readonly PickedPerson[]>();

  private readonly api = inject(VisitsApi);
  protected readonly closeIcon = closeIcon;
  protected readonly picked = signal<Person | null>(null);
  protected readonly search = (typed: string) => this.api.people(typed);
  protected readonly nameOf = (person: Person) => displayName(person);
  protected readonly noteOf = (person: Person) => person.worksAt ?? person.languages.join(', ');

  protected add(person: Person | null): void {
    if (!person) return;
    this.people.update((all) => [
      ...all.filter(({ personId }) => personId !== person.id),
      { personId: person.id, name: displayName(person) },
    ]);
    this.picked.set(null);
  }

  protected takeOut(person: PickedPerson): void {
    this.people.update((all) => all.filter(({ personId }) => personId !== person.personId));
  }
}
