import { Component, ElementRef, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DraftMember } from '@amity/hosting';
import { Control, Field, Icon } from '@amity/ui';
import adultIcon from '@material-symbols/svg-400/rounded/person.svg';
import childIcon from '@material-symbols/svg-400/rounded/child_care.svg';
import addIcon from '@material-symbols/svg-400/rounded/add.svg';
import removeIcon from '@material-symbols/svg-400/rounded/close.svg';
import { Step } from './step.js';

/** 4: who else lives here. */
@Component({
  selector: 'amity-people-step',
  imports: [Control, Field, Icon, TranslocoDirective],
  templateUrl: './people.step.html',
  styleUrl: './people.step.css',
  host: { class: 'stack' },
})
export class PeopleStep extends Step {
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly icons = { adult: adultIcon, child: childIcon, add: addIcon, remove: removeIcon };

  protected add(relation: DraftMember['relation']): void {
    const members = [...this.draft().members, { givenName: '', familyName: this.draft().familyName, relation, birthDate: '' }];
    this.store.change({ members });
    this.focusOn(`members.${members.length - 1}.givenName`);
  }

  protected change(at: number, change: Partial<DraftMember>): void {
    this.store.change({ members: this.draft().members.map((member, other) => (other === at ? { ...member, ...change } : member)) });
  }

  protected remove(at: number): void {
    this.store.change({ members: this.draft().members.filter((_, other) => other !== at) });
    setTimeout(() => this.host.querySelector<HTMLElement>('.add button')?.focus());
  }

  private focusOn(path: string): void {
    setTimeout(() => this.host.querySelector<HTMLElement>(`[data-path="${path}"] input`)?.focus());
  }
}
